import type { LettersOut } from '../../../dataset/words/spellings.ts';
import { unlessDamaged } from '../../../formats/paged-file.ts';
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
  /** Terms of other scripts that have a key (see writing-keys.ts), in their order. */
  writtenAs(key: string): Promise<readonly number[]>;
  /** Terms that a part (see `isPart`) stands in, the commonest first, at most so many. */
  containing(part: string, most: number): Promise<readonly number[]>;
}

/** That of an open file. What proves to be damaged in it, the tables tell. */
export function fileTerms(file: Terms, tables: NearTerms): TermDictionary {
  return {
    ...file,
    alike: (...asked) => unlessDamaged([() => file.alike(...asked), () => tables.alike(...asked)]),
    writtenAs: (...asked) => unlessDamaged([() => file.writtenAs(...asked), () => tables.writtenAs(...asked)]),
    containing: (...asked) => unlessDamaged([() => file.containing(...asked), () => tables.containing(...asked)]),
  };
}
