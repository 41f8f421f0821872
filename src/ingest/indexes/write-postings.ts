import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { postingsFile, scanFile } from '../../dataset/builds/layout.ts';
import { PACK_POSTINGS } from './pack-postings.ts';
import { inThread } from '../threads/in-thread.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';

/** Writes the lists of search from the index of `search_postings`. Answers with the number of postings. */
export async function writePostings(folder: string, signal: AbortSignal | undefined): Promise<number> {
  const path = join(folder, postingsFile('search_lists'));
  const database = join(folder, scanFile('search_postings'));
  // A thread in which DuckDB works is not ended from outside.
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  signal?.addEventListener('abort', () => Atomics.store(stop, 0, 1), { once: true });
  try {
    return await inThread(PACK_POSTINGS, { database, path, stop, signal });
  } catch (error) {
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw new Failed(`lookup search_lists: ${reasonOf(error)}`, { cause: error });
  }
}
