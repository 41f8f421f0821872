import { LAST_BAND } from '../../dataset/search-scans.ts';
import { bindings } from '../bindings.ts';
import type { Bindings } from '../bindings.ts';
import type { SearchFilter } from '../model.ts';
import { listByTier } from './lists/listed-rows.ts';
import { filterSql } from './search-filter.ts';
import { rarest, textsWith } from './texts-sql.ts';
import type { SearchQuery } from './read-query.ts';
import { bestOf, foundRows, IS_AKA, OTHER_YEAR, TIER, TIER_OF_BEST } from './found-rows.ts';
import type { FoundRow } from './found-rows.ts';
import { beginningsOf, IS_OF_YEAR, slicesOf, tierSql, wholesOf, yearMark } from './tiers-sql.ts';
import type { ScanReader } from '../scan-reader.ts';

export interface MatchesOptions {
  query: SearchQuery;
  filter: SearchFilter;
}

/** Where a page begins or ends. */
export type Place = readonly [tier: number, rank: number];

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

/** How far to read one after the other, until there is enough. */
export function reachesOf({ query }: Pick<MatchesOptions, 'query'>): readonly Reach[] {
  const words = query.hinted?.words ?? query.words;
  const { texts } = rarest(words);
  const isCrowded = texts >= FEW && words.reduce((sum, word) => sum + word.texts, 0) >= CROWD;
  if (texts < SHORT && !isCrowded) return [TO_THE_END];
  const first: Reach = { lastBand: 1, further: 'whole' };
  if (texts < SHORT) return [first, TO_THE_END];
  // With a year there are two ways to begin.
  if (query.hinted === null) return [first, { lastBand: texts < LONG ? 1 : 2, further: 'beginning' }, TO_THE_END];
  return texts < LONG ? [first, TO_THE_END] : [first, { ...first, lastBand: 2 }, TO_THE_END];
}

/** Whether every word of the query stands somewhere. */
export function hasMatches({ words, hinted }: SearchQuery): boolean {
  const wanted = hinted?.words ?? words;
  return wanted.length > 0 && wanted.every(({ range }) => range !== null);
}

/**
 * Hits of all words in the order of the list, from its beginning or after a place: as many as `limit`, or fewer where
 * the list ends. Read a little further each time, until there are enough of which nothing less popular can come before.
 */
export async function readForward(
  scan: ScanReader,
  {
    reaches = reachesOf,
    ...options
  }: MatchesOptions & {
    limit: number;
    after?: Place | undefined;
    before?: Place | undefined;
    reaches?: typeof reachesOf;
  },
): Promise<FoundRow[]> {
  if (!hasMatches(options.query)) return [];
  const listed = await listByTier(scan, options);
  if (listed !== null) return listed;
  for (const reach of reaches(options)) {
    const rows = await readMatches(scan, { ...options, reach });
    if (reach.lastBand === LAST_BAND) return rows;
    // What is less popular than a band may have a better tier than the last one that is asked for.
    const known = Math.max(reach.further === 'whole' ? TIER.PREFIX : TIER.WORDS, options.after?.[0] ?? 0);
    const sure = rows.filter(({ tier }) => tier <= known);
    if (sure.length >= options.limit) return sure;
  }
  return [];
}

/** Hits of all words in the order of the list, or backwards: the first after a place. */
export async function readMatches(
  scan: ScanReader,
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
  const conditions = [
    after === undefined ? 'true' : beyond(after, { bind, comparison: '>' }),
    before === undefined ? 'true' : beyond(before, { bind, comparison: '<' }),
  ];
  const direction = backward ? 'DESC' : 'ASC';
  const sql = `SELECT best, rank FROM (SELECT min(best) AS best, rank FROM (${matchesSql(options, { bind, reach })})
      GROUP BY rank)
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${TIER_OF_BEST} ${direction}, rank ${direction} LIMIT ${bind.integer(limit)}`;
  return foundRows(scan, await scan.rows(sql, bind.values));
}

/** Counts hits of all words, up to `most` if there are more. */
export async function countMatches(
  scan: ScanReader,
  { reach, most, ...options }: MatchesOptions & { reach: Reach; most: number },
): Promise<number> {
  const bind = bindings();
  const sql = `SELECT count(*) FROM (SELECT DISTINCT rank FROM (${matchesSql(options, { bind, reach })})
    LIMIT ${bind.integer(most)})`;
  const [row] = await scan.rows(sql, bind.values);
  return Number(row?.[0]);
}

/** Texts that have all words, as far as they are to be read: some may come twice. */
function matchesSql(
  { query, filter }: MatchesOptions,
  { bind, reach: { lastBand, further } }: { bind: Bindings; reach: Reach },
): string {
  const passes = filterSql(filter, bind);
  const best = bestOf(tierSql(query));
  const found = textsWith(slicesOf(query), {
    where: `band <= ${lastBand}`,
    filter: passes,
    grouped: query.hinted !== null,
  });
  const sql = [`SELECT rank, ${best} AS best FROM (${found})`];
  // Other titles have one tier, whole or not, and so one order: what is less popular is not known of it yet.
  const rest = { where: `band > ${lastBand}`, filter: `NOT (${IS_AKA}) AND ${passes}` };
  if (lastBand < LAST_BAND && further === 'beginning')
    sql.push(`SELECT rank, ${best} AS best FROM (${textsWith(beginningsOf(query), rest)})`);
  if (lastBand < LAST_BAND && further === 'whole') sql.push(...wholesSql(query, rest));
  return sql.join(' UNION ALL ');
}

/** Texts that are the query, with or without its year. */
function wholesSql({ words, hinted }: SearchQuery, rest: { where: string; filter: string }): string[] {
  const ways = [{ slices: wholesOf(words), tier: String(TIER.EXACT) }];
  if (hinted !== null) {
    const slices = wholesOf(hinted.words).map((slice) => Object.assign(slice, { marks: yearMark(hinted.year) }));
    const other = TIER.EXACT + OTHER_YEAR.WORDS;
    ways.push({ slices, tier: `CASE WHEN ${IS_OF_YEAR} THEN ${TIER.EXACT} ELSE ${other} END` });
  }
  return ways
    .filter(({ slices }) => slices.length > 0)
    .map(({ slices, tier }) => `SELECT rank, ${bestOf(tier)} AS best FROM (${textsWith(slices, rest)})`);
}

function beyond([tier, rank]: Place, { bind, comparison }: { bind: Bindings; comparison: '<' | '>' }): string {
  const bound = bind.integer(tier);
  return `(${TIER_OF_BEST} ${comparison} ${bound} OR (${TIER_OF_BEST} = ${bound} AND rank ${comparison} ${bind.integer(rank)}))`;
}
