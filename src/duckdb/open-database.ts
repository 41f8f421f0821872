import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { openInstance } from './open-instance.ts';

export interface OpenDatabase {
  instance: DuckDBInstance;
  /** The connection that creates the views which queries read. */
  connection: DuckDBConnection;
  /** Closes the instance and removes its temporary files. No query may be running. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Size in DuckDB's notation, such as `1GiB`. */
  memoryLimit: string;
  /** DuckDB's threads, without the calling ones. */
  threads: number;
  tmpFolder: string;
  /** Folders besides that it may read and write. */
  alsoAllowed?: readonly string[];
}

/**
 * Opens a DuckDB instance in memory that may read the folder of a build, write its spill folder and those that are named,
 * and nothing else.
 */
export async function openDatabase(
  folder: string,
  { tmpFolder, memoryLimit, threads, alsoAllowed = [] }: DatabaseOptions,
): Promise<OpenDatabase> {
  // A folder for each instance, because all instances use the same file names.
  const spill = join(tmpFolder, `serve-${process.pid}-${randomUUID()}`);
  // DuckDB creates only one level of folders.
  await mkdir(tmpFolder, { recursive: true });
  const instance = await openInstance({
    memoryLimit,
    threads,
    folders: [folder, ...alsoAllowed],
    spill,
    // Late materialisation for pages of up to 500 rows; the default covers 50.
    settings: { parquet_metadata_cache: 'true', late_materialization_max_rows: '1000' },
  });
  try {
    const connection = await instance.connect();
    return {
      instance,
      connection,
      async close() {
        connection.closeSync();
        instance.closeSync();
        await rm(spill, { recursive: true, force: true });
      },
    };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}
