import { LAST_BAND, LEAST_INSIDE } from '../dataset/search-scans.ts';
import { bindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
import { rarest, standsIn, wordIn } from './search-matches.ts';
import type { MatchesOptions } from './search-matches.ts';
import { filterSql } from './search-filter.ts';
import { LAST, lettersOf } from './search-query.ts';
import type { QueryWord, SearchQuery } from './search-query.ts';
import { bestOf, foundRow, OTHER_YEAR, TIER, TIER_OF_BEST } from './search-rows.ts';
import type { FoundRow } from './search-rows.ts';
import type { ScanReader } from './scan-reader.ts';
import { spelledLike } from './search-spelling.ts';
import type { Respelled } from './search-spelling.ts';

/** At most so many hits by parts of words, and as many by near spellings: the most popular ones. */
export const MOST_NEARBY = 100;

/** Of the words that a part stands in, the commonest. */
const MOST_WORDS_INSIDE = 30;

/** One way to read a query: what stands for each of its words, the rarest of which is looked up. */
interface Reading {
  driver: string;
  /** A condition for every other word. */
  others: readonly string[];
}

/** A near hit, and the text that fits. */
export interface NearRow extends FoundRow {
  folded: string;
}

/** Texts that have the words of the query inside of their words. */
export async function readInside(scan: ScanReader, options: MatchesOptions): Promise<NearRow[]> {
  const words = wantedOf(options.query);
  const parts = words.filter(({ text }) => lettersOf(text) >= LEAST_INSIDE);
  if (parts.length === 0) return [];
  const found = await wordsAround(scan, parts);
  const driver = rarest(found);
  if (driver.ids.length === 0) return [];
  return readBands(scan, options, {
    tier: TIER.INSIDE,
    readings: (bind) => [
      {
        driver: `word IN (${driver.ids.join(', ')})`,
        others: words
          .filter(({ text }) => text !== driver.text)
          .map((word) => (parts.includes(word) ? `contains(folded, ${bind.text(word.text)})` : standsIn(word, bind))),
      },
    ],
  });
}

/** Texts whose words are the query's, some of them spelled a little otherwise; `respelled` says which and how. */
export async function readNear(
  scan: ScanReader,
  options: MatchesOptions,
  respelled: readonly (readonly (Respelled | null)[])[],
): Promise<NearRow[]> {
  const words = wantedOf(options.query);
  return readBands(scan, options, {
    tier: TIER.NEAR,
    readings: (bind) => respelled.map((near) => readingOf(words, { near, bind })),
  });
}

function readingOf(
  words: readonly QueryWord[],
  { near, bind }: { near: readonly (Respelled | null)[]; bind: Bindings },
): Reading {
  const options = words.map((word, index) => {
    const other = near[index] ?? null;
    return other === null
      ? { texts: word.texts, isDriver: () => wordIn(word, bind), isThere: () => standsIn(word, bind) }
      : {
          texts: other.texts,
          isDriver: () => `word IN (${other.ids.join(', ')})`,
          isThere: () => spelledLike(other, bind),
        };
  });
  const driver = rarest(options);
  return {
    driver: driver.isDriver(),
    others: options.filter((option) => option !== driver).map((option) => option.isThere()),
  };
}

/** The most popular texts that fit any of the readings, band by band. */
async function readBands(
  scan: ScanReader,
  { query, filter }: MatchesOptions,
  { tier, readings }: { tier: number; readings: (bind: Bindings) => readonly Reading[] },
): Promise<NearRow[]> {
  const { hinted } = query;
  for (const band of [1, 2, LAST_BAND]) {
    const bind = bindings();
    const best = bestOf(
      hinted === null
        ? String(tier)
        : `CASE WHEN startYear = ${bind.integer(hinted.year)} THEN ${tier} ELSE ${tier + OTHER_YEAR.NEARBY} END`,
    );
    const passes = filterSql(filter, bind);
    const texts = readings(bind).map(
      ({ driver, others }) => `SELECT rank, person, id, folded, ${best} AS best FROM search_postings
        WHERE band <= ${band} AND ${[driver, ...others, passes].join(' AND ')}`,
    );
    const sql = `SELECT min(best) AS best, rank, first(person), first(id), arg_min(folded, best)
      FROM (${texts.join(' UNION ALL ')}) GROUP BY rank
      ORDER BY ${TIER_OF_BEST.replace('best', 'min(best)')}, rank LIMIT ${bind.integer(MOST_NEARBY)}`;
    const rows = await scan.rows(sql, bind.values);
    if (rows.length >= MOST_NEARBY || band === LAST_BAND)
      return rows.map((row) => Object.assign(foundRow(row), { folded: row[4] as string }));
  }
  return [];
}

export function wantedOf({ words, hinted }: SearchQuery): readonly QueryWord[] {
  return hinted?.words ?? words;
}

/** For each part, the commonest words that it stands in, and the texts of these. */
async function wordsAround(
  scan: ScanReader,
  parts: readonly QueryWord[],
): Promise<{ text: string; ids: readonly number[]; texts: number }[]> {
  const bind = bindings();
  const each = parts.map(({ text }, index) => {
    const [from, until] = [bind.text(text), bind.text(text + LAST)];
    return `(SELECT ${index} AS place, word, texts FROM (
        SELECT word, texts FROM search_ends WHERE ending >= ${from} AND ending < ${until}
        UNION
        SELECT word, texts FROM search_vocabulary WHERE text >= ${from} AND text < ${until}
      ) ORDER BY texts DESC, word LIMIT ${MOST_WORDS_INSIDE})`;
  });
  const rows = await scan.rows(each.join(' UNION ALL '), bind.values);
  return parts.map(({ text }, index) => {
    const own = rows.filter(([place]) => Number(place) === index);
    return {
      text,
      ids: own.map(([, word]) => Number(word)),
      texts: own.reduce((sum, [, , texts]) => sum + Number(texts), 0),
    };
  });
}
