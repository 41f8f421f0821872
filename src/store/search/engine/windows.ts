import { tierRange } from '../../../dataset/indexes/search-indexes.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import type { QueryWord } from '../terms/read-query.ts';
import { leastPostings } from './texts-of-words.ts';
import type { DocWindow } from './texts-with-all.ts';

/** Postings of one window: to join them keeps others waiting for some milliseconds. */
const MOST_POSTINGS = 150_000;

/**
 * The documents by popularity, tier by tier, in windows that have not too many postings of the rarest words of some
 * interpretations. What has none of them is left out.
 */
export function docWindows(
  postings: Postings,
  {
    of,
    first = 0,
    most = MOST_POSTINGS,
  }: {
    of: readonly (readonly QueryWord[])[];
    /** Documents before it are left out. */
    first?: number;
    most?: number | undefined;
  },
): readonly DocWindow[] {
  const windows: DocWindow[] = [];
  for (let tier = 0; tier < postings.tiers; tier += 1) {
    const { from: begins, to } = tierRange(tier, postings.documents);
    const from = Math.max(begins, first);
    if (from >= to) continue;
    const length = of.reduce((sum, words) => sum + leastPostings(postings, { words, tier }), 0);
    if (length === 0) continue;
    const parts = Math.ceil(length / most);
    const step = Math.ceil((to - from) / parts);
    for (let begin = from; begin < to; begin += step)
      windows.push({ tier, from: begin, to: Math.min(begin + step, to), isWholeTier: parts === 1 && from === begins });
  }
  return windows;
}
