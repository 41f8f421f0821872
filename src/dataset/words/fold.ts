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

const NO_WORD = '[^\\p{L}\\p{M}\\p{N}]+';
/** Texts that folding only lower-cases: half of all names and titles, which skip the rest. */
const PLAIN = '[a-z0-9]+( [a-z0-9]+)*';
const APOSTROPHES = "[''’‘`´ʼ]";

/**
 * SQL that folds a text for search: lower case, without accents and apostrophes, with words (letters and digits)
 * separated by single spaces. The build uses it, and queries use it or the equivalent `foldKnown`. Null stays null, and
 * a text without letters and digits becomes empty.
 */
export function fold(text: string): string {
  const letters = Object.entries(LETTERS).reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`,
    `lower(${text})`,
  );
  // Only for texts with such letters: ten replacements would take as long as everything else.
  const lower = `CASE WHEN regexp_matches(lower(${text}), '[${Object.keys(LETTERS).join('')}]') THEN ${letters} ELSE lower(${text}) END`;
  const folded = `trim(regexp_replace(regexp_replace(strip_accents(${lower}), '${APOSTROPHES}', '', 'g'), '${NO_WORD}', ' ', 'g'))`;
  return `CASE WHEN regexp_full_match(lower(${text}), '${PLAIN}') THEN lower(${text}) ELSE ${folded} END`;
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
  if (IS_UNKNOWN.test(text)) return null;
  const lower = text.toLowerCase().replaceAll(ANY_LETTER, (letter) => LETTERS[letter] ?? letter);
  const plain = lower.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC');
  return plain.replaceAll(ANY_APOSTROPHE, '').replaceAll(ANY_NO_WORD, ' ').trim();
}

/**
 * Characters that the two treat differently: decomposed Korean, characters beyond 16 bits, and blocks with letters that
 * are newer than one of their Unicode versions.
 */
const IS_UNKNOWN =
  /[\u0880-\u089F\u0C50-\u0CFF\u1100-\u11FF\u1A90-\u1AFF\u1C80-\u1C8F\uA7C0-\uA7FF\uA960-\uA97F\uD7A4-\uDFFF\uFFFE\uFFFF]/;
const ACCENTS = /\p{M}/gu;
const ANY_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const ANY_APOSTROPHE = new RegExp(APOSTROPHES, 'g');
const ANY_NO_WORD = new RegExp(NO_WORD, 'gu');
