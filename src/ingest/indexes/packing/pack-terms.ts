import { closeSync, openSync } from 'node:fs';

import type { LettersOut } from '../../../dataset/words/spellings.ts';
import { TermsWriter } from '../../../formats/terms/terms-writer.ts';
import { fileTask } from '../../threads/file-task.ts';
import { readSorted } from './read-sorted.ts';
import type { SortedDatabase, SortedInput } from './read-sorted.ts';

/**
 * Writes sorted terms and their ends as a term dictionary. Answers with the number of terms.
 * @throws Error where they are not sorted, or it was stopped.
 */
export async function packTermsHere(input: SortedInput): Promise<number> {
  const file = openSync(input.path, 'w+');
  try {
    return await readSorted(input, (sorted) => writeTerms(sorted, file));
  } finally {
    closeSync(file);
  }
}

async function writeTerms({ rows, each }: SortedDatabase, file: number): Promise<number> {
  const [sizes] = await rows(`SELECT count(*)::DOUBLE, coalesce(sum(strlen(text)), 0)::DOUBLE,
    (SELECT count(*)::DOUBLE FROM made.ends) FROM made.terms`);
  const [terms = 0, textBytes = 0, ends = 0] = sizes?.map(Number) ?? [];
  const writer = new TermsWriter({ terms, textBytes, ends });
  await each(
    'SELECT text, texts, lettersOut FROM made.terms',
    (text: string, texts: number, lettersOut: LettersOut | 0) => writer.add(text, texts, lettersOut),
  );
  await each('SELECT term, lettersBefore FROM made.ends', (term: number, lettersBefore: number) =>
    writer.addEnd(term, lettersBefore),
  );
  writer.end(file);
  return terms;
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_TERMS = fileTask(import.meta.url, packTermsHere, { endsByItself: true });
