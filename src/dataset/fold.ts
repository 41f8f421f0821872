/** Letters that stand for others where a keyboard lacks them, and are no accented form of these. */
const LETTERS: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const NO_WORD = '[^\\p{L}\\p{M}\\p{N}]+';
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
  return `trim(regexp_replace(regexp_replace(strip_accents(${lower}), '${APOSTROPHES}', '', 'g'), '${NO_WORD}', ' ', 'g'))`;
}

/** The distinct words of a folded text, as a list. */
export function wordsOf(folded: string): string {
  return `list_distinct(string_split(${folded}, ' '))`;
}
