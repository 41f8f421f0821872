import { badInput } from '../errors.ts';
import { allOf } from './conditions.ts';
import type { Condition } from './conditions.ts';
import { NOTHING } from './filter-conditions.ts';
import type { TextFilter } from './model.ts';
import type { ScanReader } from './scan-reader.ts';

/** What stands inside a word and does not matter. */
const APOSTROPHES = `'’‘ʼ\`´`;
const BETWEEN_WORDS = `[^\\p{L}\\p{M}\\p{N}${APOSTROPHES}]`;
/** Letters that stand for others where a keyboard lacks them, and are no accented form of these. */
const LETTERS: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };
/** The letters of a word, where two together are spelled as one of their own. */
const SPELLED = /ss|ae|oe|./gsu;

/**
 * The condition that a text fits; `at` names the argument. Words are folded by DuckDB, so that the query and the text
 * cannot be folded differently.
 * @throws ClientError `BAD_USER_INPUT` for what RE2 does not read as a regular expression.
 */
export async function textFilter(
  scan: ScanReader,
  { column, text, at }: { column: string; text: TextFilter; at: string },
): Promise<Condition> {
  const { words, contains, matches } = text;
  if (matches !== undefined) await checkExpression(scan, { matches, at });
  return allOf([
    words === undefined ? undefined : await wholeWords(scan, { column, words }),
    contains === undefined ? undefined : { sql: `contains(lower(${column}), lower($1))`, values: [contains] },
    matches === undefined ? undefined : { sql: `regexp_matches(${column}, $1, 'i')`, values: [matches] },
  ]);
}

async function wholeWords(scan: ScanReader, { column, words }: { column: string; words: string }): Promise<Condition> {
  const rows = await scan.rows('SELECT strip_accents(lower($1::VARCHAR))', [words]);
  const folded = Object.entries(LETTERS).reduce(
    (text, [letter, plain]) => text.replaceAll(letter, plain),
    String(rows[0]?.[0] as string | undefined).replaceAll(new RegExp(`[${APOSTROPHES}]`, 'g'), ''),
  );
  const found = [...new Set(folded.split(/[^\p{L}\p{M}\p{N}]+/u))].filter((word) => word !== '');
  if (found.length === 0) return NOTHING;
  // Folding takes longer than looking for what may fold to the words: most rows are done with before.
  const rough = found.map((word) => ({ sql: `regexp_matches(${column}, $1, 'i')`, values: [roughPattern(word)] }));
  const exact = found.map((word) => ({
    sql: `regexp_matches(strip_accents(lower(${column})), $1)`,
    values: [wordPattern(word)],
  }));
  return allOf([...rough, ...exact]);
}

/** Letters and digits alone, which mean themselves, or the letters they stand for; with apostrophes anywhere. */
function wordPattern(word: string): string {
  const apostrophes = `[${APOSTROPHES}]*`;
  const letters = [...word.matchAll(SPELLED)].map(([plain]) => {
    const spelled = Object.keys(LETTERS).find((letter) => LETTERS[letter] === plain);
    const inner = Array.from(plain).join(apostrophes);
    return spelled === undefined ? inner : `(?:${inner}|${spelled})`;
  });
  return `(?:^|${BETWEEN_WORDS})${apostrophes}${letters.join(apostrophes)}${apostrophes}(?:$|${BETWEEN_WORDS})`;
}

/** Each letter as it is or as any that is not plain, with marks and apostrophes between: fits at least what the word does. */
function roughPattern(word: string): string {
  const special = '[^\\x00-\\x7F]';
  const between = `(?:${special}|['\`])*`;
  const letters = [...word.matchAll(SPELLED)].map(([plain]) => {
    const inner = Array.from(plain, (letter) => `(?:${letter}|${special})`).join(between);
    return plain.length === 1 ? inner : `(?:${inner}|${special})`;
  });
  return letters.join(between);
}

async function checkExpression(scan: ScanReader, { matches, at }: { matches: string; at: string }): Promise<void> {
  try {
    await scan.rows(`SELECT regexp_matches('', $1, 'i')`, [matches]);
  } catch (error) {
    const reason = /^Invalid Input Error: (.*)$/s.exec(error instanceof Error ? error.message : '')?.[1];
    if (reason === undefined) throw error;
    throw badInput(
      `${at}.matches: this is not a regular expression of RE2: ${reason}. RE2 has no look-around and no back references.`,
    );
  }
}
