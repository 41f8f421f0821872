import { hasArticle } from '../../../formats/postings/layout.ts';
import { ANYWHERE } from '../../../formats/postings/posting-lists.ts';
import { keepOnly, NO_POSTINGS, unionOf } from '../../../formats/postings/posting-set.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { Postings, TermRange } from '../../../formats/postings/postings.ts';
import type { Has } from '../ranking/buckets.ts';
import type { QueryWord } from '../terms/read-query.ts';
import { spansOf, textsWithAll } from './texts-with-all.ts';
import type { DocWindow, Wanted } from './texts-with-all.ts';

/** Where a word has fewer postings, it is asked first whether a text has all words at any position. */
const FEW = 5000;

/** What one search has found of its words: it asks for the same several times. */
interface Known {
  texts: Map<string, PostingSet>;
  /** Of the rarest word, by tiers. */
  least: number[];
}

const known = new WeakMap<readonly QueryWord[], Known>();

function knownOf(words: readonly QueryWord[]): Known {
  let found = known.get(words);
  if (found === undefined) known.set(words, (found = { texts: new Map(), least: [] }));
  return found;
}

/** The texts of a window that have all words of one of several interpretations, in a way. */
export function textsOfAny(
  postings: Postings,
  { of, has, window }: { of: readonly (readonly QueryWord[])[]; has: Has; window: DocWindow },
): PostingSet {
  const parts = of.map((words) => textsOf(postings, { words, has, window })).filter(({ length }) => length > 0);
  if (parts.length <= 1) return parts[0] ?? NO_POSTINGS;
  postings.arena.clear();
  return unionOf(parts, postings.arena).slice();
}

function textsOf(
  postings: Postings,
  { words, has, window }: { words: readonly QueryWord[]; has: Has; window: DocWindow },
): PostingSet {
  const found = knownOf(words).texts;
  const of = `${window.from} ${window.to}`;
  const key = `${has} ${of}`;
  const before = found.get(key);
  if (before !== undefined) return before;
  const isNone = found.get(`WORDS ${of}`)?.length === 0;
  const all = isNone ? NO_POSTINGS : textsWithAll(postings, { window, wanted: words.map(WANTED[has]) });
  const texts = has === 'ARTICLE' ? keepOnly(all, (_, attributes) => hasArticle(attributes)) : all;
  found.set(key, texts);
  return texts;
}

/** Whether a word is so rare that all texts with the words are looked up first, and there are none. */
export function isNowhere(
  postings: Postings,
  { words, window }: { words: readonly QueryWord[]; window: DocWindow },
): boolean {
  return (
    leastPostings(postings, { words, tier: window.tier }) < FEW &&
    textsOf(postings, { words, has: 'WORDS', window }).length === 0
  );
}

/** Of the rarest word in a tier; none where there are no words. */
export function leastPostings(
  postings: Postings,
  { words, tier }: { words: readonly QueryWord[]; tier: number },
): number {
  const { least } = knownOf(words);
  return (least[tier] ??= findLeast(postings, { words, tier }));
}

function findLeast(postings: Postings, { words, tier }: { words: readonly QueryWord[]; tier: number }): number {
  postings.arena.clear();
  const lengths = words.map((word) => spansOf(postings, { terms: anyOf(word), tier }).length);
  return lengths.length === 0 ? 0 : Math.min(...lengths);
}

type ToWanted = (word: QueryWord, at: number, words: readonly QueryWord[]) => Wanted;

const WANTED: Record<Has, ToWanted> = {
  /** Each alone, at its position of a text with as many words. */
  EXACT: ({ spellings }, at, { length }) => ({
    terms: wholeOf(spellings),
    fits: (position, fieldLength) => position === at && fieldLength === length,
  }),
  /** The same behind one word more, which is an article. */
  ARTICLE: ({ spellings }, at, { length }) => ({
    terms: wholeOf(spellings),
    fits: (position, fieldLength) => position === at + 1 && fieldLength === length + 1,
  }),
  /** The same in a text that may have more. */
  PREFIX: (word, at, { length }) => ({
    terms: anyOf(word),
    fits: (position, fieldLength) => position === at && fieldLength >= length,
  }),
  WORDS: (word) => ({ terms: anyOf(word), fits: ANYWHERE }),
};

function wholeOf(spellings: QueryWord['spellings']): TermRange[] {
  return spellings.flatMap(({ whole }) => (whole === null ? [] : [[whole, whole] as const]));
}

/** The spellings of a word in as few ranges of terms as they take. */
function anyOf({ spellings }: QueryWord): TermRange[] {
  const all: [first: number, last: number][] = [];
  for (const { range } of spellings.toSorted((one, other) => one.range[0] - other.range[0])) {
    const before = all.at(-1);
    if (before !== undefined && range[0] <= before[1] + 1) before[1] = Math.max(before[1], range[1]);
    else all.push([...range]);
  }
  return all;
}
