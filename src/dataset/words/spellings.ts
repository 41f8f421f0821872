import { createHash } from 'node:crypto';

/** Highest number of letters deleted from a word: the number of typing errors that can be found. */
export type LettersOut = 1 | 2;

/**
 * SQL for the deletion neighbourhood of a word (SymSpell): hashes of the word itself and of all its forms with up to
 * `letters` letters deleted. Two words that differ by that many typing errors share a hash.
 */
export function spellingsSql(text: string, letters: LettersOut): string {
  const one = shorterSql(text);
  const two = `flatten([${shorterSql('once')} FOR once IN ${one}])`;
  const all = `list_distinct(list_concat([${text}], ${one}${letters === 2 ? `, ${two}` : ''}))`;
  return `[(md5_number_lower(spelling) >> ${64 - BITS})::BIGINT FOR spelling IN ${all}]`;
}

/** The same hashes for a word in memory. */
export function spellingsOf(text: string, letters: LettersOut): readonly bigint[] {
  const all = new Set([text]);
  let last = [text];
  for (let out = 0; out < letters; out += 1) {
    last = [...new Set(last.flatMap(shorter))];
    for (const spelling of last) all.add(spelling);
  }
  return [...all].map(hashed);
}

/** Length of a hash in bits. Collisions do no harm, because the distance of every candidate is measured. */
const BITS = 48;

function hashed(text: string): bigint {
  return createHash('md5').update(text).digest().readBigUInt64LE(8) >> BigInt(64 - BITS);
}

function shorterSql(text: string): string {
  return `[substr(${text}, 1, i - 1) || substr(${text}, i + 1) FOR i IN range(1, length(${text}) + 1)]`;
}

/** The forms of a text with one code point deleted; SQL counts code points too. */
function shorter(text: string): string[] {
  const letters = Array.from(text);
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
}
