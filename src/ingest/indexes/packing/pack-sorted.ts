import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { IndexName } from '../../../dataset/indexes/sorted-table.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';
import { Failed, reasonOf } from '../../outcomes/outcome.ts';
import type { FileTask } from '../../threads/file-task.ts';
import { inThread } from '../../threads/in-thread.ts';
import { stopFlag } from '../../threads/stop-flag.ts';
import type { SortedInput } from './read-sorted.ts';

export interface PackOptions {
  name: IndexName;
  /** Inside the build's folder. */
  file: string;
  folder: string;
  /** Fills a database of that name, which is attached, with what the file is made of. */
  sort: (into: string) => Promise<void>;
  /** Packs that database into the file. Answers with the rows of the index. */
  task: FileTask<SortedInput, number>;
  signal: AbortSignal | undefined;
}

/** Makes a file in two steps: DuckDB sorts what it is made of into a database of its own, which a thread packs. */
export async function packSorted(
  database: WorkConnection,
  { name, file, folder, sort, task, signal }: PackOptions,
): Promise<number> {
  const path = join(folder, file);
  const sorted = `${path}.duckdb`;
  const making = `making_${name}`;
  // A thread in which DuckDB works is not ended from outside.
  const { stop, release } = stopFlag(signal);
  try {
    // A run before may have been killed.
    await rm(sorted, { force: true });
    await database.run(`ATTACH ${literal(sorted)} AS ${making}`);
    await sort(making);
    // Which DETACH would do too, without saying what went wrong.
    await database.run(`CHECKPOINT ${making}`);
    await database.run(`DETACH ${making}`);
    return await inThread(task, { database: sorted, path, stop, signal });
  } catch (error) {
    await database.run(`DETACH DATABASE IF EXISTS ${making}`).catch(() => undefined);
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  } finally {
    release();
    for (const left of [sorted, `${sorted}.wal`]) await rm(left, { force: true });
  }
}
