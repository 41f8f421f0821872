import { BAND, LAST_BAND, LEAST_INSIDE } from '../../dataset/search-scans.ts';
import { bindings } from '../bindings.ts';
import type { Bindings } from '../bindings.ts';
import type { WordRange } from './lists/postings.ts';
import { listReadings, listWordsOfText } from './lists/listed-rows.ts';
import { SHORT } from './read-matches.ts';
import type { MatchesOptions } from './read-matches.ts';
import { filterSql } from './search-filter.ts';
import { rarest, textsWith } from './texts-sql.ts';
import type { Slice } from './texts-sql.ts';
import { lettersOf } from './read-query.ts';
import type { QueryWord, SearchQuery } from './read-query.ts';
import { bestOf, foundRows, OTHER_YEAR, textOf, TIER, TIER_OF_BEST } from './found-rows.ts';
import type { FoundRow } from './found-rows.ts';
import type { ScanReader } from '../scan-reader.ts';
import type { Respelled } from './respell.ts';
import { IS_OF_YEAR, sliceOf, yearMark } from './tiers-sql.ts';
import { LAST } from './word-list.ts';
import type { WordList } from './word-list.ts';

/** At most so many hits by parts of words, and as many by near spellings: the most popular ones. */
export const MOST_NEARBY = 100;

/** Of the words that the rarest part stands in, the commonest. */
const MOST_WORDS_INSIDE = 30;

/** What a word of the query may be in a text. */
interface Near {
  ranges: readonly WordRange[];
  /** The same as rows of the postings. */
  slice: (bind: Bindings) => Slice;
}

/** Texts that have the words of the query inside of their words. */
export async function readInside(scan: ScanReader, options: MatchesOptions): Promise<FoundRow[]> {
  const words = wantedOf(options.query);
  const parts = words.filter(({ text }) => lettersOf(text) >= LEAST_INSIDE);
  if (parts.length === 0) return [];
  const list = await scan.words();
  const found = await wordsAround(scan, { list, parts });
  const driver = rarest(found);
  if (driver.commonest.length === 0) return [];
  const reading = words.map((word): Near => {
    if (word.text === driver.text) return among(driver.commonest, driver.texts);
    const around = found.find(({ text }) => text === word.text);
    if (around === undefined) return asTyped(word);
    const slice = (bind: Bindings): Slice => ({ words: isAround(word.text, { list, bind }), texts: driver.texts + 1 });
    return { ranges: around.ids.map(single), slice };
  });
  return readReadings(scan, options, { tier: TIER.INSIDE, readings: [reading] });
}

/** Texts whose words are the query's, some of them spelled a little otherwise; `respelled` says which and how. */
export async function readNear(
  scan: ScanReader,
  options: MatchesOptions,
  respelled: readonly (readonly (Respelled | null)[])[],
): Promise<FoundRow[]> {
  const words = wantedOf(options.query);
  const readings = respelled.map((near) =>
    words.map((word, index): Near => {
      const other = near[index] ?? null;
      return other === null ? asTyped(word) : among(other.ids, other.texts);
    }),
  );
  return readReadings(scan, options, { tier: TIER.NEAR, readings });
}

function asTyped(word: QueryWord): Near {
  return { ranges: word.range === null ? [] : [word.range], slice: () => sliceOf(word) };
}

function among(ids: readonly number[], texts: number): Near {
  return { ranges: ids.map(single), slice: () => ({ words: numbered(ids), texts }) };
}

function single(id: number): WordRange {
  return [id, id];
}

/** Which words of those numbered so the text has by which something was found. */
export async function wordsOfText(
  scan: ScanReader,
  { found, of }: { found: FoundRow; of: readonly number[] },
): Promise<ReadonlySet<number>> {
  const listed = await listWordsOfText(scan, { rank: found.rank, text: textOf(found), of });
  if (listed !== null) return listed;
  const rows = await scan.rows(
    `SELECT DISTINCT word FROM search_postings
     WHERE band = (SELECT ${BAND} FROM (SELECT $1 AS rank)) AND ${numbered(of)} AND rank = $1 AND text = $2`,
    [found.rank, textOf(found)],
  );
  return new Set(rows.map(([word]) => Number(word)));
}

function numbered(words: readonly number[]): string {
  return words.length === 0 ? 'false' : `word IN (${words.join(', ')})`;
}

/** The most popular texts that fit any of the readings. */
async function readReadings(
  scan: ScanReader,
  options: MatchesOptions,
  { tier, readings }: { tier: number; readings: readonly (readonly Near[])[] },
): Promise<FoundRow[]> {
  const ranges = readings.map((reading) => reading.map((near) => near.ranges));
  const listed = await listReadings(scan, { ...options, tier, readings: ranges, limit: MOST_NEARBY });
  return listed ?? readBands(scan, options, { tier, readings });
}

/** The same by the joins of DuckDB, band by band. */
async function readBands(
  scan: ScanReader,
  { query, filter }: MatchesOptions,
  { tier, readings }: { tier: number; readings: readonly (readonly Near[])[] },
): Promise<FoundRow[]> {
  const { hinted } = query;
  const best = bestOf(
    hinted === null ? String(tier) : `CASE WHEN ${IS_OF_YEAR} THEN ${tier} ELSE ${tier + OTHER_YEAR.NEARBY} END`,
  );
  const marked = (slice: Slice): Slice => (hinted === null ? slice : { ...slice, marks: yearMark(hinted.year) });
  const bind = bindings();
  const slices = readings.map((reading) => reading.map(({ slice }) => slice(bind)));
  const passes = filterSql(filter, bind);
  const limit = bind.integer(MOST_NEARBY);
  const isShort = slices.every((reading) => rarest(reading).texts < SHORT);
  for (const band of isShort ? [LAST_BAND] : [1, 2, LAST_BAND]) {
    const texts = slices.map(
      (reading) => `SELECT rank, ${best} AS best
        FROM (${textsWith(reading.map(marked), { where: `band <= ${band}`, filter: passes })})`,
    );
    const sql = `SELECT min(best) AS best, rank FROM (${texts.join(' UNION ALL ')}) GROUP BY rank
      ORDER BY ${TIER_OF_BEST.replace('best', 'min(best)')}, rank LIMIT ${limit}`;
    const rows = await foundRows(scan, await scan.rows(sql, bind.values));
    // One of the year comes before all others, however popular those are.
    if (band === LAST_BAND || (rows.length >= MOST_NEARBY && rows.at(-1)?.tier === tier)) return rows;
  }
  return [];
}

export function wantedOf({ words, hinted }: SearchQuery): readonly QueryWord[] {
  return hinted?.words ?? words;
}

/** For each part the words that it stands in, the commonest of these, and the texts of those. */
async function wordsAround(
  scan: ScanReader,
  { list, parts }: { list: WordList; parts: readonly QueryWord[] },
): Promise<{ text: string; ids: readonly number[]; commonest: readonly number[]; texts: number }[]> {
  const bind = bindings();
  const ends = parts.map(({ text }, index) => `SELECT ${index}, word FROM (${endsSql(text, bind)})`);
  const rows = await scan.rows(ends.join(' UNION ALL '), bind.values);
  return parts.map(({ text }, index) => {
    const [first, last] = list.beginningWith(text) ?? [0, -1];
    const beginnings = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const inside = rows.filter(([part]) => Number(part) === index).map(([, word]) => Number(word));
    const ids = [...new Set([...beginnings, ...inside])];
    const commonest = ids
      .map((id) => ({ id, texts: list.textsOf(id, id) }))
      .toSorted((one, other) => other.texts - one.texts || one.id - other.id)
      .slice(0, MOST_WORDS_INSIDE);
    const texts = commonest.reduce((sum, word) => sum + word.texts, 0);
    return { text, ids, commonest: commonest.map(({ id }) => id), texts };
  });
}

function endsSql(text: string, bind: Bindings): string {
  return `SELECT word FROM search_ends WHERE ending >= ${bind.text(text)} AND ending < ${bind.text(text + LAST)}`;
}

/** A condition on `word`: a part stands in it. */
function isAround(text: string, { list, bind }: { list: WordList; bind: Bindings }): string {
  const [first, last] = list.beginningWith(text) ?? [0, -1];
  return `(word BETWEEN ${first} AND ${last} OR word IN (${endsSql(text, bind)}))`;
}
