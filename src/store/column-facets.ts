import type { JS } from '@duckdb/node-api';

import { joinSql } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { FacetBucket } from './model.ts';
import type { ScanReader } from './scan-reader.ts';
import { conditionOf } from './title-filter.ts';

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
 * The buckets of facets, by their names, each counted without the part of the filter that is its own; all of them in one
 * scan.
 */
export async function columnFacets<Filter, Name extends string>(
  scan: ScanReader,
  {
    table,
    conditions,
    facets,
  }: {
    table: string;
    conditions: ReadonlyMap<keyof Filter, Condition>;
    facets: readonly (readonly [Name, ColumnFacet<Filter>])[];
  },
): Promise<Map<Name, FacetBucket<Filter>[]>> {
  if (facets.length === 0) return new Map();
  const { sql, values } = countsSql({ table, conditions, facets: facets.map(([, facet]) => facet) });
  const rows = await scan.rows(sql, values);
  return new Map(facets.map(([name, facet], at) => [name, bucketsOf(facet, countsAt(rows, at))]));
}

/**
 * For each facet, how many rows have each value: rows of one number for each facet, 0 for the one that the row is of, the
 * value and the count. A row of the table counts for a facet where it passes all parts but the facet's own, so that those
 * are looked at that fail one of such parts at most.
 */
function countsSql<Filter>({
  table,
  conditions,
  facets,
}: {
  table: string;
  conditions: ReadonlyMap<keyof Filter, Condition>;
  facets: readonly ColumnFacet<Filter>[];
}): Condition {
  const own = [...new Set(facets.map(({ part }) => part))].filter((part) => conditions.has(part));
  const others = new Map([...conditions].filter(([part]) => !own.includes(part)));
  const passes = own.map((_, at) => `passes${at}`);
  const values = facets.map((_, at) => `value${at}`);
  const tests = own.flatMap((part) => conditions.get(part) ?? []);
  const columns = facets.map(({ column }, at): Condition => ({ sql: `${column} AS value${at}`, values: [] }));
  const from = joinSql(
    [
      ...columns,
      ...tests.map((test, at): Condition => ({
        sql: `coalesce(${test.sql}, false) AS passes${at}`,
        values: test.values,
      })),
    ],
    ', ',
  );
  const rows = joinSql([{ ...from, sql: `SELECT ${from.sql} FROM ${table}` }, conditionOf(others)], ' WHERE ');
  const counted = facets.map(({ part }, at) => {
    const wanted = passes.filter((_, index) => own[index] !== part);
    return `CASE WHEN ${['true', ...wanted].join(' AND ')} THEN value${at} END AS value${at}`;
  });
  const passed = ['0', ...passes.map((name) => `${name}::INTEGER`)].join(' + ');
  return {
    sql: `SELECT ${values.map((name) => `grouping(${name})`).join(', ')},
        coalesce(${values.map((name) => `${name}::VARCHAR`).join(', ')}), count(*)
      FROM (SELECT ${counted.join(', ')} FROM (${rows.sql}) WHERE ${passed} >= ${own.length - 1})
      GROUP BY GROUPING SETS (${values.map((name) => `(${name})`).join(', ')})`,
    values: rows.values,
  };
}

/** Rows of null are in no bucket. */
function countsAt(rows: readonly JS[][], at: number): Counts {
  const own = rows.filter((row) => Number(row[at]) === 0 && row.at(-2) !== null);
  return new Map(own.map((row) => [row.at(-2) as string, Number(row.at(-1))]));
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
