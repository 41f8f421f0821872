import type { Direction } from '../model/model.ts';
import type { Page, Pageable, PageRequest, SortKey, SortValue } from '../model/page.ts';

/** One level of an order. */
export interface SortTerm<T> {
  name: string;
  direction: Direction;
  type: 'number' | 'text';
  of: (item: T) => SortValue;
}

export interface MaterialisedListOptions<T> {
  /** Names the list in cursors. */
  name: string;
  items: readonly T[];
  /** The last one makes every key unique. */
  terms: readonly SortTerm<T>[];
  /** The items are in this order already. */
  sorted?: boolean;
}

export interface MaterialisedList<T> extends Pageable<T> {
  page(request: PageRequest): Page<T>;
  count(): number;
}

/** A sorted copy. Nulls are last in either direction. */
export function sortItems<T>(items: readonly T[], terms: readonly SortTerm<T>[]): T[] {
  // Each value is asked for once, not once in every comparison.
  const keyed = items.map((item) => ({ item, key: terms.map(({ of }) => of(item)) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key, terms)).map(({ item }) => item);
}

/** A list in memory that can be read by the page. */
export function materialisedList<T>({
  name,
  items,
  terms,
  sorted = false,
}: MaterialisedListOptions<T>): MaterialisedList<T> {
  const inOrder = sorted ? items : sortItems(items, terms);
  const keyOf = (item: T): SortKey => terms.map(({ of }) => of(item));
  /** Number of items whose key is before the given one, or equal to it where `inclusive`. */
  const countBefore = (key: SortKey, inclusive: boolean): number => {
    let low = 0;
    let high = inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareKeys(keyOf(inOrder[middle] as T), key, terms);
      if (order < 0 || (inclusive && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    order: [name, ...terms.map((term) => `${term.name}:${term.direction}`)].join(' '),
    keyTypes: terms.map(({ type }) => type),
    count: () => inOrder.length,
    page({ limit, backward, after, before, offset = 0 }: PageRequest): Page<T> {
      const from = after === undefined ? Math.min(offset, inOrder.length) : countBefore(after, true);
      const to = Math.max(from, before === undefined ? inOrder.length : countBefore(before, false));
      const start = backward ? Math.max(from, to - limit) : from;
      const end = backward ? to : Math.min(to, from + limit);
      return {
        rows: inOrder.slice(start, end).map((item) => ({ item, key: keyOf(item) })),
        hasPreviousPage: start > 0,
        hasNextPage: end < inOrder.length,
      };
    },
  };
}

function compareKeys(a: SortKey, b: SortKey, terms: readonly { direction: Direction }[]): number {
  for (let index = 0; index < terms.length; index += 1) {
    const order = compareValues(a[index] ?? null, b[index] ?? null, terms[index]?.direction ?? 'ASC');
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: SortValue, b: SortValue, direction: Direction): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const ascending = a < b ? -1 : 1;
  return direction === 'ASC' ? ascending : -ascending;
}
