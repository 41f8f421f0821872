/** Ways to read a query, in the order in which what fits them comes. */
export const KINDS = ['WORDS', 'INSIDE', 'NEAR'] as const;
export type Kind = (typeof KINDS)[number];

/** How a text has the words: it is they, begins with them, or has them at any position. Each is one of the next, too. */
export type Has = 'EXACT' | 'PREFIX' | 'WORDS';

/** A ranking bucket: one level of the order of hits. Within it they are sorted by popularity. */
export interface Bucket {
  bucket: number;
  has: Has;
  /** Whether other titles count, or they alone. */
  akas: 'NO' | 'ALONE' | 'TOO';
  /** Of a query with a year, which a text need not have: whether the title is of that year. */
  year?: 'SAME' | 'OTHER';
}

/**
 * The buckets of a kind, best first. Whole words tell other titles from the rest; a part of a word or another spelling
 * may be anywhere in what is meant, which mostly is the popular one.
 */
const BUCKETS: Record<Kind, readonly Bucket[]> = {
  WORDS: [
    { bucket: 1, has: 'EXACT', akas: 'NO' },
    { bucket: 2, has: 'PREFIX', akas: 'NO' },
    { bucket: 3, has: 'WORDS', akas: 'NO' },
    { bucket: 4, has: 'WORDS', akas: 'ALONE' },
  ],
  INSIDE: [{ bucket: 9, has: 'WORDS', akas: 'TOO' }],
  NEAR: [
    { bucket: 11, has: 'EXACT', akas: 'TOO' },
    { bucket: 12, has: 'WORDS', akas: 'TOO' },
  ],
};

/** The score of each bucket, from 1. Those of another year than the one in the query follow the others of their kind. */
export const SCORES = [1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05] as const;

/** No doc id is as high. */
const MOST_DOCUMENTS = 2 ** 31 - 1;

/** Those of a kind, best first; `hinted` is whether the query has a year. */
export function bucketsOf(kind: Kind, { hinted }: { hinted: boolean }): readonly Bucket[] {
  const buckets = BUCKETS[kind];
  if (!hinted) return buckets;
  return [
    ...buckets.map(({ bucket, has, akas }) => ({ bucket, has, akas, year: 'SAME' as const })),
    ...buckets.map(({ bucket, has, akas }) => ({ bucket: bucket + buckets.length, has, akas, year: 'OTHER' as const })),
  ];
}

/** A place behind all hits but those of other spellings. */
export function beforeNear(): readonly [bucket: number, docId: number] {
  return [Math.min(...BUCKETS.NEAR.map(({ bucket }) => bucket)) - 1, MOST_DOCUMENTS];
}
