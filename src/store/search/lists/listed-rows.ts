import { bandOf } from '../../../dataset/search-scans.ts';
import { bestTexts, isAka, matchesByTier, textsOfWords, WORD_TIERS } from './matches-by-tier.ts';
import type { Match, MatchesByTier } from './matches-by-tier.ts';
import { matchesOfYear, ranksOfYear, YEAR_TIERS } from './matches-of-year.ts';
import type { SearchFilter } from '../../model.ts';
import { passingRows } from './passing-rows.ts';
import { DamagedPostings } from './postings.ts';
import type { Postings, WordRange } from './postings.ts';
import { runsOf } from './runs.ts';
import type { SearchQuery } from '../read-query.ts';
import { OTHER_YEAR } from '../found-rows.ts';
import type { FoundRow } from '../found-rows.ts';
import type { ScanReader } from '../../scan-reader.ts';
import { SpaceFull } from './space.ts';
import { textsWithAll } from './text-joins.ts';
import { placeOf, unionOf } from './texts.ts';

/*
 * Searches that the lists of postings answer: they say what has the words, DuckDB which of that passes the filter. Each
 * answers with null where the lists cannot tell, would have to read too much, or are not there: then DuckDB is asked for
 * all of it.
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
  async function* steps(postings: Postings): AsyncGenerator<readonly Match[]> {
    const { matches, tiers } = matchesOf(scan, { postings, query, filter });
    for (const tier of tiers) {
      for (let band = 0; band < postings.bands; band += 1) {
        if (isBeyond([tier, band], { after, before })) continue;
        const found = await matches.of(tier, band);
        yield found.filter(
          (match) => compare(match, after) > 0 && (before === undefined || compare(match, before) < 0),
        );
      }
    }
  }
  return fromLists(scan, filter, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** Whether all matches of a tier and a band are before the one place or behind the other. */
function isBeyond(
  [tier, band]: readonly [tier: number, band: number],
  { after, before }: { after: Place; before: Place | undefined },
): boolean {
  if (tier < after[0] || (tier === after[0] && band < bandOf(after[1]))) return true;
  return before !== undefined && (tier > before[0] || (tier === before[0] && band > bandOf(before[1])));
}

function matchesOf(
  scan: ScanReader,
  { postings, query: { words, hinted }, filter: { includeAkas } }: { postings: Postings } & Omit<Options, 'limit'>,
): { matches: MatchesByTier; tiers: readonly number[] } {
  const texts = textsOfWords(postings, words);
  const all = matchesByTier({ texts, includeAkas });
  if (hinted === null) return { matches: all, tiers: WORD_TIERS };
  const others = matchesByTier({ texts: textsOfWords(postings, hinted.words), includeAkas, except: texts });
  return { matches: matchesOfYear(scan, { all, others, year: hinted.year }), tiers: YEAR_TIERS };
}

/** The most popular hits of all words. */
export function listByRank(scan: ScanReader, { query, filter, limit }: Options): Promise<FoundRow[] | null> {
  async function* steps(postings: Postings): AsyncGenerator<readonly Match[]> {
    const { matches, tiers } = matchesOf(scan, { postings, query, filter });
    for (let band = 0; band < postings.bands; band += 1) {
      const found: Match[] = [];
      for (const tier of tiers) found.push(...(await matches.of(tier, band)));
      yield found.toSorted((one, other) => one.rank - other.rank);
    }
  }
  return fromLists(scan, filter, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
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
  const { hinted } = query;
  if (readings.flat().some((words) => words.length > MOST_RANGES)) return Promise.resolve(null);
  function find(postings: Postings, band: number): Match[] {
    const texts = unionOf(
      readings.map((reading) =>
        textsWithAll(postings, { band, wanted: reading.map((words) => ({ words, fits: () => true })) }),
      ),
      postings.space,
    );
    return bestTexts(texts, { tier, of: (text) => filter.includeAkas || !isAka(text) });
  }
  async function* steps(postings: Postings): AsyncGenerator<readonly Match[]> {
    const others: Match[][] = [];
    for (let band = 0; band < postings.bands; band += 1) {
      const matches = find(postings, band);
      if (hinted === null) yield matches;
      else {
        const ofYear = await ranksOfYear(scan, { matches, year: hinted.year });
        others.push(matches.filter(({ rank }) => !ofYear.has(rank)));
        yield matches.filter(({ rank }) => ofYear.has(rank));
      }
    }
    for (const matches of others) {
      yield matches.map(({ rank, text }) => ({ tier: tier + OTHER_YEAR.NEARBY, rank, text }));
    }
  }
  return fromLists(scan, filter, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** Which of the words numbered so a text has. */
export function listWordsOfText(
  { postings }: ScanReader,
  { rank, text, of }: Pick<Match, 'rank' | 'text'> & { of: readonly number[] },
): Promise<ReadonlySet<number> | null> {
  const ranks = Uint32Array.of(rank);
  return unlessDamaged(postings, async (lists) => {
    const isThere = (word: number): boolean => {
      lists.space.clear();
      return runsOf(lists.span(bandOf(rank), [word, word]))
        .flatMap((run) => lists.around(run, ranks))
        .some((part) => placeOf(part, { rank, text }) !== -1);
    };
    return new Set(of.filter(isThere));
  });
}

/** The lists do not know of what market a title is. */
async function fromLists<T>(
  { postings }: ScanReader,
  { region }: SearchFilter,
  read: (postings: Postings) => Promise<T | null>,
): Promise<T | null> {
  return region === undefined ? unlessDamaged(postings, read) : null;
}

async function unlessDamaged<T>(
  postings: Postings | undefined,
  read: (postings: Postings) => Promise<T | null>,
): Promise<T | null> {
  try {
    return postings === undefined ? null : await read(postings);
  } catch (error) {
    if (error instanceof DamagedPostings || error instanceof SpaceFull) return null;
    throw error;
  }
}

function compare({ tier, rank }: Match, [otherTier, otherRank]: Place): number {
  return tier - otherTier || rank - otherRank;
}
