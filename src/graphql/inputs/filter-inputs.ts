import { badInput } from '../../errors.ts';
import type { Range, TextFilter, WordSet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';

/** The longest text of a filter. */
const MAX_TEXT_CHARACTERS = 200;
const MAX_WORDS = 100;
/** Each of these words costs a scan of the list. */
const MAX_ALL_WORDS = 10;

export const IntRangeInput = builder.inputType('IntRange', {
  description: 'A range of whole numbers, both ends inclusive. A missing number is in no range.',
  fields: (t) => ({
    min: t.int({ description: 'Smallest number in the range. Default: no lower limit.' }),
    max: t.int({ description: 'Greatest number in the range, not less than min. Default: no upper limit.' }),
  }),
});

export const FloatRangeInput = builder.inputType('FloatRange', {
  description: 'A range of numbers, both ends inclusive. A missing number is in no range.',
  fields: (t) => ({
    min: t.float({ description: 'Smallest number in the range. Default: no lower limit.' }),
    max: t.float({ description: 'Greatest number in the range, not less than min. Default: no upper limit.' }),
  }),
});

export const WordSetInput = builder.inputType('WordSet', {
  description:
    'A filter by words of the data; case does not matter. An empty or absent list does not filter. A word that is not in the data is BAD_USER_INPUT; the error lists known words.',
  fields: (t) => ({
    any: t.stringList({ description: `Keeps only rows with at least one of these words. At most ${MAX_WORDS} words.` }),
    all: t.stringList({ description: `Keeps only rows with all of these words. At most ${MAX_ALL_WORDS} words.` }),
    exclude: t.stringList({
      description: `Removes rows with any of these words; takes precedence over any and all. At most ${MAX_WORDS} words.`,
    }),
  }),
});

export const TextFilterInput = builder.inputType('TextFilter', {
  description: `A filter by text: the text must pass every test that is given. Each test has at most ${MAX_TEXT_CHARACTERS} characters. A missing text passes no test.`,
  fields: (t) => ({
    words: t.string({
      description:
        'Words that the text must contain as whole words, in any order. As in search, case, accents, punctuation and apostrophes do not matter. A value of signs alone matches texts that are these signs.',
    }),
    contains: t.string({
      description:
        'Substring that the text must contain. Case does not matter (İ equals i); there are no wildcards: % and _ stand for themselves.',
    }),
    matches: t.string({
      description:
        'Regular expression that must match a part of the text; case does not matter. The syntax is that of RE2, which runs in linear time and has no look-around and no back references.',
    }),
  }),
});

/** Reads a range; null is as absent, and so is each of its ends. */
export function readRange(
  range: { min?: number | null; max?: number | null } | null | undefined,
  at: string,
): Range | undefined {
  if (range === null || range === undefined) return undefined;
  const { min, max } = range;
  if (min != null && max != null && min > max) {
    throw badInput(`${at}: min ${min} is greater than max ${max}, so that nothing can match. Exchange them.`);
  }
  return { ...(min != null && { min }), ...(max != null && { max }) };
}

export function readText(
  text: { words?: string | null; contains?: string | null; matches?: string | null } | null | undefined,
  at: string,
): TextFilter | undefined {
  if (text === null || text === undefined) return undefined;
  const given: TextFilter = {};
  for (const test of ['words', 'contains', 'matches'] as const) {
    const value = text[test];
    if (value === null || value === undefined) continue;
    checkText(value, `${at}.${test}`);
    given[test] = value;
  }
  return Object.keys(given).length === 0 ? undefined : given;
}

export function checkText(text: string, at: string): void {
  if (text.length > MAX_TEXT_CHARACTERS) {
    throw badInput(`${at}: ${text.length} characters are too many, at most ${MAX_TEXT_CHARACTERS} are allowed.`);
  }
  if (!text.isWellFormed()) throw badInput(`${at}: half of a character is missing (a lone surrogate).`);
}

type Words = readonly string[] | null | undefined;

export function readSet(
  set: { any?: Words; all?: Words; exclude?: Words } | null | undefined,
  at: string,
): WordSet | undefined {
  if (set === null || set === undefined) return undefined;
  const given: WordSet = {};
  for (const key of ['any', 'all', 'exclude'] as const) {
    const words = set[key];
    if (words === null || words === undefined) continue;
    checkCount(words, { most: key === 'all' ? MAX_ALL_WORDS : MAX_WORDS, at: `${at}.${key}`, what: 'values' });
    if (words.length > 0) given[key] = words;
  }
  return Object.keys(given).length === 0 ? undefined : given;
}

export function checkCount(
  list: readonly unknown[],
  { most, at, what }: { most: number; at: string; what: string },
): void {
  if (list.length > most) throw badInput(`${at}: ${list.length} ${what} are too many, at most ${most} are allowed.`);
}
