import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { allOf } from '../query/conditions.ts';
import type { Condition } from '../query/conditions.ts';
import { keyList } from '../query/filter-conditions.ts';
import type { Queries } from '../query/queries.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';

/** The titles of a chart, by some ratings. */
export interface ChartSet {
  count: number;
  /** Each title counting once; null where there is none. */
  meanRating: number | null;
  /** With the columns `tconst`, `numVotes` and `weighted`. */
  relation: Sql;
}

/** The rated ones of some titles with what their ratings were before these last changed; all else is as it is now. */
export function ratedBefore(titles: Sql): Sql {
  return sql`(SELECT now.* REPLACE (ratings_before.averageRating AS averageRating, ratings_before.numVotes AS numVotes)
    FROM ${titles} AS now JOIN ratings_before USING (tconst))`;
}

/**
 * The titles that pass a condition and have `minVotes` votes or more, with the weighted rating that IMDb published for
 * its Top 250: v/(v+m)·R + m/(v+m)·C. Of few votes little is known: they pull towards the mean.
 */
export async function chartSet(
  queries: Queries,
  { from, where, minVotes }: { from: Sql; where: Condition; minVotes: number },
): Promise<ChartSet> {
  const rated = allOf([where, sql`numVotes >= ${minVotes} AND averageRating IS NOT NULL`]);
  // In whole tenths, as ratings are: their sum is the same whatever the order in which they are added up.
  const [row] = await queries.rows(
    sql`SELECT count(*), sum(round(averageRating * 10)::BIGINT)::BIGINT FROM ${from} WHERE ${rated}`,
  );
  const count = Number(row?.[0]);
  const meanRating = count === 0 ? null : Number(row?.[1]) / (10 * count);
  const [votes, mean] = [sql`${minVotes}::DOUBLE`, sql`${meanRating ?? 0}::DOUBLE`];
  const relation = sql`(SELECT tconst, numVotes,
      (numVotes * averageRating::DOUBLE + ${votes} * ${mean}) / (numVotes + ${votes}) AS weighted
    FROM ${from} WHERE ${rated})`;
  return { count, meanRating, relation };
}

/** The ranks, from 1, that those of the titles have which are in the set; `terms` name its columns. */
export async function ranksIn(
  queries: Queries,
  { set, terms, ids }: { set: ChartSet; terms: readonly ColumnTerm[]; ids: readonly number[] },
): Promise<ReadonlyMap<number, number>> {
  if (set.count === 0) return new Map();
  const order = terms.map(({ column, direction }) => `${column} ${direction}`).join(', ');
  const rows = await queries.rows(sql`
    SELECT tconst, rank FROM (
      SELECT tconst, row_number() OVER (ORDER BY ${raw(order)}) AS rank FROM ${set.relation}
    ) WHERE tconst IN (${keyList(ids)})`);
  return new Map(rows.map(([id, rank]) => [Number(id), Number(rank)]));
}
