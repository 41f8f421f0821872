import type { TextCounts } from './text-counts.ts';
import type { TextFacts } from './title-facts.ts';
import { wordsOfTitle } from './series-names.ts';

/**
 * What TMDB says of a title, as it is compared. Each block is a TF-IDF vector of length 1, times the root of the block's
 * weight: the products of equal features sum up to the likeness of two texts. A block of which nothing is known is
 * empty, and adds nothing.
 */
export interface TextVector {
  keywords: ReadonlyMap<string, number>;
  /** Words of the overview. */
  overview: ReadonlyMap<string, number>;
  collection: TextFacts['collection'];
}

/** The vector of a title of which TMDB says nothing. */
export const NO_TEXT: TextVector = { keywords: new Map(), overview: new Map(), collection: null };

/** The weights of the blocks; they sum up to less than 1. */
export const TEXT_BLOCKS = { keywords: 0.4, overview: 0.3 };

/** What a greater share of titles has says nothing: a word of so many overviews is a stop word. */
export const COMMON = { words: 1 / 10, keywords: 1 / 4 };
/** More are not looked at: those that say least are left out. */
const MOST = 40;

export function textVectorOf(facts: TextFacts | null, counts: TextCounts): TextVector {
  if (facts === null) return NO_TEXT;
  const words = facts.overview === null ? [] : wordsOfTitle(facts.overview);
  return {
    keywords: block(facts.keywords, {
      weight: TEXT_BLOCKS.keywords,
      rarityOf: (keyword) => Math.log((COMMON.keywords * counts.keyworded) / counts.ofKeyword(keyword)),
    }),
    overview: block(words, {
      weight: TEXT_BLOCKS.overview,
      rarityOf: (word) => Math.log((COMMON.words * counts.overviews) / counts.ofWord(word)),
    }),
    collection: facts.collection,
  };
}

/** Each feature once, by how rare it is; those that are common are left out. */
function block(
  features: readonly string[],
  { weight, rarityOf }: { weight: number; rarityOf: (feature: string) => number },
): Map<string, number> {
  const found = [...new Set(features)]
    .map((feature): [string, number] => [feature, rarityOf(feature)])
    .filter(([, rarity]) => rarity > 0);
  if (found.length > MOST) {
    found.sort(([one, rarity], [other, otherRarity]) => otherRarity - rarity || (one < other ? -1 : 1));
    found.length = MOST;
  }
  const squares = found.reduce((sum, [, rarity]) => sum + rarity * rarity, 0);
  const scale = Math.sqrt(weight / squares);
  return new Map(found.map(([feature, rarity]) => [feature, rarity * scale]));
}
