import type { Direction } from '../model/model.ts';
import type { Page, Pageable, PageRequest, SortKey, SortValue } from '../model/page.ts';

/** One level of an order of rows, which are numbers. */
export interface RowTerm {
  name: string;
  direction: Direction;
  /** null comes last in either direction. */
  of: (row: number) => number | null;
}

export interface TopKListOptions<T> {
  /** Names the list in cursors. */
  name: string;
  /** The rows that belong to it, in any order. */
  rows: Int32Array;
  /** The last one makes every key unique. */
  terms: readonly RowTerm[];
  itemAt: (row: number) => T;
}

export interface TopKList<T> extends Pageable<T> {
  page(request: PageRequest): Page<T>;
  count(): number;
}

/**
 * A list in memory, in any order, that can be read by the page. A page is picked out of the list, which is never sorted,
 * and items are made for it alone: a person may have tens of thousands of credits, and a page shows five.
 */
export function topKList<T>({ name, rows, terms, itemAt }: TopKListOptions<T>): TopKList<T> {
  const rowOf = (row: number): Page<T>['rows'][number] => ({
    item: itemAt(row),
    get key() {
      return terms.map(({ of }) => of(row));
    },
  });
  return {
    // Of use to cursors alone, as keys are: a tree of lists has dozens of both, and mostly shows none.
    get order() {
      return [name, ...terms.map((term) => `${term.name}:${term.direction}`)].join(' ');
    },
    keyTypes: terms.map(() => 'number'),
    count: () => rows.length,
    page({ limit, backward, after, before, offset = 0 }: PageRequest): Page<T> {
      const order = orderOf(rows, terms);
      const passed = after === undefined ? 0 : countOf(rows, (at) => order.to(at, after) <= 0);
      const from = after === undefined ? Math.min(offset, rows.length) : passed;
      const to = Math.max(from, before === undefined ? rows.length : countOf(rows, (at) => order.to(at, before) < 0));
      const start = backward ? Math.max(from, to - limit) : from;
      const end = backward ? to : Math.min(to, from + limit);
      const places = backward
        ? lowest(end - start, {
            length: rows.length,
            compare: (a, b) => order.between(b, a),
            fits: before === undefined ? undefined : (at) => order.to(at, before) < 0,
          }).toReversed()
        : lowest(end - passed, {
            length: rows.length,
            compare: order.between,
            fits: after === undefined ? undefined : (at) => order.to(at, after) > 0,
          }).subarray(start - passed);
      return {
        rows: Array.from(places, (at) => rows[at] ?? 0).map(rowOf),
        hasPreviousPage: start > 0,
        hasNextPage: end < rows.length,
      };
    },
  };
}

/** Below 0 for what comes first. */
interface Order {
  between: (one: number, other: number) => number;
  to: (row: number, key: SortKey) => number;
}

/** The order of rows by their places in the list. Most comparisons end with the first term, whose values are at hand. */
function orderOf(rows: Int32Array, terms: readonly RowTerm[]): Order {
  const [first, ...others] = terms;
  const values = new Float64Array(rows.length);
  if (first !== undefined)
    for (let at = 0; at < rows.length; at += 1) values[at] = rankOf(first.of(rows[at] ?? 0), first);
  return {
    between(one, other) {
      const order = difference(values[one] ?? 0, values[other] ?? 0);
      if (order !== 0) return order;
      for (const term of others) {
        const next = difference(rankOf(term.of(rows[one] ?? 0), term), rankOf(term.of(rows[other] ?? 0), term));
        if (next !== 0) return next;
      }
      return 0;
    },
    to(row, key) {
      for (const [index, term] of terms.entries()) {
        const order = difference(rankOf(term.of(rows[row] ?? 0), term), rankOf(key[index] ?? null, term));
        if (order !== 0) return order;
      }
      return 0;
    },
  };
}

/** A number that is lower for what comes earlier. */
function rankOf(value: SortValue, { direction }: RowTerm): number {
  if (value === null) return Infinity;
  return direction === 'ASC' ? Number(value) : -Number(value);
}

function difference(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function countOf(rows: Int32Array, fits: (row: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) if (fits(at)) count += 1;
  return count;
}

/** The first places in an order, of those that fit; as many as are wanted, where there are so many. */
function lowest(
  wanted: number,
  {
    length,
    compare,
    fits,
  }: { length: number; compare: Order['between']; fits: ((row: number) => boolean) | undefined },
): Int32Array {
  const found = new Int32Array(wanted);
  let size = 0;
  if (wanted === 0) return found;
  for (let at = 0; at < length; at += 1) {
    if (fits !== undefined && !fits(at)) continue;
    if (size === wanted && compare(at, found[size - 1] ?? 0) > 0) continue;
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(found[middle] ?? 0, at) < 0) low = middle + 1;
      else high = middle;
    }
    found.copyWithin(low + 1, low, Math.min(size, wanted - 1));
    found[low] = at;
    if (size < wanted) size += 1;
  }
  return found.subarray(0, size);
}
