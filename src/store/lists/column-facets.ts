import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import type { Condition } from '../query/conditions.ts';
import type { FacetBucket } from '../model/model.ts';
import type { Queries } from '../query/queries.ts';
import { conditionOf } from '../query/conditions.ts';

/** What a bucket says but for its value and its count. */
export type BucketOf<Filter> = (value: string) => Omit<FacetBucket<Filter>, 'value' | 'count'>;

/** A facet whose values are in one column of a list. */
export interface ColumnFacet<Filter> {
  /** The part of the filter that it leaves out. */
  part: keyof Filter;
  /** An SQL expression; rows that have null are in no bucket. */
  column: string;
  /** The values in that column's text, each once. Default: the text is the value. */
  valuesOf?: (text: string) => readonly string[];
  /** Values in their order, instead of the largest bucket first. */
  inOrder?: boolean;
  bucket: BucketOf<Filter>;
}

type Counts = ReadonlyMap<string, number>;

/**
 * The buckets of facets, by their names, each counted without the part of the filter that is its own. Those that leave
 * out nothing of this filter are counted in one scan.
 */
export async function columnFacets<Filter, Name extends string>(
  queries: Queries,
  {
    table,
    conditions,
    facets,
  }: {
    table: Sql;
    /** By the part of the filter; a filter may have parts that no column is a facet of. */
    conditions: ReadonlyMap<PropertyKey, Condition>;
    facets: readonly (readonly [Name, ColumnFacet<Filter>])[];
  },
): Promise<Map<Name, FacetBucket<Filter>[]>> {
  const own = facets.filter(([, { part }]) => conditions.has(part));
  const others = facets.filter((facet) => !own.includes(facet));
  const counted = await Promise.all(
    [others, ...own.map((facet) => [facet])].map(async (group) => {
      const where = conditionOf(conditions, group[0]?.[1].part);
      const counts = await countsOf(queries, { table, where, columns: group.map(([, { column }]) => column) });
      return group.map(([name, facet], at) => [name, bucketsOf(facet, counts[at] ?? new Map())] as const);
    }),
  );
  return new Map(counted.flat());
}

/** How many rows have each value, for each of the columns. */
async function countsOf(
  queries: Queries,
  { table, where, columns }: { table: Sql; where: Condition; columns: readonly string[] },
): Promise<Counts[]> {
  if (columns.length === 0) return [];
  const names = columns.map((_, at) => `value${at}`);
  const listed = (one: (name: string, at: number) => string) => raw(names.map(one).join(', '));
  const rows = await queries.rows(sql`
    SELECT ${listed((name) => `grouping(${name})`)}, coalesce(${listed((name) => `${name}::VARCHAR`)}), count(*)
    FROM (SELECT ${listed((name, at) => `${columns[at]} AS ${name}`)} FROM ${table} WHERE ${where})
    GROUP BY GROUPING SETS (${listed((name) => `(${name})`)})`);
  return columns.map(
    (_, at) =>
      new Map(
        rows
          .filter((row) => Number(row[at]) === 0 && row.at(-2) !== null)
          .map((row) => [row.at(-2) as string, Number(row.at(-1))]),
      ),
  );
}

function bucketsOf<Filter>(
  { valuesOf = (text) => [text], inOrder = false, bucket }: ColumnFacet<Filter>,
  counts: Counts,
): FacetBucket<Filter>[] {
  const sums = new Map<string, number>();
  for (const [text, count] of counts)
    for (const value of valuesOf(text)) sums.set(value, (sums.get(value) ?? 0) + count);
  const buckets = [...sums].map(([value, count]) => Object.assign(bucket(value), { value, count }));
  return inOrder
    ? buckets.sort((one, other) => Number(one.value) - Number(other.value))
    : buckets.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

/** The words of a text that joins them by commas, with one at both ends. */
export function joinedWords(text: string): string[] {
  return text.slice(1, -1).split(',');
}
