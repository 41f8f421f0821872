/** Ways to read a query, in the order in which what fits them comes. */
export const KINDS = ['WORDS', 'INSIDE', 'NEAR'] as const;
export type Kind = (typeof KINDS)[number];

/** How a text has the words: it is they, begins with them, or has them at any place. Each is one of the next, too. */
export type Has = 'EXACT' | 'PREFIX' | 'WORDS';

/** One level of the order of hits; within it they are sorted by popularity. */
export interface Tier {
  tier: number;
  has: Has;
  /** Whether other titles count, or they alone. */
  akas: 'NO' | 'ALONE' | 'TOO';
}

/**
 * The tiers of a kind, best first. Whole words tell other titles from the rest; a part of a word or another spelling may
 * be anywhere in what is meant, which mostly is the popular one.
 */
const TIERS: Record<Kind, readonly Tier[]> = {
  WORDS: [
    { tier: 1, has: 'EXACT', akas: 'NO' },
    { tier: 2, has: 'PREFIX', akas: 'NO' },
    { tier: 3, has: 'WORDS', akas: 'NO' },
    { tier: 4, has: 'WORDS', akas: 'ALONE' },
  ],
  INSIDE: [{ tier: 9, has: 'WORDS', akas: 'TOO' }],
  NEAR: [
    { tier: 11, has: 'EXACT', akas: 'TOO' },
    { tier: 12, has: 'WORDS', akas: 'TOO' },
  ],
};

/** The score of each tier, from 1. Those of another year than the one in the query follow the others of their kind. */
export const SCORES = [1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05] as const;

/** No rank is as high. */
const MOST_RANKS = 2 ** 31 - 1;

/** Those of a kind, without other years. */
export function tiersOf(kind: Kind): readonly Tier[] {
  return TIERS[kind];
}

/** The numbers of all tiers of a kind; `hinted` is whether the query has a year. */
export function numbersOf(kind: Kind, { hinted }: { hinted: boolean }): number[] {
  const numbers = TIERS[kind].map(({ tier }) => tier);
  return hinted ? [...numbers, ...numbers.map((tier) => otherYear(kind, tier))] : numbers;
}

/** The tier of what would be in this one, if it were not of another year than the one in the query. */
export function otherYear(kind: Kind, tier: number): number {
  return tier + TIERS[kind].length;
}

/** A place behind all hits but those of other spellings. */
export function beforeNear(): readonly [tier: number, rank: number] {
  return [Math.min(...TIERS.NEAR.map(({ tier }) => tier)) - 1, MOST_RANKS];
}
