import { closeSync, openSync } from 'node:fs';

import { TIERS } from '../../../dataset/indexes/search-indexes.ts';
import { PostingsWriter } from '../../../formats/postings/postings-writer.ts';
import { fileTask } from '../../threads/file-task.ts';
import { readSorted } from './read-sorted.ts';
import type { SortedDatabase, SortedInput } from './read-sorted.ts';

/**
 * Writes sorted postings as a file of posting lists. Answers with their number.
 * @throws Error where they are not sorted, or it was stopped.
 */
export async function packPostingsHere(input: SortedInput): Promise<number> {
  const file = openSync(input.path, 'w+');
  try {
    return await readSorted(input, (sorted) => writePostings(sorted, file));
  } finally {
    closeSync(file);
  }
}

async function writePostings({ rows, each }: SortedDatabase, file: number): Promise<number> {
  const [sizes] = await rows(`SELECT (SELECT count(*)::DOUBLE FROM made.postings),
    (SELECT count(*)::DOUBLE FROM made.documents), (SELECT terms FROM made.terms)`);
  const [postings = 0, documents = 0, terms = 0] = sizes?.map(Number) ?? [];
  const writer = new PostingsWriter(file, { postings, documents, terms, tiers: TIERS });
  await each('SELECT key, startYear FROM made.documents', (key: number, year: number | null) =>
    writer.addDocument(key, year),
  );
  await each('SELECT list, docId, attributes FROM made.postings', (list: number, docId: number, attributes: number) =>
    writer.add(list, docId, attributes),
  );
  const regions = await rows('SELECT region FROM made.regions ORDER BY code');
  writer.end(regions.map(([region]) => region as string));
  return postings;
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_POSTINGS = fileTask(import.meta.url, packPostingsHere, { endsByItself: true });
