import { LAST_BAND } from '../../../dataset/indexes/search-indexes.ts';
import { bindings } from '../../../duckdb/bindings.ts';
import type { Bindings } from '../../../duckdb/bindings.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { Queries } from '../../query/queries.ts';
import { bestOf, foundRows, IS_AKA, TIER_OF_BEST } from '../ranking/found-rows.ts';
import type { FoundRow, Place } from '../ranking/found-rows.ts';
import { wantedOf } from '../terms/read-query.ts';
import type { SearchQuery } from '../terms/read-query.ts';
import { filterSql } from '../ranking/search-filter.ts';
import type { Stage } from '../terms/stages.ts';
import { rarest, textsWith } from './texts-sql.ts';
import { numbersOf } from '../ranking/tiers.ts';
import { beginningsOf, slicesOf, tierSql, wholesOf, wholeTierSql, yearMark } from './tiers-sql.ts';

/** Searches by the joins of DuckDB: what the lists of postings cannot tell. */
export interface MatchesOptions {
  /** Those of which something may be wanted. */
  stages: readonly Stage[];
  filter: SearchFilter;
}

/** A word in fewer texts than this is read to its end at once. */
export const SHORT = 30_000;
/** …unless it would be looked for among so many others, and is in more than a few. */
const CROWD = 2_000_000;
const FEW = 2000;
const LONG = 500_000;

/** How far to read: texts up to a band of popularity, and of the less popular ones those that are, or begin with, the query. */
export interface Reach {
  lastBand: number;
  further: 'whole' | 'beginning';
}

export const TO_THE_END: Reach = { lastBand: LAST_BAND, further: 'whole' };

/** How far to read for a query one after the other, until there is enough. */
export function reachesOf(query: SearchQuery): readonly Reach[] {
  const words = wantedOf(query);
  const { texts } = rarest(words);
  const isCrowded = texts >= FEW && words.reduce((sum, word) => sum + word.texts, 0) >= CROWD;
  if (texts < SHORT && !isCrowded) return [TO_THE_END];
  const first: Reach = { lastBand: 1, further: 'whole' };
  if (texts < SHORT) return [first, TO_THE_END];
  // With a year there are two ways to begin.
  if (query.hinted === null) return [first, { lastBand: texts < LONG ? 1 : 2, further: 'beginning' }, TO_THE_END];
  return texts < LONG ? [first, TO_THE_END] : [first, { ...first, lastBand: 2 }, TO_THE_END];
}

/**
 * Hits of whole words in the order of the list, from its beginning or after a place: as many as `limit`, or fewer where
 * they end. Read a little further each time, until there are enough of which nothing less popular can come before.
 */
export async function readWhole(
  scan: Queries,
  {
    words,
    reaches = reachesOf,
    ...options
  }: Omit<MatchesOptions, 'stages'> & {
    words: Stage;
    limit: number;
    after?: Place | undefined;
    before?: Place | undefined;
    reaches?: typeof reachesOf;
  },
): Promise<FoundRow[]> {
  const [query] = words.readings;
  if (query === undefined) return [];
  const [, prefix = 0, anywhere = 0] = numbersOf('WORDS', { hinted: false });
  for (const reach of reaches(query)) {
    const rows = await readMatches(scan, { ...options, stages: [words], reach });
    if (reach.lastBand === LAST_BAND) return rows;
    // What is less popular than a band may have a better tier than the last one that is asked for.
    const known = Math.max(reach.further === 'whole' ? prefix : anywhere, options.after?.[0] ?? 0);
    const sure = rows.filter(({ tier }) => tier <= known);
    if (sure.length >= options.limit) return sure;
  }
  return [];
}

/** Hits in the order of the list, or backwards: the first after a place. */
export async function readMatches(
  scan: Queries,
  options: MatchesOptions & {
    reach?: Reach;
    limit: number;
    after?: Place | undefined;
    before?: Place | undefined;
    backward?: boolean;
  },
): Promise<FoundRow[]> {
  const { reach = TO_THE_END, limit, after, before, backward = false } = options;
  const bind = bindings();
  const matches = matchesSql(options, { bind, reach });
  if (matches === undefined) return [];
  const conditions = [
    after === undefined ? 'true' : beyond(after, { bind, comparison: '>' }),
    before === undefined ? 'true' : beyond(before, { bind, comparison: '<' }),
  ];
  const direction = backward ? 'DESC' : 'ASC';
  const sql = `SELECT best, rank FROM (SELECT min(best) AS best, rank FROM (${matches}) GROUP BY rank)
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${TIER_OF_BEST} ${direction}, rank ${direction} LIMIT ${bind.integer(limit)}`;
  return foundRows(scan, await scan.rows(sql, bind.values));
}

/** Counts hits, up to `most` if there are more. */
export async function countMatches(
  scan: Queries,
  { reach = TO_THE_END, most, ...options }: MatchesOptions & { reach?: Reach; most: number },
): Promise<number> {
  const bind = bindings();
  const matches = matchesSql(options, { bind, reach });
  if (matches === undefined) return 0;
  const sql = `SELECT count(*) FROM (SELECT DISTINCT rank FROM (${matches}) LIMIT ${bind.integer(most)})`;
  const [row] = await scan.rows(sql, bind.values);
  return Number(row?.[0]);
}

/** Texts that fit, as far as they are to be read: some may come twice. Undefined where there is nothing to look for. */
function matchesSql(
  { stages, filter }: MatchesOptions,
  { bind, reach }: { bind: Bindings; reach: Reach },
): string | undefined {
  const passes = filterSql(filter, bind);
  const sql = stages.flatMap(({ kind, readings }) =>
    readings.flatMap((query) => {
      const found = textsWith(slicesOf(query), {
        where: `band <= ${reach.lastBand}`,
        filter: passes,
        grouped: query.hinted !== null,
      });
      const texts = `SELECT rank, ${bestOf(tierSql(query, kind))} AS best FROM (${found})`;
      return kind === 'WORDS' ? [texts, ...furtherSql(query, { reach, passes })] : [texts];
    }),
  );
  return sql.length === 0 ? undefined : sql.join(' UNION ALL ');
}

/** Of the texts beyond the last band, those that are the query or begin with it. */
function furtherSql(
  query: SearchQuery,
  { reach: { lastBand, further }, passes }: { reach: Reach; passes: string },
): string[] {
  if (lastBand === LAST_BAND) return [];
  // Other titles have one tier, whole or not, and so one order: what is less popular is not known of it yet.
  const rest = { where: `band > ${lastBand}`, filter: `NOT (${IS_AKA}) AND ${passes}` };
  if (further === 'whole') return wholesSql(query, rest);
  return [`SELECT rank, ${bestOf(tierSql(query, 'WORDS'))} AS best FROM (${textsWith(beginningsOf(query), rest)})`];
}

/** Texts that are the query, with or without its year. */
function wholesSql({ words, hinted }: SearchQuery, rest: { where: string; filter: string }): string[] {
  const [exact = 0] = numbersOf('WORDS', { hinted: false });
  const ways = [{ slices: wholesOf(words), tier: String(exact) }];
  if (hinted !== null) {
    const slices = wholesOf(hinted.words).map((slice) => Object.assign(slice, { marks: yearMark(hinted.year) }));
    ways.push({ slices, tier: wholeTierSql(exact) });
  }
  return ways
    .filter(({ slices }) => slices.length > 0)
    .map(({ slices, tier }) => `SELECT rank, ${bestOf(tier)} AS best FROM (${textsWith(slices, rest)})`);
}

function beyond([tier, rank]: Place, { bind, comparison }: { bind: Bindings; comparison: '<' | '>' }): string {
  const bound = bind.integer(tier);
  return `(${TIER_OF_BEST} ${comparison} ${bound} OR (${TIER_OF_BEST} = ${bound} AND rank ${comparison} ${bind.integer(rank)}))`;
}
