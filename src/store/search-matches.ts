import { hashed, LAST_BAND } from '../dataset/search-scans.ts';
import { bindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import type { SearchFilter } from './model.ts';
import { filterSql } from './search-filter.ts';
import type { QueryWord, SearchQuery } from './search-query.ts';
import { bestOf, foundRow, OTHER_YEAR, TIER, TIER_OF_BEST } from './search-rows.ts';
import type { FoundRow } from './search-rows.ts';
import type { ScanReader } from './scan-reader.ts';

export interface MatchesOptions {
  query: SearchQuery;
  filter: SearchFilter;
}

/** Where a page begins or ends. */
export type Place = readonly [tier: number, rank: number];

/** A word in fewer texts than this is read to its end at once. */
const SHORT = 30_000;
const LONG = 500_000;

/** The bands to read one after the other, until there is enough. */
export function bandsOf({ query }: Pick<MatchesOptions, 'query'>): readonly number[] {
  const { texts } = rarest(query.hinted?.words ?? query.words);
  if (texts < SHORT) return [LAST_BAND];
  return texts < LONG ? [1, LAST_BAND] : [1, 2, LAST_BAND];
}

/** Whether every word of the query stands somewhere. */
export function hasMatches({ words, hinted }: SearchQuery): boolean {
  const wanted = hinted?.words ?? words;
  return wanted.length > 0 && wanted.every(({ range }) => range !== null);
}

/**
 * Hits of all words in the order of the list, from its beginning or after a place: as many as `limit`, or fewer where
 * the list ends. Read band by band, until there are enough of which nothing less popular can come before.
 */
export async function readForward(
  scan: ScanReader,
  {
    bands = bandsOf,
    ...options
  }: MatchesOptions & { limit: number; after?: Place | undefined; before?: Place | undefined; bands?: typeof bandsOf },
): Promise<FoundRow[]> {
  if (!hasMatches(options.query)) return [];
  // What is less popular than a band may have a better tier than the last one that is asked for.
  const known = Math.max(TIER.PREFIX, options.after?.[0] ?? 0);
  for (const lastBand of bands(options)) {
    const rows = await readMatches(scan, { ...options, lastBand });
    if (lastBand === LAST_BAND) return rows;
    const sure = rows.filter(({ tier }) => tier <= known);
    if (sure.length >= options.limit) return sure;
  }
  return [];
}

/** Hits of all words in the order of the list, or backwards: the first after a place. */
export async function readMatches(
  scan: ScanReader,
  options: MatchesOptions & {
    lastBand: number;
    limit: number;
    after?: Place | undefined;
    before?: Place | undefined;
    backward?: boolean;
  },
): Promise<FoundRow[]> {
  const { lastBand, limit, after, before, backward = false } = options;
  const bind = bindings();
  const conditions = [
    after === undefined ? 'true' : beyond(after, { bind, comparison: '>' }),
    before === undefined ? 'true' : beyond(before, { bind, comparison: '<' }),
  ];
  const direction = backward ? 'DESC' : 'ASC';
  const sql = `SELECT best, rank, person, id
    FROM (SELECT min(best) AS best, rank, first(person) AS person, first(id) AS id
      FROM (${matchesSql(options, { bind, lastBand })}) GROUP BY rank)
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${TIER_OF_BEST} ${direction}, rank ${direction} LIMIT ${bind.integer(limit)}`;
  return (await scan.rows(sql, bind.values)).map(foundRow);
}

/** Counts hits of all words, up to `most` if there are more. */
export async function countMatches(
  scan: ScanReader,
  { lastBand, most, ...options }: MatchesOptions & { lastBand: number; most: number },
): Promise<number> {
  const bind = bindings();
  const sql = `SELECT count(*) FROM (SELECT DISTINCT rank FROM (${matchesSql(options, { bind, lastBand })})
    LIMIT ${bind.integer(most)})`;
  const [row] = await scan.rows(sql, bind.values);
  return Number(row?.[0]);
}

/**
 * Texts that have all words: those up to a band of popularity, and those that are the query itself whatever their
 * band, as only the latter come before more popular ones.
 */
function matchesSql(
  { query, filter }: MatchesOptions,
  { bind, lastBand }: { bind: Bindings; lastBand: number },
): string {
  const wanted = query.hinted?.words ?? query.words;
  const driver = rarest(wanted);
  const conditions = [
    `band <= ${bind.integer(lastBand)}`,
    wordIn(driver, bind),
    ...wanted.filter((word) => word !== driver).map((word) => standsIn(word, bind)),
    filterSql(filter, bind),
  ];
  const wholes = [query.text, ...(query.hinted === null ? [] : [query.hinted.text])].map((text) =>
    hashed(bind.text(text)),
  );
  // Other titles have one tier, whole or not, and so one order: what is less popular is not known of it yet.
  return `SELECT rank, person, id, ${bestOf(tierSql(query, bind))} AS best
    FROM search_postings WHERE ${conditions.join(' AND ')}
    UNION ALL
    SELECT rank, person, id, ${bestOf(wholeTierSql(query, { bind, whole: wholes[0] ?? '' }))} AS best
    FROM search_wholes WHERE whole IN (${wholes.join(', ')}) AND matchedOn <> 'AKA' AND ${filterSql(filter, bind)}`;
}

/** The tier of a text that has all words but the year. */
function tierSql({ text, words, hinted }: SearchQuery, bind: Bindings): string {
  if (hinted === null) return tierOf(text, bind);
  const all = words.map((word) => standsIn(word, bind)).join(' AND ');
  const without = tierOf(hinted.text, bind);
  return `CASE WHEN ${all} THEN ${tierOf(text, bind)} WHEN startYear = ${bind.integer(hinted.year)} THEN ${without}
    ELSE ${without} + ${OTHER_YEAR.WORDS} END`;
}

function tierOf(text: string, bind: Bindings): string {
  const bound = bind.text(text);
  return `CASE WHEN matchedOn = 'AKA' THEN ${TIER.AKA} WHEN folded = ${bound} THEN ${TIER.EXACT}
    WHEN starts_with(folded, ${bound}) THEN ${TIER.PREFIX} ELSE ${TIER.WORDS} END`;
}

/** The same for a text that is known to be the query, with or without its year. */
function wholeTierSql({ hinted }: SearchQuery, { bind, whole }: { bind: Bindings; whole: string }): string {
  if (hinted === null) return String(TIER.EXACT);
  const isMeant = `whole = ${whole} OR startYear = ${bind.integer(hinted.year)}`;
  return `CASE WHEN ${isMeant} THEN ${TIER.EXACT} ELSE ${TIER.EXACT + OTHER_YEAR.WORDS} END`;
}

/** The words of the vocabulary that a word of the query is, as a condition on the postings. */
export function wordIn({ range }: QueryWord, bind: Bindings): string {
  return range === null ? 'false' : `word BETWEEN ${bind.integer(range[0])} AND ${bind.integer(range[1])}`;
}

/** Whether a word stands in a text, as a condition on the text. */
export function standsIn({ text, open }: Pick<QueryWord, 'text' | 'open'>, bind: Bindings): string {
  return open
    ? `contains(' ' || folded, ${bind.text(` ${text}`)})`
    : `contains(' ' || folded || ' ', ${bind.text(` ${text} `)})`;
}

/** The word to look up: the one in the fewest texts. */
export function rarest<Word extends { texts: number }>(words: readonly Word[]): Word {
  return words.reduce((least, word) => (word.texts < least.texts ? word : least));
}

function beyond([tier, rank]: Place, { bind, comparison }: { bind: Bindings; comparison: '<' | '>' }): string {
  const bound = bind.integer(tier);
  return `(${TIER_OF_BEST} ${comparison} ${bound} OR (${TIER_OF_BEST} = ${bound} AND rank ${comparison} ${bind.integer(rank)}))`;
}
