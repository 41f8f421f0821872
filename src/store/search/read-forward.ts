import type { SearchFilter } from '../model/model.ts';
import type { SearchIndex } from './terms/search-index.ts';
import type { FoundRow, Place } from './ranking/found-rows.ts';
import { countListed, listByTier } from './matching/listed-rows.ts';
import { countMatches, reachesOf, readMatches, readWhole } from './plain/read-matches.ts';
import { oneByOne } from './terms/stages.ts';
import type { Stages } from './terms/stages.ts';
import { numbersOf } from './ranking/tiers.ts';

/** Behind this tier nothing has the words as they are typed. */
const LAST_OF_WORDS = Math.max(...numbersOf('WORDS', { hinted: true }));

interface Options {
  stages: Stages;
  filter: SearchFilter;
}

/** Hits in their order, from the first or after a place: as many as `limit`, or fewer where the list ends. */
export async function readForward(
  scan: SearchIndex,
  options: Options & { limit: number; after?: Place | undefined; before?: Place | undefined },
): Promise<FoundRow[]> {
  const listed = await listByTier(scan, options);
  if (listed !== null) return listed;
  const { words, further } = options.stages;
  const isBehind = options.after !== undefined && options.after[0] > LAST_OF_WORDS;
  const rows = isBehind ? [] : await readWhole(scan, { ...options, words });
  if (rows.length >= options.limit) return rows;
  const others = await further();
  return others.length === 0 ? rows : readMatches(scan, { ...options, stages: [words, ...others] });
}

/** The last hits before a place, or of all, the last one first. */
export async function readBackward(
  scan: SearchIndex,
  {
    stages: { words, further },
    ...options
  }: Options & { limit: number; after?: Place | undefined; before?: Place | undefined },
): Promise<FoundRow[]> {
  return readMatches(scan, { ...options, stages: [words, ...(await further())], backward: true });
}

/** More would be looked up in several queries: then one join takes less. */
const MOST_LOOKED_UP = 1000;

/** Counts hits, up to `most`; `exact` is whether that is all of them. */
export async function countHits(
  scan: SearchIndex,
  { stages, filter, most }: Options & { most: number },
): Promise<{ total: number; exact: boolean }> {
  const total =
    (await countFew(scan, { stages, filter })) ?? (await countJoined(scan, { stages, filter, most: most + 1 }));
  if (total > most) return { total: most, exact: false };
  return { total, exact: (await stages.further()).every(({ isCut }) => !isCut) };
}

/** null where there may be more than are looked up one by one. */
async function countFew(scan: SearchIndex, { stages, filter }: Options): Promise<number | null> {
  let left = MOST_LOOKED_UP;
  for await (const stage of oneByOne(stages)) {
    const things = await countListed(scan, { stage, most: left + 1 });
    if (things === null || things > left) return null;
    left -= things;
  }
  return (await listByTier(scan, { stages, filter, limit: MOST_LOOKED_UP }))?.length ?? null;
}

/** By the joins of DuckDB, up to `most` if there are more. */
async function countJoined(
  scan: SearchIndex,
  { stages: { words, further }, filter, most }: Options & { most: number },
): Promise<number> {
  for (const query of words.readings) {
    for (const reach of reachesOf(query)) {
      const total = await countMatches(scan, { stages: [words], filter, reach, most });
      if (total >= most) return total;
    }
  }
  const others = await further();
  return countMatches(scan, { stages: [words, ...others], filter, most });
}
