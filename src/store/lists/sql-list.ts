import type { JS } from '@duckdb/node-api';
import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

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
  queries: Queries;
  /** A table, or a SELECT in parentheses; a function where it has to be looked up by each page and count. */
  relation: Sql | (() => Promise<Sql>);
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
export function sqlList<T>({ name, queries, relation: of, where, terms, items }: SqlListOptions<T>): SqlList<T> {
  const relationOf = async (): Promise<Sql> => (typeof of === 'function' ? of() : of);
  return {
    order: [name, ...terms.map((term) => `${term.name}:${term.direction}`)].join(' '),
    keyTypes: terms.map(({ type }) => type),
    async count() {
      const rows = await queries.rows(sql`SELECT count(*) FROM ${rowsWhere(await relationOf(), await where('all'))}`);
      return Number(rows[0]?.[0]);
    },
    async countBefore(key) {
      const before = rowsOf({
        relation: await relationOf(),
        where: await where('all'),
        terms,
        request: { before: key },
      });
      const rows = await queries.rows(sql`SELECT count(*) FROM ${before}`);
      return Number(rows[0]?.[0]);
    },
    async page(request) {
      const { limit, backward, after, before, offset = 0 } = request;
      const relation = await relationOf();
      const query = pageQuery({ relation, where: await where('page'), terms, request });
      const keys = (await queries.rows(query)).map(toKey);
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
export function rowsWhere(relation: Sql, where: Condition): Sql {
  return where.keys === undefined ? sql`${relation} WHERE ${where}` : raw(where.keys);
}

interface Rows<Request> {
  relation: Sql;
  where: Condition;
  terms: readonly ColumnTerm[];
  request: Request;
}

/** The relation and the condition of the rows between two keys. */
function rowsOf({ relation, where, terms, request }: Rows<Pick<PageRequest, 'after' | 'before'>>): Sql {
  const conditions = [sql`${relation} WHERE ${where}`];
  if (request.after !== undefined) conditions.push(beyond(request.after, { terms, side: 'after' }));
  if (request.before !== undefined) conditions.push(beyond(request.before, { terms, side: 'before' }));
  return join(conditions, ' AND ');
}

function pageQuery({ terms, request, ...list }: Rows<PageRequest>): Sql {
  const order = terms.map(({ column, direction }) => {
    const reversed = direction === 'ASC' ? 'DESC' : 'ASC';
    return request.backward ? `${column} ${reversed} NULLS FIRST` : `${column} ${direction} NULLS LAST`;
  });
  const columns = terms.map(({ column }) => column);
  return sql`SELECT ${raw(columns.join(', '))} FROM ${rowsOf({ ...list, terms, request })}
    ORDER BY ${raw(order.join(', '))} LIMIT ${request.limit + 1} OFFSET ${request.offset ?? 0}`;
}

/** The rows on one side of a key: equal in the first terms and beyond it in the next one, for each term. */
function beyond(key: SortKey, { terms, side }: { terms: readonly ColumnTerm[]; side: 'after' | 'before' }): Sql {
  const cases = terms.map(({ column, direction }, index) => {
    const equal = terms
      .slice(0, index)
      .map((term, at) => sql`${raw(term.column)} IS NOT DISTINCT FROM ${key[at] ?? null}`);
    return join([...equal, beyondValue(key[index] ?? null, { column, direction, side })], ' AND ', '(', ')');
  });
  return join(cases, ' OR ', '(', ')');
}

function beyondValue(
  value: SortValue,
  { column: name, direction, side }: { column: string; direction: Direction; side: 'after' | 'before' },
): Sql {
  const column = raw(name);
  if (value === null) return side === 'after' ? sql`false` : sql`${column} IS NOT NULL`;
  const greater = (direction === 'ASC') === (side === 'after');
  const comparison = sql`${column} ${raw(greater ? '>' : '<')} ${value}`;
  return side === 'after' ? sql`(${comparison} OR ${column} IS NULL)` : comparison;
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
