import type { TermDictionary } from '../terms/term-dictionary.ts';
import { spelled, spellingOf } from '../terms/read-query.ts';
import type { QueryWord } from '../terms/read-query.ts';

/** English number words: of the numbers to twenty, then of the tens. */
const WORDS: ReadonlyMap<number, string> = new Map([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [at + 1, word] as const),
  ...'thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [10 * at + 30, word] as const),
]);

const TENS = ['', 'x', 'xx', 'xxx', 'xl'] as const;
const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'] as const;

/** Roman numerals of 1 to 49: the letters of higher ones are words and initials. */
const ROMAN: ReadonlyMap<number, string> = new Map(
  TENS.flatMap((tens, at) => ONES.map((ones, one) => [10 * at + one, tens + ones] as const)).slice(1),
);

const inverse = (words: ReadonlyMap<number, string>): ReadonlyMap<string, number> =>
  new Map([...words].map(([number, word]) => [word, number]));

const BY_WORD = inverse(WORDS);
const BY_ROMAN = inverse(ROMAN);

/** Words behind which `i` counts; elsewhere it is the pronoun. */
const COUNTED: ReadonlySet<string> = new Set(
  'part episode chapter volume vol book act season teil partie parte'.split(' '),
);

const DIGITS = /^[1-9][0-9]?$/;

/**
 * The words with each number among them in its other forms, too: "rocky ii" for "rocky 2", "12 angry men" for "twelve angry
 * men". Undefined where none is a number.
 */
export function withNumbers(list: TermDictionary, words: readonly QueryWord[]): readonly QueryWord[] | undefined {
  const texts = words.map(({ text }) => text);
  const numbered = words.map((word, at) => {
    const forms = formsOf(texts, at).filter((form) => form !== word.text);
    if (forms.length === 0) return word;
    const as = forms.map((text) => spellingOf(list, { text, open: false }));
    return as.some((spelling) => spelling !== null) ? spelled(list, { ...word, as: [...word.spellings, ...as] }) : word;
  });
  return numbered.some((word, at) => word !== words[at]) ? numbered : undefined;
}

/** All forms of the number that a word is; none where it is no number. */
function formsOf(texts: readonly string[], at: number): string[] {
  const text = texts[at] ?? '';
  const roman = isRoman(texts, at) ? BY_ROMAN.get(text) : undefined;
  const number = DIGITS.test(text) ? Number(text) : (BY_WORD.get(text) ?? roman);
  if (number === undefined) return [];
  const forms = [String(number), WORDS.get(number), mayBeRoman(texts, at, number) ? ROMAN.get(number) : undefined];
  return forms.filter((form) => form !== undefined);
}

/** A single letter counts at the end only, where sequels have it: "rocky v", but not "v for". */
function isRoman(texts: readonly string[], at: number): boolean {
  const number = BY_ROMAN.get(texts[at] ?? '');
  if (number === undefined || !mayBeRoman(texts, at, number)) return false;
  return texts[at]?.length !== 1 || at === texts.length - 1;
}

/** Titles do not begin with Roman numerals. */
function mayBeRoman(texts: readonly string[], at: number, number: number): boolean {
  return at > 0 && (number !== 1 || COUNTED.has(texts[at - 1] ?? ''));
}
