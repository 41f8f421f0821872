import { BAND, LAST_BAND, LEAST_INSIDE } from '../dataset/search-scans.ts';
import { bindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import { SHORT } from './search-matches.ts';
import type { MatchesOptions } from './search-matches.ts';
import { filterSql } from './search-filter.ts';
import { rarest, textsWith } from './search-postings.ts';
import type { Slice } from './search-postings.ts';
import { lettersOf } from './search-query.ts';
import type { QueryWord, SearchQuery } from './search-query.ts';
import { bestOf, foundRows, OTHER_YEAR, textOf, TIER, TIER_OF_BEST } from './search-rows.ts';
import type { FoundRow } from './search-rows.ts';
import type { ScanReader } from './scan-reader.ts';
import type { Respelled } from './search-spelling.ts';
import { IS_OF_YEAR, sliceOf, yearMark } from './search-tiers.ts';
import { LAST } from './word-list.ts';
import type { WordList } from './word-list.ts';

/** At most so many hits by parts of words, and as many by near spellings: the most popular ones. */
export const MOST_NEARBY = 100;

/** Of the words that the rarest part stands in, the commonest. */
const MOST_WORDS_INSIDE = 30;

/** Texts that have the words of the query inside of their words. */
export async function readInside(scan: ScanReader, options: MatchesOptions): Promise<FoundRow[]> {
  const words = wantedOf(options.query);
  const parts = words.filter(({ text }) => lettersOf(text) >= LEAST_INSIDE);
  if (parts.length === 0) return [];
  const list = await scan.words();
  const found = await wordsAround(scan, { list, parts });
  const driver = rarest(found);
  if (driver.ids.length === 0) return [];
  return readBands(scan, options, {
    tier: TIER.INSIDE,
    readings: (bind) => [
      words.map((word): Slice => {
        if (word.text === driver.text) return { words: numbered(driver.ids), texts: driver.texts };
        if (!parts.includes(word)) return sliceOf(word);
        return { words: isAround(word.text, { list, bind }), texts: driver.texts + 1 };
      }),
    ],
  });
}

/** Texts whose words are the query's, some of them spelled a little otherwise; `respelled` says which and how. */
export async function readNear(
  scan: ScanReader,
  options: MatchesOptions,
  respelled: readonly (readonly (Respelled | null)[])[],
): Promise<FoundRow[]> {
  const words = wantedOf(options.query);
  const slices = respelled.map((near) =>
    words.map((word, index): Slice => {
      const other = near[index] ?? null;
      return other === null ? sliceOf(word) : { words: numbered(other.ids), texts: other.texts };
    }),
  );
  return readBands(scan, options, { tier: TIER.NEAR, readings: () => slices });
}

/** Which words of those numbered so the text has by which something was found. */
export async function wordsOfText(
  scan: ScanReader,
  { found, of }: { found: FoundRow; of: readonly number[] },
): Promise<ReadonlySet<number>> {
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

/** The most popular texts that fit any of the readings, band by band. */
async function readBands(
  scan: ScanReader,
  { query, filter }: MatchesOptions,
  { tier, readings }: { tier: number; readings: (bind: Bindings) => readonly (readonly Slice[])[] },
): Promise<FoundRow[]> {
  const { hinted } = query;
  const best = bestOf(
    hinted === null ? String(tier) : `CASE WHEN ${IS_OF_YEAR} THEN ${tier} ELSE ${tier + OTHER_YEAR.NEARBY} END`,
  );
  const marked = (slice: Slice): Slice => (hinted === null ? slice : { ...slice, marks: yearMark(hinted.year) });
  const bind = bindings();
  const slices = readings(bind);
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
    const rows = await scan.rows(sql, bind.values);
    if (rows.length >= MOST_NEARBY || band === LAST_BAND) return foundRows(scan, rows);
  }
  return [];
}

export function wantedOf({ words, hinted }: SearchQuery): readonly QueryWord[] {
  return hinted?.words ?? words;
}

/** For each part, the commonest words that it stands in, and the texts of these. */
async function wordsAround(
  scan: ScanReader,
  { list, parts }: { list: WordList; parts: readonly QueryWord[] },
): Promise<{ text: string; ids: readonly number[]; texts: number }[]> {
  const bind = bindings();
  const ends = parts.map(({ text }, index) => `SELECT ${index}, word FROM (${endsSql(text, bind)})`);
  const rows = await scan.rows(ends.join(' UNION ALL '), bind.values);
  return parts.map(({ text }, index) => {
    const [first, last] = list.beginningWith(text) ?? [0, -1];
    const beginnings = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const inside = rows.filter(([part]) => Number(part) === index).map(([, word]) => Number(word));
    const ids = [...new Set([...beginnings, ...inside])]
      .map((id) => ({ id, texts: list.textsOf(id, id) }))
      .toSorted((one, other) => other.texts - one.texts || one.id - other.id)
      .slice(0, MOST_WORDS_INSIDE);
    return { text, ids: ids.map(({ id }) => id), texts: ids.reduce((sum, { texts }) => sum + texts, 0) };
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
