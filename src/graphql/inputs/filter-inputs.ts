import { badInput } from '../../errors.ts';
import type { Range, TextFilter, WordSet } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';

/** Longer texts are no words of a name. */
const MAX_TEXT_CHARACTERS = 200;
const MAX_WORDS = 100;
/** Each costs a look at the whole list. */
const MAX_ALL_WORDS = 10;

export const IntRangeInput = builder.inputType('IntRange', {
  description: 'A range of whole numbers, both ends included. What has no number lies in no range.',
  fields: (t) => ({
    min: t.int({ description: 'The least. Default: no lower end.' }),
    max: t.int({ description: 'The most; not less than min. Default: no upper end.' }),
  }),
});

export const FloatRangeInput = builder.inputType('FloatRange', {
  description: 'A range of numbers, both ends included. What has no number lies in no range.',
  fields: (t) => ({
    min: t.float({ description: 'The least. Default: no lower end.' }),
    max: t.float({ description: 'The most; not less than min. Default: no upper end.' }),
  }),
});

export const WordSetInput = builder.inputType('WordSet', {
  description:
    'A set of words as the data has them; case does not matter. An empty or absent list does not narrow anything down. A word that is nowhere in the data is BAD_USER_INPUT, which says what there is.',
  fields: (t) => ({
    any: t.stringList({ description: `Only rows with at least one of these words. At most ${MAX_WORDS}.` }),
    all: t.stringList({ description: `Only rows with each of these words. At most ${MAX_ALL_WORDS}.` }),
    exclude: t.stringList({
      description: `No rows with one of these words; it goes before any and all. At most ${MAX_WORDS}.`,
    }),
  }),
});

export const TextFilterInput = builder.inputType('TextFilter', {
  description: `What a text must be like: it passes every test that is given, each at most ${MAX_TEXT_CHARACTERS} characters. A text that is missing passes none.`,
  fields: (t) => ({
    words: t.string({
      description:
        'Each of these words is a whole word of the text, in any order, as in search: case, accents, punctuation and apostrophes do not matter. Without a letter or digit it fits nothing.',
    }),
    contains: t.string({
      description: 'This stands somewhere in the text, as it is but for case (İ is as i): % and _ mean themselves.',
    }),
    matches: t.string({
      description:
        "A regular expression that fits some part of the text; case does not matter. In RE2's syntax, which has no look-around and no back references, and whose time does not explode.",
    }),
  }),
});

/** Null is absent; a limit of numbers may be missing. */
export function readRange(
  range: { min?: number | null; max?: number | null } | null | undefined,
  at: string,
): Range | undefined {
  if (range === null || range === undefined) return undefined;
  const { min, max } = range;
  if (min != null && max != null && min > max) {
    throw badInput(`${at}: min ${min} is greater than max ${max}, so that nothing can fit. Exchange them.`);
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
    throw badInput(`${at}: ${text.length} characters are too many, at most ${MAX_TEXT_CHARACTERS} can be looked for.`);
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
  if (list.length > most)
    throw badInput(`${at}: ${list.length} ${what} are too many, at most ${most} can be asked for at once.`);
}
