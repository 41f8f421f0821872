import type { QueryWord } from '../terms/read-query.ts';
import type { Has } from '../ranking/tiers.ts';
import type { Postings, WordRange } from '../../../formats/postings/postings.ts';
import { textsWithAll } from './text-joins.ts';
import type { Wanted } from './text-joins.ts';
import { kept, unionOf } from '../../../formats/postings/texts.ts';
import type { Texts } from '../../../formats/postings/texts.ts';

/** The texts of a band that have all words of a query, or of one of several, in a way. */
export interface TextsOfWords {
  of(has: Has, band: number): Texts;
}

/** What one search has found of its words: it asks for the same several times. */
const known = new WeakMap<readonly QueryWord[], TextsOfWords>();

/** @throws SpaceFull, DamagedPostings when they are asked for. */
export function textsOfAny(postings: Postings, readings: readonly (readonly QueryWord[])[]): TextsOfWords {
  const parts = readings.map((words) => textsOfWords(postings, words));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    of(has, band) {
      const found = parts.map((part) => part.of(has, band));
      postings.space.clear();
      return kept(unionOf(found, postings.space));
    },
  };
}

function textsOfWords(postings: Postings, words: readonly QueryWord[]): TextsOfWords {
  const before = known.get(words);
  if (before !== undefined) return before;
  const found = new Map<string, Texts>();
  const all: TextsOfWords = {
    of(has, band) {
      const key = `${has} ${band}`;
      const texts = found.get(key) ?? textsWithAll(postings, { band, wanted: words.map(WANTED[has]) });
      found.set(key, texts);
      return texts;
    },
  };
  known.set(words, all);
  return all;
}

type ToWanted = (word: QueryWord, at: number, words: readonly QueryWord[]) => Wanted;

const WANTED: Record<Has, ToWanted> = {
  /** Each alone, in its place of a text with as many words. */
  EXACT: ({ spellings }, at, { length }) => ({
    words: spellings.flatMap(({ whole }) => (whole === null ? [] : [[whole, whole] as const])),
    fits: ({ place, words }) => place === at && words === length,
  }),
  /** The same in a text that may have more. */
  PREFIX: ({ spellings }, at, { length }) => ({
    words: joined(spellings.map(({ range }) => range)),
    fits: ({ place, words }) => place === at && words >= length,
  }),
  WORDS: ({ spellings }) => ({ words: joined(spellings.map(({ range }) => range)), fits: () => true }),
};

/** The same words in as few ranges as they take. */
function joined(ranges: readonly WordRange[]): WordRange[] {
  const all: [first: number, last: number][] = [];
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = all.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}
