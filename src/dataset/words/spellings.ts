/** Highest number of letters left out of a word: the number of typing errors that can be found. */
export type LettersOut = 1 | 2;

/**
 * SQL for the deletion neighbourhood of a word (SymSpell): the word itself and all its forms with up to `letters` letters
 * left out. Two words that differ by that many typing errors share a form.
 */
export function formsSql(text: string, letters: LettersOut): string {
  const one = shorterSql(text);
  const two = `flatten([${shorterSql('once')} FOR once IN ${one}])`;
  return `list_distinct(list_concat([${text}], ${one}${letters === 2 ? `, ${two}` : ''}))`;
}

function shorterSql(text: string): string {
  return `[substr(${text}, 1, i - 1) || substr(${text}, i + 1) FOR i IN range(1, length(${text}) + 1)]`;
}

/** Hashes of 32 bits of the same forms, each once. Letters are code points, as in SQL. */
export function formHashes(text: string, letters: LettersOut): ReadonlySet<number> {
  const hashes = new Set<number>();
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

  /** Those of all forms that go on with the letters from one on, after letters that have made a state. */
  function add(state: number, from: number, out: number): void {
    let hash = state;
    for (let at = from; at < codes.length; at += 1) {
      if (out > 0) add(hash, at + 1, out - 1);
      hash = Math.imul(hash ^ (codes[at] ?? 0), FNV_PRIME);
    }
    hashes.add(mixed(hash));
  }

  add(FNV_OFFSET, 0, letters);
  return hashes;
}

/** The hash of a text alone, that of its form without any letter left out. */
export function textHash(text: string): number {
  return mixed(
    Array.from(text).reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME), FNV_OFFSET),
  );
}

/** FNV-1a, over whole letters. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The last step of MurmurHash3, by which all bits depend on all. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
