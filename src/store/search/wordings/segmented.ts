import { lettersOf } from '../terms/letters-of.ts';
import { wordsIn } from '../terms/read-query.ts';
import type { QueryWord } from '../terms/read-query.ts';
import type { TermDictionary } from '../terms/term-dictionary.ts';

/** The likeliest ways of a query. */
const MOST_WAYS = 6;
/** Shorter parts are words by chance, but for articles and words for "and" and "in", and the numbers of sequels. */
const LEAST_PART = 2;
const SHORT_PARTS: ReadonlySet<string> = new Set('aeiouy0123456789авикосуя');

interface Way {
  texts: readonly string[];
  /** How often the words stand in texts that are not as they were typed; the rarest, of two. */
  common: number;
}

/**
 * The words with a space less or one more, as apostrophes and hyphens are typed: "henry s valley" for "Henry's Valley",
 * "spiderman" for "Spider-Man". Of the ways in which the vocabulary has all words those whose words are the commonest.
 */
export function segmented(list: TermDictionary, words: readonly QueryWord[]): (readonly QueryWord[])[] {
  const texts = words.map(({ text }) => text);
  return [...withSpaceLess(list, texts), ...withSpaceMore(list, texts)]
    .map((way) => ({ words: wordsIn(list, way.texts), common: way.common }))
    .filter((way) => way.words.every(({ spellings }) => spellings.length > 0))
    .toSorted((one, other) => other.common - one.common)
    .slice(0, MOST_WAYS)
    .map((way) => way.words);
}

function withSpaceLess(list: TermDictionary, texts: readonly string[]): Way[] {
  return texts.slice(1).flatMap((text, at) => {
    const word = `${texts[at]}${text}`;
    return isNumber(word) ? [] : [{ texts: texts.toSpliced(at, 2, word), common: textsOf(list, word) }];
  });
}

function withSpaceMore(list: TermDictionary, texts: readonly string[]): Way[] {
  return texts.flatMap((text, at) => {
    if (isNumber(text)) return [];
    const letters = Array.from(text);
    return letters
      .map((_, end) => [letters.slice(0, end).join(''), letters.slice(end).join('')])
      .filter((parts) => parts.every((part) => isWord(list, part)))
      .map((parts) => ({
        texts: texts.toSpliced(at, 1, ...parts),
        common: Math.min(...parts.map((part) => textsOf(list, part))),
      }));
  });
}

function isWord(list: TermDictionary, part: string): boolean {
  return (lettersOf(part) >= LEAST_PART || SHORT_PARTS.has(part)) && list.numberOf(part) !== null;
}

function textsOf(list: TermDictionary, word: string): number {
  const id = list.numberOf(word);
  return id === null ? 0 : list.textsOf(id, id);
}

/** Another number is another thing. */
export function isNumber(text: string): boolean {
  return /^\p{N}+$/u.test(text);
}
