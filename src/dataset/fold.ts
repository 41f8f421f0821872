/** Letters that stand for others where a keyboard lacks them, and are no accented form of these. */
const LETTERS: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const NO_WORD = '[^\\p{L}\\p{M}\\p{N}]+';
/** What folding would leave as it is: half of all names and titles, which need not wait for the rest. */
const PLAIN = '[a-z0-9]+( [a-z0-9]+)*';
const IS_PLAIN = new RegExp(`^${PLAIN}$`);
const APOSTROPHES = "[''’‘`´ʼ]";

/**
 * The SQL that folds a text for search: lower case, without accents and apostrophes, its words (letters and digits)
 * separated by single spaces. Build and query both use it, so that they cannot differ. Null stays null, and a text
 * without letters and digits is empty.
 */
export function fold(text: string): string {
  const letters = Object.entries(LETTERS).reduce(
    (inner, [letter, plain]) => `replace(${inner}, '${letter}', '${plain}')`,
    `lower(${text})`,
  );
  // Seven replacements of every text would take as long as all the rest.
  const lower = `CASE WHEN regexp_matches(lower(${text}), '[${Object.keys(LETTERS).join('')}]') THEN ${letters} ELSE lower(${text}) END`;
  const folded = `trim(regexp_replace(regexp_replace(strip_accents(${lower}), '${APOSTROPHES}', '', 'g'), '${NO_WORD}', ' ', 'g'))`;
  return `CASE WHEN regexp_full_match(lower(${text}), '${PLAIN}') THEN lower(${text}) ELSE ${folded} END`;
}

/** The words of a folded text in their order, as a list. */
export function wordsOf(folded: string): string {
  return `string_split(${folded}, ' ')`;
}

/** A text as `fold` folds it where that takes no more than lower case; null for any other. */
export function foldPlain(text: string): string | null {
  // As ASCII, so that there are no two opinions on what lower case is.
  const lower = /^[ -~]*$/.test(text) ? text.toLowerCase() : '';
  return IS_PLAIN.test(lower) ? lower : null;
}
