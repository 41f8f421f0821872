import { join } from 'node:path';

import { openInstance } from '../../duckdb/open-instance.ts';
import { fileTask } from '../threads/file-task.ts';
import { ComparedTitlesMaker } from './compared-titles.ts';
import type { ComparedTitles } from './compared-titles.ts';
import { titleVectors } from './title-vectors.ts';
import type { VectorInput } from './title-vectors.ts';

/** For scans, which need next to nothing. */
const MEMORY_LIMIT = '256MiB';

export interface ComparedInput extends VectorInput {
  /** Of the build, in which the SELECTs read. */
  folder: string;
}

/** Makes vectors of the titles that lists of similar titles are made of. */
export async function compareTitlesHere({ folder, ...input }: ComparedInput): Promise<ComparedTitles> {
  // A database that is open in one thread cannot be used in another.
  const instance = await openInstance({
    memoryLimit: MEMORY_LIMIT,
    threads: 1,
    folders: [folder],
    spill: join(folder, 'similar.spill'),
  });
  const connections = [await instance.connect(), await instance.connect(), await instance.connect()] as const;
  try {
    const maker = new ComparedTitlesMaker();
    for await (const vector of titleVectors(connections, input)) maker.add(vector);
    return maker.take();
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  }
}

/** DuckDB ends the process when the thread ends that it works for. */
export const COMPARE_TITLES = fileTask(import.meta.url, compareTitlesHere, { endsByItself: true });
