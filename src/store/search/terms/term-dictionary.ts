import type { LettersOut } from '../../../dataset/words/spellings.ts';
import { DamagedPages } from '../../../formats/paged-file.ts';
import { termList } from '../../../formats/terms/term-list.ts';
import type { TermList } from '../../../formats/terms/term-list.ts';
import type { Terms } from '../../../formats/terms/terms.ts';

/** The terms of all texts by their numbers, and which of them a typed word may mean. */
export interface TermDictionary extends TermList, NearTerms {}

/** Terms that are near to a word. @throws ClientError `QUERY_TIMEOUT` where it takes too long. */
export interface NearTerms {
  /**
   * Terms that share a form with a word of which up to so many letters are left out (SymSpell), in no order. There may be
   * others among them, which are no nearer: what is found has to be measured.
   */
  alike(text: string, letters: LettersOut): Promise<readonly number[]>;
  /** Terms that a part of three letters or more stands in, the commonest first, at most so many. */
  containing(part: string, most: number): Promise<readonly number[]>;
}

/** That of an open file. What proves to be damaged in it, the tables tell. */
export function fileTerms(file: Terms, tables: NearTerms): TermDictionary {
  return {
    ...file,
    alike: (text, letters) =>
      either(
        () => file.alike(text, letters),
        () => tables.alike(text, letters),
      ),
    containing: (part, most) =>
      either(
        () => file.containing(part, most),
        () => tables.containing(part, most),
      ),
  };
}

function either<T>(ofFile: () => T, ofTables: () => Promise<T>): Promise<T> {
  try {
    return Promise.resolve(ofFile());
  } catch (error) {
    if (error instanceof DamagedPages) return ofTables();
    throw error;
  }
}

/** Terms after which others are answered: millions would keep them waiting for a second. */
const TURN_TERMS = 50_000;

/**
 * Terms in their order, one after the other, and lists of numbers with spaces between: how many bytes each term has, and
 * how often it stands in texts.
 */
export async function termsOf({
  texts,
  bytes,
  counts,
}: Record<'texts' | 'bytes' | 'counts', string>): Promise<TermList> {
  return termList({ texts: Buffer.from(texts), begins: await sums(bytes), before: await sums(counts) });
}

/** The sums of all numbers before each, and of all. */
async function sums(numbers: string): Promise<Uint32Array> {
  if (numbers === '') return new Uint32Array(1);
  const all = numbers.split(' ');
  const before = new Uint32Array(all.length + 1);
  for (const [index, number] of all.entries()) {
    before[index + 1] = (before[index] ?? 0) + Number(number);
    if (index % TURN_TERMS === TURN_TERMS - 1) await new Promise(setImmediate);
  }
  return before;
}
