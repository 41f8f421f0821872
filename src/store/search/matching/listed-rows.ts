import { bandOf } from '../../../dataset/indexes/search-indexes.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import type { FoundRow, Place } from '../ranking/found-rows.ts';
import { wantedOf } from '../terms/read-query.ts';
import { oneByOne } from '../terms/stages.ts';
import type { Stage, Stages } from '../terms/stages.ts';
import { numbersOf } from '../ranking/tiers.ts';
import { matchesByTier } from './matches-by-tier.ts';
import type { Match, MatchesByTier } from './matches-by-tier.ts';
import { matchesOfYear } from './matches-of-year.ts';
import { passingRows } from './passing-rows.ts';
import { DamagedPostings } from '../../../formats/postings/postings.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import { SpaceFull } from '../../../formats/postings/arena.ts';
import { textsOfAny } from './texts-of-words.ts';

/*
 * Searches that the lists of postings answer: they say what has the words, DuckDB which of that passes the filter. Each
 * answers with null where the lists cannot tell, would have to read too much, or are not there: then DuckDB is asked for
 * all of it.
 */

interface Options {
  filter: SearchFilter;
  limit: number;
}

/** Hits from the beginning of their list or after a place in it, of one stage after the other. */
export function listByTier(
  scan: SearchIndex,
  {
    stages,
    filter,
    limit,
    after = [0, -1],
    before,
  }: Options & { stages: Stages; after?: Place | undefined; before?: Place | undefined },
): Promise<FoundRow[] | null> {
  async function* steps(postings: Postings): AsyncGenerator<readonly Match[]> {
    const earlier: MatchesByTier[] = [];
    for await (const stage of oneByOne(stages)) {
      const { matches, tiers } = matchesOf(scan, { postings, stage, filter });
      for (const tier of tiers) {
        for (let band = 0; band < postings.bands; band += 1) {
          if (isBeyond([tier, band], { after, before })) continue;
          const found = await matches.of(tier, band);
          const known = found.length === 0 ? [] : earlier.map((one) => one.ranks(band));
          yield found.filter(
            (match) =>
              compare(match, after) > 0 &&
              (before === undefined || compare(match, before) < 0) &&
              !known.some((ranks) => ranks.has(match.rank)),
          );
        }
      }
      earlier.push(matches);
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
  scan: SearchIndex,
  {
    postings,
    stage: { kind, readings },
    filter: { includeAkas },
  }: { postings: Postings; stage: Stage; filter: SearchFilter },
): { matches: MatchesByTier; tiers: readonly number[] } {
  const texts = textsOfAny(
    postings,
    readings.map(({ words }) => words),
  );
  const all = matchesByTier({ texts, kind, includeAkas });
  // All readings are of one query.
  const year = readings[0]?.hinted?.year;
  if (year === undefined) return { matches: all, tiers: numbersOf(kind, { hinted: false }) };
  const others = matchesByTier({
    texts: textsOfAny(postings, readings.map(wantedOf)),
    kind,
    includeAkas,
    except: texts,
  });
  return { matches: matchesOfYear(scan, { all, others, kind, year }), tiers: numbersOf(kind, { hinted: true }) };
}

/** The most popular hits of a stage. */
export function listByRank(
  scan: SearchIndex,
  { stage, filter, limit }: Options & { stage: Stage },
): Promise<FoundRow[] | null> {
  async function* steps(postings: Postings): AsyncGenerator<readonly Match[]> {
    const { matches, tiers } = matchesOf(scan, { postings, stage, filter });
    for (let band = 0; band < postings.bands; band += 1) {
      const found: Match[] = [];
      for (const tier of tiers) found.push(...(await matches.of(tier, band)));
      yield found.toSorted((one, other) => one.rank - other.rank);
    }
  }
  return fromLists(scan, filter, (postings) => passingRows(scan, { steps: steps(postings), filter, limit }));
}

/** How many things fit a stage, whatever the filter: `most` where there are more. */
export function countListed(
  scan: SearchIndex,
  { stage: { readings }, most }: { stage: Stage; most: number },
): Promise<number | null> {
  const began = performance.now();
  return unlessDamaged(scan.postings, async (lists) => {
    const texts = textsOfAny(lists, readings.map(wantedOf));
    let count = 0;
    for (let band = 0; band < lists.bands && count < most; band += 1) {
      await scan.goOn(began);
      const { ranks } = texts.of('WORDS', band);
      for (let at = 0; at < ranks.length && count < most; at += 1) if (ranks[at] !== ranks[at - 1]) count += 1;
    }
    return count;
  });
}

/** The lists do not know of what market a title is. */
async function fromLists<T>(
  { postings }: SearchIndex,
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
