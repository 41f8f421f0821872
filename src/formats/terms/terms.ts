import { formHashes, textHash } from '../../dataset/words/spellings.ts';
import type { LettersOut } from '../../dataset/words/spellings.ts';
import { writingKey } from '../../dataset/words/writing-keys.ts';
import { openPagedFile } from '../paged-file.ts';
import type { OpenPagedOptions, PagedFile } from '../paged-file.ts';
import {
  behindLetters,
  bucketOf,
  hashPart,
  lettersBefore,
  NUMBER_BYTES,
  rankOf,
  sectionsOf,
  termOf,
  TERMS_FORMAT,
} from './layout.ts';
import type { TermsSize } from './layout.ts';
import { termList } from './term-list.ts';
import type { TermList } from './term-list.ts';

/** An open term dictionary, see layout.ts. The terms are in memory; what reads the file throws DamagedPages. */
export interface Terms extends TermList {
  /** Terms that share a form with a text of which up to so many letters are left out, and few others, in no order. */
  alike(text: string, letters: LettersOut): readonly number[];
  /** Terms of other scripts that have a key (see writing-keys.ts), in their order. */
  writtenAs(key: string): readonly number[];
  /** Terms that a part (see `isPart`) stands in, the commonest first, at most so many. */
  containing(part: string, most: number): readonly number[];
  close(): void;
}

/** @throws Error where it is not the whole file that the manifest names. */
export function openTerms(path: string, options: OpenPagedOptions): Terms {
  const file = openPagedFile(path, { ...options, format: TERMS_FORMAT });
  try {
    return terms(file);
  } catch (error) {
    file.close();
    throw error;
  }
}

function terms({ counts, pages, guarded, close }: PagedFile<keyof TermsSize>): Terms {
  const at = sectionsOf(counts);
  const [begins, before] = [numbersAt(at.begins, counts.terms + 1), numbersAt(at.before, counts.terms + 1)];
  const texts = Buffer.alloc(counts.textBytes);
  pages.read(at.texts, texts);

  const words = termList({ begins, before, texts });

  function numbersAt(begin: number, length: number): Uint32Array {
    const numbers = new Uint32Array(length);
    pages.read(begin, new Uint8Array(numbers.buffer));
    return numbers;
  }

  const numberAt = (begin: number, index: number): number => pages.numberAt(begin + NUMBER_BYTES * index);

  function alike(text: string, letters: LettersOut): number[] {
    const found = new Set<number>();
    for (const hash of formHashes(text, letters)) addTermsOf(hash, found);
    return [...found];
  }

  function writtenAs(key: string): number[] {
    const found = new Set<number>();
    addTermsOf(textHash(key), found);
    // A hash may be that of something else.
    return [...found].filter((term) => writingKey(words.wordAt(term)) === key).toSorted((one, other) => one - other);
  }

  /** Adds those of which something has a hash. */
  function addTermsOf(hash: number, found: Set<number>): void {
    const bucket = bucketOf(hash, counts.terms);
    const [first, end] = [numberAt(at.buckets, bucket), numberAt(at.buckets, bucket + 1)];
    if (first > end || end > counts.spellings) throw new Error(`there are no spellings ${first} to ${end}`);
    const wanted = hashPart(hash, counts.terms);
    for (let index = first; index < end; index += 1) {
      const spelling = numberAt(at.spellings, index);
      const term = termOf(spelling, counts.terms);
      if (spelling - term === wanted) found.add(term);
    }
  }

  function containing(part: string, most: number): number[] {
    const wanted = Buffer.from(part);
    const first = firstEnd(wanted, { isBehind: false });
    const ranks = numbersAt(at.ends + NUMBER_BYTES * first, firstEnd(wanted, { isBehind: true }) - first)
      .map(rankOf)
      .sort();
    const found: number[] = [];
    for (const [index, rank] of ranks.entries()) {
      if (found.length === most) break;
      // A part may stand in a term more than once.
      if (rank !== ranks[index - 1]) found.push(numberAt(at.common, rank));
    }
    return found;
  }

  /** The first end that begins with a part or lies behind it; or the first that lies behind all that do. */
  function firstEnd(part: Buffer, { isBehind }: { isBehind: boolean }): number {
    let [low, high] = [0, counts.ends];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = orderOf(numberAt(at.ends, middle), part);
      if (order > 0 || (order === 0 && !isBehind)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** How as many bytes of an end as a part has lie to it. */
  function orderOf(end: number, part: Buffer): number {
    const term = numberAt(at.common, rankOf(end));
    const from = behindLetters(texts, { from: begins[term] ?? 0, letters: lettersBefore(end) });
    const to = Math.max(from, Math.min(from + part.length, begins[term + 1] ?? 0));
    return texts.compare(part, 0, part.length, from, to);
  }

  return {
    ...words,
    alike: (text, letters) => guarded(() => alike(text, letters)),
    writtenAs: (key) => guarded(() => writtenAs(key)),
    containing: (part, most) => guarded(() => containing(part, most)),
    close,
  };
}
