import { bandOf } from '../dataset/search-scans.ts';
import { isAka, bestTexts, matchesByTier, WORD_TIERS } from './matches-by-tier.ts';
import type { Match } from './matches-by-tier.ts';
import type { SearchFilter } from './model.ts';
import { passingRows } from './passing-rows.ts';
import { DamagedPostings } from './postings.ts';
import type { Postings, WordRange } from './postings.ts';
import { runsOf } from './runs.ts';
import type { SearchQuery } from './search-query.ts';
import type { FoundRow } from './search-rows.ts';
import type { ScanReader } from './scan-reader.ts';
import { textsWithAll } from './text-joins.ts';
import { placeOf, unionOf } from './texts.ts';

/*
 * Searches that the lists of postings answer: they say what has the words, DuckDB which of that passes the filter. Each
 * answers with null where the lists cannot tell, or are not there: then DuckDB is asked for all of it.
 */

interface Options {
  query: SearchQuery;
  filter: SearchFilter;
  limit: number;
}

type Place = readonly [tier: number, rank: number];

/** Hits of all words, from the beginning of their list or after a place in it. */
export function listByTier(
  scan: ScanReader,
  {
    query,
    filter,
    limit,
    after = [0, -1],
    before,
  }: Options & { after?: Place | undefined; before?: Place | undefined },
): Promise<FoundRow[] | null> {
  function* steps(postings: Postings): Generator<readonly Match[]> {
    const matches = matchesByTier(postings, { words: query.words, includeAkas: filter.includeAkas });
    for (const tier of WORD_TIERS) {
      if (tier < after[0] || (before !== undefined && tier > before[0])) continue;
      for (let band = 0; band < postings.bands; band += 1) {
        yield matches
          .of(tier, band)
          .filter((match) => compare(match, after) > 0 && (before === undefined || compare(match, before) < 0));
      }
    }
  }
  return fromLists(scan, { query, filter }, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** The most popular hits of all words. */
export function listByRank(scan: ScanReader, { query, filter, limit }: Options): Promise<FoundRow[] | null> {
  function* steps(postings: Postings): Generator<readonly Match[]> {
    const matches = matchesByTier(postings, { words: query.words, includeAkas: filter.includeAkas });
    for (let band = 0; band < postings.bands; band += 1) {
      yield WORD_TIERS.flatMap((tier) => matches.of(tier, band)).toSorted((one, other) => one.rank - other.rank);
    }
  }
  return fromLists(scan, { query, filter }, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** More would take longer to look up one by one than the join of DuckDB takes. */
const MOST_RANGES = 1000;

/** For each word of a query those of the vocabulary of which a text must have one. */
type Reading = readonly (readonly WordRange[])[];

/** The most popular texts that fit any of the readings, which are of one tier. */
export function listReadings(
  scan: ScanReader,
  { readings, tier, ...options }: Options & { readings: readonly Reading[]; tier: number },
): Promise<FoundRow[] | null> {
  const { query, filter, limit } = options;
  if (readings.flat().some((words) => words.length > MOST_RANGES)) return Promise.resolve(null);
  function* steps(postings: Postings): Generator<readonly Match[]> {
    for (let band = 0; band < postings.bands; band += 1) {
      const texts = unionOf(
        readings.map((reading) =>
          textsWithAll(postings, { band, wanted: reading.map((words) => ({ words, fits: () => true })) }),
        ),
        postings.space,
      );
      yield bestTexts(texts, { tier, of: (text) => filter.includeAkas || !isAka(text) });
    }
  }
  return fromLists(scan, { query, filter }, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** Which of the words numbered so a text has. */
export function listWordsOfText(
  { postings }: ScanReader,
  { rank, text, of }: Pick<Match, 'rank' | 'text'> & { of: readonly number[] },
): Promise<ReadonlySet<number> | null> {
  const ranks = Uint32Array.of(rank);
  return unlessDamaged(postings, async (lists) => {
    lists.space.clear();
    const isThere = (word: number): boolean =>
      runsOf(lists.span(bandOf(rank), [word, word]))
        .flatMap((run) => lists.around(run, ranks))
        .some((part) => placeOf(part, { rank, text }) !== -1);
    return new Set(of.filter(isThere));
  });
}

/** The lists do not know of what year a thing is, nor of what market a title. */
async function fromLists<T>(
  { postings }: ScanReader,
  { query, filter }: Pick<Options, 'query' | 'filter'>,
  read: (postings: Postings) => Promise<T | null>,
): Promise<T | null> {
  return query.hinted !== null || filter.region !== undefined ? null : unlessDamaged(postings, read);
}

async function unlessDamaged<T>(
  postings: Postings | undefined,
  read: (postings: Postings) => Promise<T | null>,
): Promise<T | null> {
  try {
    return postings === undefined ? null : await read(postings);
  } catch (error) {
    if (error instanceof DamagedPostings) return null;
    throw error;
  }
}

function compare({ tier, rank }: Match, [otherTier, otherRank]: Place): number {
  return tier - otherTier || rank - otherRank;
}
