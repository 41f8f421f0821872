import { block, blockOfParts } from './block.ts';
import { wordsOfTitle } from './series-names.ts';
import type { TextCounts } from './text-counts.ts';
import type { TextFacts } from './title-facts.ts';

/**
 * What TMDB says of a title, as it is compared. Each block is a TF-IDF vector of length 1 at most, times the root of the
 * block's weight: the products of equal features sum up to the likeness of two texts. Keywords and their words are one
 * block.
 */
export interface TextVector {
  keywords: ReadonlyMap<string, number>;
  /** Words of the keywords: "space travel" and "space opera" share one. */
  keywordWords: ReadonlyMap<string, number>;
  /** Words of the overview. */
  overview: ReadonlyMap<string, number>;
  collection: TextFacts['collection'];
}

/** The vector of a title of which TMDB says nothing. */
export const NO_TEXT: TextVector = {
  keywords: new Map(),
  keywordWords: new Map(),
  overview: new Map(),
  collection: null,
};

/** The weights of the blocks; they sum up to 1. */
export const TEXT_BLOCKS = { keywords: 0.6, overview: 0.4 } as const;

/** What a greater share of titles has says nothing: a word of so many overviews is a stop word. */
const COMMON = 1 / 10;
/** The power of rarity that a feature weighs: people give keywords with care, so that common ones say nearly as much. */
const POWERS = { keywords: 1 / 4, words: 1 / 2 } as const;
/** The weight of a word of a keyword, beside that of the keyword. */
const KEYWORD_WORD = 0.8;
/** The length of keywords that say a lot, in weights of what one title alone has. */
const LONG = 5;
/**
 * Features that are looked at: those that say least are left out. Common words are what takes time, as each is looked at
 * for every pair of titles that have it.
 */
const MOST = { keywords: 40, keywordWords: 60, words: 24 } as const;

export function textVectorOf(facts: TextFacts | null, counts: TextCounts): TextVector {
  if (facts === null) return NO_TEXT;
  const words = facts.overview === null ? [] : wordsOfTitle(facts.overview);
  const { keyworded, overviews } = counts;
  const keywords = rarest(facts.keywords, {
    most: MOST.keywords,
    power: POWERS.keywords,
    rarityOf: (keyword) => rarityOf(counts.ofKeyword(keyword), keyworded),
  });
  const keywordWords = rarest(wordsOfTitle(facts.keywords.join(' ')), {
    most: MOST.keywordWords,
    power: POWERS.keywords,
    rarityOf: (word) => rarityOf(counts.ofKeywordWord(word), keyworded),
  });
  for (const [word, weight] of keywordWords) keywordWords.set(word, KEYWORD_WORD * weight);
  const overview = rarest(words, {
    most: MOST.words,
    power: POWERS.words,
    rarityOf: (word) => rarityOf(counts.ofWord(word), overviews),
  });
  blockOfParts(TEXT_BLOCKS.keywords, {
    parts: [keywords, keywordWords],
    long: LONG * Math.log(Math.max(1, keyworded)) ** POWERS.keywords,
  });
  return {
    keywords,
    keywordWords,
    overview: block(TEXT_BLOCKS.overview, { features: overview }),
    collection: facts.collection,
  };
}

/** Whether TMDB says what a title is about, so that its texts can be compared. */
export function isTold({ keywords, keywordWords, overview }: TextVector): boolean {
  return keywords.size > 0 || keywordWords.size > 0 || overview.size > 0;
}

/**
 * The part of what is missing to 1 that texts of a likeness raise the cosine by, for each unit of it: 2 where they hardly
 * share anything, 1 where they are the same. Most pairs that have something in common have little of it.
 */
export function textFactor(alike: number): number {
  return 2 / (1 + alike);
}

/** 0 or less for what is common. */
function rarityOf(count: number, titles: number): number {
  return Math.log((COMMON * titles) / count);
}

/** Each feature once with a power of its rarity, without those that are common. */
function rarest(
  features: readonly string[],
  { most, power, rarityOf: of }: { most: number; power: number; rarityOf: (feature: string) => number },
): Map<string, number> {
  const found = [...new Set(features)]
    .map((feature): [string, number] => [feature, of(feature)])
    .filter(([, rarity]) => rarity > 0);
  if (found.length > most) {
    found.sort(([one, rarity], [other, otherRarity]) => otherRarity - rarity || (one < other ? -1 : 1));
    found.length = most;
  }
  return new Map(found.map(([feature, rarity]) => [feature, rarity ** power]));
}
