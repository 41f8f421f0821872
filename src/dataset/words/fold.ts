import { allCompatible, allCompatibleSql, compatible, compatibleRanges } from './compatibility.ts';

/**
 * Replacements of letters that are not accented forms of others, but are typed as these; and of the final sigma, which
 * has the same capital as the other sigma.
 */
const LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

const WORD = '\\p{L}\\p{M}\\p{N}';
/** What a text has that does not consist of signs alone. */
const ANY_WORD = '[\\p{L}\\p{N}]';
/** Texts that folding only lower-cases: half of all names and titles, which skip the rest. */
const PLAIN = '[a-zA-Z0-9]+( [a-zA-Z0-9]+)*';
/** Signs within words that are left out: apostrophes, and the tatweel, which makes Arabic words longer. */
export const APOSTROPHES = "['’‘`´ʼ\u0640]";
/** Spaces, controls and marks, which are no signs: emoji have some or not. */
const NO_SIGN = '[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{M}]+';

/** The sign that stands for "and", which a reading of a text keeps as a word. */
export const AND = '&';

/**
 * SQL that folds a text for search: compatible forms of letters (NFKC), lower case, without accents and apostrophes,
 * with words (letters and digits) separated by single spaces. A text that has signs alone becomes one word of these. The
 * build uses it, and queries use it or the equivalent `foldKnown`. Null stays null, and a text without anything becomes
 * empty.
 */
export function fold(text: string): string {
  // What takes long is done only where it changes something. No NULLIF: it evaluates its argument twice.
  return `CASE WHEN regexp_full_match(${text}, '${PLAIN}') THEN lower(${text})
    WHEN regexp_matches(${text}, '[${compatibleRanges()}]') THEN ${foldWords(allCompatibleSql(text))}
    WHEN NOT regexp_matches(${text}, '${ANY_WORD}') THEN regexp_replace(${allCompatibleSql(text)}, '${NO_SIGN}', '', 'g')
    WHEN regexp_matches(lower(${text}), '[${Object.keys(LETTERS).join('')}]') THEN ${foldWords(text)}
    ELSE ${foldLower(`lower(${text})`)} END`;
}

/** SQL of the same for any compatible text that has letters or digits; `kept` is a sign that is a word, too. */
export function foldWords(text: string, kept = ''): string {
  const lower = Object.entries(LETTERS).reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`,
    `lower(${text})`,
  );
  return foldLower(lower, kept);
}

function foldLower(lower: string, kept = ''): string {
  const joined = `regexp_replace(strip_accents(${lower}), '${APOSTROPHES.replaceAll("'", "''")}', '', 'g')`;
  return `trim(regexp_replace(${joined}, '[^${WORD}${kept}]+', ' ', 'g'))`;
}

/** SQL for the list of words of a folded text, in their order. */
export function wordsOf(folded: string): string {
  return `string_split(${folded}, ' ')`;
}

/**
 * Folds a text as `fold` does, without DuckDB, whose regular expressions take milliseconds to compile. Null for scripts
 * in which the two might differ.
 */
export function foldKnown(text: string): string | null {
  const form = compatible(text);
  if (isUnknown(form)) return null;
  if (form === text && !HAS_WORD.test(text)) return allCompatible(text).replaceAll(ANY_NO_SIGN, '');
  return foldKnownWords(form);
}

/** The same as `foldWords`, for a text that is not unknown. */
export function foldKnownWords(text: string, kept: '' | typeof AND = ''): string {
  const lower = text.toLowerCase().replaceAll(ANY_LETTER, (letter) => LETTERS[letter] ?? letter);
  const plain = lower.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC');
  return plain
    .replaceAll(ANY_APOSTROPHE, '')
    .replaceAll(kept === '' ? ANY_NO_WORD : ANY_BUT_AND, ' ')
    .trim();
}

/** Whether the two would treat a compatible text differently. */
function isUnknown(text: string): boolean {
  return IS_UNKNOWN.test(text);
}

/**
 * Characters that the two treat differently: decomposed Korean, characters beyond 16 bits, and blocks with letters that
 * are newer than one of their Unicode versions.
 */
const IS_UNKNOWN =
  /[\u0880-\u089F\u0C50-\u0CFF\u1100-\u11FF\u1A90-\u1AFF\u1C80-\u1C8F\uA7C0-\uA7FF\uA960-\uA97F\uD7A4-\uDFFF\uFFFE\uFFFF]/;
const HAS_WORD = new RegExp(ANY_WORD, 'u');
const ACCENTS = /\p{M}/gu;
const ANY_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const ANY_APOSTROPHE = new RegExp(APOSTROPHES, 'g');
const ANY_NO_WORD = new RegExp(`[^${WORD}]+`, 'gu');
const ANY_BUT_AND = new RegExp(`[^${WORD}${AND}]+`, 'gu');
const ANY_NO_SIGN = new RegExp(NO_SIGN, 'gu');
