/** Ways to understand a query, in the order in which what fits them comes. */
export const KINDS = ['WORDS', 'INSIDE', 'NEAR', 'WRITING'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * How a text has the words: it is they, it is an article and they, it begins with them, or it has them at any position.
 * Each of them has the words at any position, too.
 */
export type Has = 'EXACT' | 'ARTICLE' | 'PREFIX' | 'WORDS';

/**
 * Which words are meant: those of the query, the same with its numbers in other forms, or without the article that it
 * begins with.
 */
export type Wording = 'TYPED' | 'NUMBERS' | 'BARE';

/** A ranking bucket: one level of the order of hits. Within it they are sorted by popularity. */
export interface Bucket {
  /** From 1, the best one first. */
  bucket: number;
  has: Has;
  /** Whether other titles count, or they alone. */
  akas: 'NO' | 'ALONE' | 'TOO';
  wording: Wording;
  /** Of a query with a year, which a text need not have: whether the title is of that year. */
  year?: 'SAME' | 'OTHER';
}

interface Level {
  has: Has;
  /** With `REGION` other titles count if the search is in a region: they are those of the region. */
  akas: Bucket['akas'] | 'REGION';
  wording: Wording;
  score: number;
  /** Of a title that is not of the year in the query. */
  otherYear: number;
}

/**
 * The order of hits, best first. Whole words tell other titles from the rest; a part of a word or another spelling may be
 * anywhere in what is meant, which mostly is the popular one.
 */
const LEVELS: Record<Kind, readonly Level[]> = {
  WORDS: [
    // What equals the query comes first, and what is called so in another country before what only has its words.
    { has: 'EXACT', akas: 'REGION', wording: 'TYPED', score: 1, otherYear: 0.6 },
    { has: 'ARTICLE', akas: 'REGION', wording: 'TYPED', score: 0.98, otherYear: 0.59 },
    { has: 'EXACT', akas: 'ALONE', wording: 'TYPED', score: 0.96, otherYear: 0.58 },
    { has: 'ARTICLE', akas: 'ALONE', wording: 'TYPED', score: 0.95, otherYear: 0.57 },
    { has: 'EXACT', akas: 'TOO', wording: 'NUMBERS', score: 0.94, otherYear: 0.565 },
    { has: 'ARTICLE', akas: 'TOO', wording: 'NUMBERS', score: 0.93, otherYear: 0.56 },
    { has: 'PREFIX', akas: 'NO', wording: 'TYPED', score: 0.9, otherYear: 0.55 },
    { has: 'PREFIX', akas: 'NO', wording: 'NUMBERS', score: 0.88, otherYear: 0.54 },
    { has: 'EXACT', akas: 'TOO', wording: 'BARE', score: 0.85, otherYear: 0.53 },
    { has: 'WORDS', akas: 'NO', wording: 'TYPED', score: 0.8, otherYear: 0.5 },
    { has: 'PREFIX', akas: 'ALONE', wording: 'TYPED', score: 0.75, otherYear: 0.47 },
    { has: 'WORDS', akas: 'ALONE', wording: 'TYPED', score: 0.7, otherYear: 0.45 },
    { has: 'WORDS', akas: 'TOO', wording: 'NUMBERS', score: 0.65, otherYear: 0.4 },
  ],
  INSIDE: [{ has: 'WORDS', akas: 'TOO', wording: 'TYPED', score: 0.3, otherYear: 0.25 }],
  NEAR: [
    { has: 'EXACT', akas: 'TOO', wording: 'TYPED', score: 0.2, otherYear: 0.1 },
    { has: 'WORDS', akas: 'TOO', wording: 'TYPED', score: 0.15, otherYear: 0.05 },
  ],
  WRITING: [
    { has: 'EXACT', akas: 'TOO', wording: 'TYPED', score: 0.04, otherYear: 0.02 },
    { has: 'WORDS', akas: 'TOO', wording: 'TYPED', score: 0.03, otherYear: 0.01 },
  ],
};

/** The first buckets, up to this one, have what equals the query, with or without an article. */
export const EQUAL = 4;

/** Doc ids of what many know, whose texts are meant by suggestions that equal them. */
export const WELL_KNOWN = 65_536;

const YEARS = ['SAME', 'OTHER'] as const;

/** Of a kind those of a title of the year in the query, then those of another year. */
const SCORES = KINDS.flatMap((kind) => [
  ...LEVELS[kind].map(({ score }) => score),
  ...LEVELS[kind].map(({ otherYear }) => otherYear),
]);

/** No doc id is as high. */
const MOST_DOCUMENTS = 2 ** 31 - 1;

/** Those of a kind, best first; `hinted` is whether the query has a year, `inRegion` whether the search is in a region. */
export function bucketsOf(kind: Kind, { hinted, inRegion }: { hinted: boolean; inRegion: boolean }): readonly Bucket[] {
  const first = firstOf(kind);
  const count = LEVELS[kind].length;
  const levels = LEVELS[kind]
    .map(({ has, akas, wording }, at) => ({
      bucket: first + at,
      has,
      akas: akas === 'REGION' ? (inRegion ? 'TOO' : 'NO') : akas,
      wording,
    }))
    // What equals the query in a region is in the first ones.
    .filter(({ has, akas }) => !inRegion || akas !== 'ALONE' || has === 'PREFIX' || has === 'WORDS');
  if (!hinted) return levels;
  return YEARS.flatMap((year, at) =>
    levels.map(({ bucket, has, akas, wording }) => ({
      bucket: bucket + at * count,
      has,
      akas,
      wording,
      year,
    })),
  );
}

/** Of hits in a bucket, below 1 but for the first one. */
export function scoreOf(bucket: number): number {
  return SCORES[bucket - 1] ?? 0;
}

/** A place behind all hits but those of other spellings and writings. */
export function beforeNear(): readonly [bucket: number, docId: number] {
  return [firstOf('NEAR') - 1, MOST_DOCUMENTS];
}

/** Whether a bucket is of another writing, which is the last kind. */
export function isOtherWriting(bucket: number): boolean {
  return bucket >= firstOf('WRITING');
}

/** The number of the first bucket of a kind. */
function firstOf(kind: Kind): number {
  const before = KINDS.slice(0, KINDS.indexOf(kind)).flatMap((one) => LEVELS[one]);
  return YEARS.length * before.length + 1;
}
