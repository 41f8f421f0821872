/**
 * Letters that stand for others where a keyboard lacks them, and are no accented form of these; and the sigma at the end
 * of a word, which capitals do not tell from others.
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
/** What folding would leave as it is: half of all names and titles, which need not wait for the rest. */
const PLAIN = '[a-z0-9]+( [a-z0-9]+)*';
const APOSTROPHES = "[''’‘`´ʼ]";

/**
 * The SQL that folds a text for search: lower case, without accents and apostrophes, its words (letters and digits)
 * separated by single spaces. The build folds by it, and queries by it or by `foldKnown`, which does the same. Null stays null, and a text
 * without letters and digits is empty.
 */
export function fold(text: string): string {
  const letters = Object.entries(LETTERS).reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`,
    `lower(${text})`,
  );
  // Ten replacements of every text would take as long as all the rest.
  const lower = `CASE WHEN regexp_matches(lower(${text}), '[${Object.keys(LETTERS).join('')}]') THEN ${letters} ELSE lower(${text}) END`;
  const folded = `trim(regexp_replace(regexp_replace(strip_accents(${lower}), '${APOSTROPHES}', '', 'g'), '${NO_WORD}', ' ', 'g'))`;
  return `CASE WHEN regexp_full_match(lower(${text}), '${PLAIN}') THEN lower(${text}) ELSE ${folded} END`;
}

/** The words of a folded text in their order, as a list. */
export function wordsOf(folded: string): string {
  return `string_split(${folded}, ' ')`;
}

/**
 * A text as `fold` folds it, without asking DuckDB, whose regular expressions take milliseconds to begin; null for
 * scripts of which the two might think differently.
 */
export function foldKnown(text: string): string | null {
  if (IS_UNKNOWN.test(text)) return null;
  const lower = text.toLowerCase().replaceAll(ANY_LETTER, (letter) => LETTERS[letter] ?? letter);
  const plain = lower.normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC');
  return plain.replaceAll(ANY_APOSTROPHE, '').replaceAll(ANY_NO_WORD, ' ').trim();
}

/**
 * What the two see differently: letters of Korean in parts, those beyond 16 bits, and blocks with letters that are newer
 * than the one or the other.
 */
const IS_UNKNOWN =
  /[\u0880-\u089F\u0C50-\u0CFF\u1100-\u11FF\u1A90-\u1AFF\u1C80-\u1C8F\uA7C0-\uA7FF\uA960-\uA97F\uD7A4-\uDFFF\uFFFE\uFFFF]/;
const ACCENTS = /\p{M}/gu;
const ANY_LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const ANY_APOSTROPHE = new RegExp(APOSTROPHES, 'g');
const ANY_NO_WORD = new RegExp(NO_WORD, 'gu');
