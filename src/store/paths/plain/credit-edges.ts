import { blobValue, listValue } from '@duckdb/node-api';
import type { JS } from '@duckdb/node-api';
import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { ALL_EDGE_CATEGORIES, EDGE_CATEGORY_SQL } from '../../../dataset/indexes/credit-graph.ts';
import { KeySet, keyPagesSql } from '../../../formats/adjacency/key-set.ts';

/** Asks one query within the time that is left. */
export type AskTables = (query: Sql) => Promise<readonly JS[][]>;

export type NodeKind = 'people' | 'titles';

/** A credit from one end: the id of the other end, and the number of the category. */
export interface CreditEdge {
  to: number;
  category: number;
}

/** The edges of the graph of credits as the tables have them. `categories` has a bit for each number that counts. */
export interface CreditEdges {
  /** All nodes of the other kind that an edge leads to. */
  behind(kind: NodeKind, keys: KeySet): Promise<KeySet>;
  /** The edges of some nodes, by id; to each node one, of the first category, ascending. */
  of(kind: NodeKind, keys: readonly number[]): Promise<ReadonlyMap<number, readonly CreditEdge[]>>;
}

/** The table that is sorted by a kind of nodes, and its columns for a node and the other end. */
const SIDES = {
  people: { table: 'credits_by_person', own: 'nconst', other: 'tconst' },
  titles: { table: 'principals', own: 'tconst', other: 'nconst' },
} as const;

/** Up to so many keys stand in the query, so that only the row groups that may have them are read. */
const MOST_NAMED = 256;

export function creditEdges(ask: AskTables, categories: number): CreditEdges {
  function credits(kind: NodeKind, keys: KeySet): Sql {
    const { table, own } = SIDES[kind];
    const isAllowed =
      categories === ALL_EDGE_CATEGORIES
        ? sql`true`
        : sql`(${categories}::INTEGER >> ${raw(EDGE_CATEGORY_SQL)}) & 1 = 1`;
    if (keys.size <= MOST_NAMED)
      return sql`SELECT nconst, tconst, category FROM ${raw(table)} WHERE ${raw(own)} IN (${join([...keys.keys()])}) AND ${isAllowed}`;
    const pages = keys.pages();
    const numbers = listValue(pages.map(([page]) => page));
    const bits = listValue(pages.map(([, page]) => blobValue(page)));
    return sql`SELECT nconst, tconst, category FROM ${raw(table)}
      JOIN (SELECT unnest(${numbers})::INTEGER AS page, unnest(${bits})::BIT AS bits) ON ${raw(own)} >> 16 = page
      WHERE get_bit(bits, (${raw(own)} & 65535)::INTEGER) = 1 AND ${isAllowed}`;
  }

  return {
    async behind(kind, keys) {
      const rows = await ask(
        sql`SELECT ${raw(keyPagesSql(SIDES[kind].other))} FROM (${credits(kind, keys)}) GROUP BY page`,
      );
      return new KeySet(rows.map(([page, bits]) => [Number(page), bits as Uint8Array]));
    },
    async of(kind, keys) {
      const { own, other } = SIDES[kind];
      const rows = await ask(sql`SELECT ${raw(own)}, ${raw(other)}, min(${raw(EDGE_CATEGORY_SQL)})
        FROM (${credits(kind, KeySet.of(keys))}) GROUP BY ALL ORDER BY ALL`);
      const edges = new Map<number, CreditEdge[]>();
      for (const [from, to, category] of rows) {
        const list = edges.get(Number(from)) ?? [];
        list.push({ to: Number(to), category: Number(category) });
        edges.set(Number(from), list);
      }
      return edges;
    },
  };
}

/** Which of some people have a credit at all. */
export async function creditedOf(ask: AskTables, people: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await ask(sql`SELECT DISTINCT nconst FROM credits_by_person WHERE nconst IN (${join(people)})`);
  return new Set(rows.map(([person]) => Number(person)));
}
