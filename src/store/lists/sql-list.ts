import type { DuckDBValue, JS } from '@duckdb/node-api';

import { joinSql } from '../query/conditions.ts';
import type { Condition, Use } from '../query/conditions.ts';
import type { Direction } from '../model/model.ts';
import type { Page, Pageable, PageRequest, SortKey, SortValue } from '../model/page.ts';
import type { Queries } from '../query/queries.ts';

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
  scan: Queries;
  /** A table, or a SELECT in parentheses with its bound values. */
  relation: Condition;
  /** Asked for by each page and count: it may have to look things up first. */
  where: (use: Use) => Promise<Condition> | Condition;
  /** The last one makes every key unique. */
  terms: readonly ColumnTerm[];
  /** Fetches the items of sort keys, in their order; null for one that is gone. */
  items: (keys: readonly SortKey[]) => Promise<readonly (T | null)[]>;
}

export interface SqlList<T> extends Pageable<T> {
  page(request: PageRequest): Promise<Page<T>>;
  /** Rows in front of the one with this key. */
  countBefore(key: SortKey): Promise<number>;
}

/**
 * A list that DuckDB sorts, read by the page. Only the sort keys are read here: a page begins after a key, not after
 * a number of rows, so that deep pages cost no more than the first. Nulls are last in either direction.
 */
export function sqlList<T>({ name, scan, relation, where, terms, items }: SqlListOptions<T>): SqlList<T> {
  return {
    order: [name, ...terms.map((term) => `${term.name}:${term.direction}`)].join(' '),
    keyTypes: terms.map(({ type }) => type),
    async count() {
      const { sql, values } = rowsWhere(relation, await where('all'));
      const rows = await scan.rows(`SELECT count(*) FROM ${sql}`, values);
      return Number(rows[0]?.[0]);
    },
    async countBefore(key) {
      const { sql, values } = rowsOf({ relation, where: await where('all'), terms, request: { before: key } });
      const rows = await scan.rows(`SELECT count(*) FROM ${sql}`, values);
      return Number(rows[0]?.[0]);
    },
    async page(request) {
      const { limit, backward, after, before, offset = 0 } = request;
      const { sql, values } = pageQuery({ relation, where: await where('page'), terms, request });
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

/** For a query of rows that looks at none of their columns but the key. */
export function rowsWhere(relation: Condition, where: Condition): Condition {
  return where.keys === undefined ? joinSql([relation, where], ' WHERE ') : { sql: where.keys, values: [] };
}

interface Rows<Request> {
  relation: Condition;
  where: Condition;
  terms: readonly ColumnTerm[];
  request: Request;
}

/** The relation and the condition of the rows between two keys. */
function rowsOf({ relation, where, terms, request }: Rows<Pick<PageRequest, 'after' | 'before'>>): Condition {
  const from = joinSql([relation, where], ' WHERE ');
  const values = [...from.values];
  const conditions = [from.sql];
  const bind = (value: DuckDBValue): string => `$${values.push(value)}`;
  if (request.after !== undefined) conditions.push(beyond(request.after, { terms, bind, side: 'after' }));
  if (request.before !== undefined) conditions.push(beyond(request.before, { terms, bind, side: 'before' }));
  return { sql: conditions.join(' AND '), values };
}

function pageQuery({ terms, request, ...list }: Rows<PageRequest>): Condition {
  const from = rowsOf({ ...list, terms, request });
  const order = terms.map(({ column, direction }) => {
    const reversed = direction === 'ASC' ? 'DESC' : 'ASC';
    return request.backward ? `${column} ${reversed} NULLS FIRST` : `${column} ${direction} NULLS LAST`;
  });
  const bound = from.values.length;
  return {
    sql: `SELECT ${terms.map(({ column }) => column).join(', ')} FROM ${from.sql} ORDER BY ${order.join(', ')}
      LIMIT $${bound + 1} OFFSET $${bound + 2}`,
    values: [...from.values, request.limit + 1, request.offset ?? 0],
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
