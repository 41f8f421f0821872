import type { DuckDBValue, JS } from '@duckdb/node-api';

import { joinSql } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { Direction } from './model.ts';
import type { Page, Pageable, PageRequest, SortKey, SortValue } from './page.ts';
import type { ScanReader } from './scan-reader.ts';

/** One level of an order: a column of the relation. */
export interface ColumnTerm {
  name: string;
  column: string;
  direction: Direction;
  type: 'number' | 'text';
}

export interface SqlListOptions<T> {
  /** Names the list in cursors. */
  name: string;
  scan: ScanReader;
  /** A table, or a SELECT in parentheses with its bound values. */
  relation: Condition;
  /** Asked for by each page and count: it may have to look things up first. */
  where: () => Promise<Condition> | Condition;
  /** The last one makes every key unique. */
  terms: readonly ColumnTerm[];
  /** Fetches the items of sort keys, in their order; null for one that is gone. */
  items: (keys: readonly SortKey[]) => Promise<readonly (T | null)[]>;
}

/**
 * A list that DuckDB sorts, read by the page. Only the sort keys are read here: a page begins after a key, not after
 * a number of rows, so that deep pages cost no more than the first. Nulls are last in either direction.
 */
export function sqlList<T>({ name, scan, relation, where, terms, items }: SqlListOptions<T>): Pageable<T> {
  return {
    order: [name, ...terms.map((term) => `${term.name}:${term.direction}`)].join(' '),
    keyTypes: terms.map(({ type }) => type),
    async count() {
      const { sql, values } = joinSql([relation, await where()], ' WHERE ');
      const rows = await scan.rows(`SELECT count(*) FROM ${sql}`, values);
      return Number(rows[0]?.[0]);
    },
    async page(request) {
      const { limit, backward, after, before, offset = 0 } = request;
      const { sql, values } = pageQuery({ relation, where: await where(), terms, request });
      const keys = (await scan.rows(sql, values)).map(toKey);
      // One row more than asked for tells whether there is a next page.
      const more = keys.length > limit;
      const kept = keys.slice(0, limit);
      if (backward) kept.reverse();
      const rows = await withItems(kept, items);
      return backward
        ? { rows, hasPreviousPage: more || after !== undefined, hasNextPage: before !== undefined }
        : { rows, hasNextPage: more || before !== undefined, hasPreviousPage: after !== undefined || offset > 0 };
    },
  };
}

function pageQuery({
  relation,
  where,
  terms,
  request,
}: {
  relation: Condition;
  where: Condition;
  terms: readonly ColumnTerm[];
  request: PageRequest;
}): Condition {
  const from = joinSql([relation, where], ' WHERE ');
  const values = [...from.values];
  const conditions = [from.sql];
  const bind = (value: DuckDBValue): string => `$${values.push(value)}`;
  if (request.after !== undefined) conditions.push(beyond(request.after, { terms, bind, side: 'after' }));
  if (request.before !== undefined) conditions.push(beyond(request.before, { terms, bind, side: 'before' }));
  const order = terms.map(({ column, direction }) => {
    const reversed = direction === 'ASC' ? 'DESC' : 'ASC';
    return request.backward ? `${column} ${reversed} NULLS FIRST` : `${column} ${direction} NULLS LAST`;
  });
  return {
    sql: `SELECT ${terms.map(({ column }) => column).join(', ')} FROM ${conditions.join(' AND ')} ORDER BY ${order.join(', ')}
      LIMIT ${bind(request.limit + 1)} OFFSET ${bind(request.offset ?? 0)}`,
    values,
  };
}

/** The rows on one side of a key: equal in the first terms and beyond it in the next one, for each term. */
function beyond(
  key: SortKey,
  {
    terms,
    bind,
    side,
  }: { terms: readonly ColumnTerm[]; bind: (value: DuckDBValue) => string; side: 'after' | 'before' },
): string {
  const cases = terms.map(({ column, direction }, index) => {
    const equal = terms
      .slice(0, index)
      .map((term, at) => `${term.column} IS NOT DISTINCT FROM ${bind(key[at] ?? null)}`);
    return `(${[...equal, beyondValue(key[index] ?? null, { column, direction, bind, side })].join(' AND ')})`;
  });
  return `(${cases.join(' OR ')})`;
}

function beyondValue(
  value: SortValue,
  {
    column,
    direction,
    bind,
    side,
  }: { column: string; direction: Direction; bind: (value: DuckDBValue) => string; side: 'after' | 'before' },
): string {
  if (value === null) return side === 'after' ? 'false' : `${column} IS NOT NULL`;
  const greater = (direction === 'ASC') === (side === 'after');
  const comparison = `${column} ${greater ? '>' : '<'} ${bind(value)}`;
  return side === 'after' ? `(${comparison} OR ${column} IS NULL)` : comparison;
}

function toKey(row: readonly JS[]): SortKey {
  return row.map((value) => (typeof value === 'string' || value === null ? value : Number(value)));
}

async function withItems<T>(keys: readonly SortKey[], fetch: SqlListOptions<T>['items']): Promise<Page<T>['rows']> {
  const items = keys.length === 0 ? [] : await fetch(keys);
  return keys.flatMap((key, index) => {
    const item = items[index] ?? null;
    return item === null ? [] : [{ item, key }];
  });
}
