import { block } from './block.ts';
import { wordsOfTitle } from './series-names.ts';
import type { TextCounts } from './text-counts.ts';
import type { TextFacts } from './title-facts.ts';

/**
 * What TMDB says of a title, as it is compared. Each block is a TF-IDF vector of length 1, times the root of the block's
 * weight: the products of equal features sum up to the likeness of two texts.
 */
export interface TextVector {
  keywords: ReadonlyMap<string, number>;
  /** Words of the overview. */
  overview: ReadonlyMap<string, number>;
  collection: TextFacts['collection'];
}

/** The vector of a title of which TMDB says nothing. */
export const NO_TEXT: TextVector = { keywords: new Map(), overview: new Map(), collection: null };

/** The weights of the blocks; they sum up to 1. */
export const TEXT_BLOCKS = { keywords: 0.7, overview: 0.3 } as const;

/** What a greater share of titles has says nothing: a word of so many overviews is a stop word. */
const COMMON = { keywords: 1 / 4, words: 1 / 10 } as const;
/** The length of keywords that say a lot, as a share of the logarithm of the number of titles that have some. */
const LONG_SHARE = 1.5;
/**
 * Features of a block that are looked at: those that say least are left out. Common words are what takes time, as each is
 * looked at for every pair of titles that have it, and lists gain nothing by them.
 */
const MOST = { keywords: 40, words: 16 } as const;

export function textVectorOf(facts: TextFacts | null, counts: TextCounts): TextVector {
  if (facts === null) return NO_TEXT;
  const words = facts.overview === null ? [] : wordsOfTitle(facts.overview);
  const keywords = rarest(facts.keywords, {
    most: MOST.keywords,
    rarityOf: (keyword) => Math.log((COMMON.keywords * counts.keyworded) / counts.ofKeyword(keyword)),
  });
  const overview = rarest(words, {
    most: MOST.words,
    rarityOf: (word) => Math.log((COMMON.words * counts.overviews) / counts.ofWord(word)),
  });
  return {
    keywords: block(TEXT_BLOCKS.keywords, { features: keywords, long: LONG_SHARE * Math.log(counts.keyworded) }),
    overview: block(TEXT_BLOCKS.overview, { features: overview }),
    collection: facts.collection,
  };
}

/** Whether TMDB says what a title is about, so that its texts can be compared. */
export function isTold({ keywords, overview }: TextVector): boolean {
  return keywords.size > 0 || overview.size > 0;
}

/** Each feature once with its rarity, without those that are common. */
function rarest(
  features: readonly string[],
  { most, rarityOf }: { most: number; rarityOf: (feature: string) => number },
): Map<string, number> {
  const found = [...new Set(features)]
    .map((feature): [string, number] => [feature, rarityOf(feature)])
    .filter(([, rarity]) => rarity > 0);
  if (found.length > most) {
    found.sort(([one, rarity], [other, otherRarity]) => otherRarity - rarity || (one < other ? -1 : 1));
    found.length = most;
  }
  return new Map(found);
}
