import { createHash } from 'node:crypto';

/** Letters that are left out of a word: as many as it may have typing errors. */
export type LettersOut = 1 | 2;

/**
 * The SQL of a word's spellings, itself and the same with one letter left out or two, as a list of integers. Two words
 * that differ by as many typing errors share one.
 */
export function spellingsSql(text: string, letters: LettersOut): string {
  const one = shorterSql(text);
  const two = `flatten([${shorterSql('once')} FOR once IN ${one}])`;
  const all = `list_distinct(list_concat([${text}], ${one}${letters === 2 ? `, ${two}` : ''}))`;
  return `[(md5_number_lower(spelling) >> ${64 - BITS})::BIGINT FOR spelling IN ${all}]`;
}

/** The same for a word in memory. */
export function spellingsOf(text: string, letters: LettersOut): readonly bigint[] {
  const all = new Set([text]);
  let last = [text];
  for (let out = 0; out < letters; out += 1) {
    last = [...new Set(last.flatMap(shorter))];
    for (const spelling of last) all.add(spelling);
  }
  return [...all].map(hashed);
}

/** What is found by the integer of a spelling is measured, so that it need not tell all apart. */
const BITS = 48;

function hashed(text: string): bigint {
  return createHash('md5').update(text).digest().readBigUInt64LE(8) >> BigInt(64 - BITS);
}

function shorterSql(text: string): string {
  return `[substr(${text}, 1, i - 1) || substr(${text}, i + 1) FOR i IN range(1, length(${text}) + 1)]`;
}

/** By code points, as SQL counts letters. */
function shorter(text: string): string[] {
  const letters = Array.from(text);
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
}
