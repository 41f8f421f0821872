import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

import { literal } from './literal.ts';

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

/** Opens a DuckDB instance in memory that may read the folder of a build, write its spill folder and those that are named, and nothing else. */
export async function openDatabase(
  folder: string,
  { tmpFolder, memoryLimit, threads, alsoAllowed = [] }: DatabaseOptions,
): Promise<OpenDatabase> {
  // A folder for each instance, because all instances use the same file names.
  const spill = join(tmpFolder, `serve-${process.pid}-${randomUUID()}`);
  // DuckDB creates only one level of folders.
  await mkdir(tmpFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: String(threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    await connection.run('SET GLOBAL parquet_metadata_cache = true');
    // Late materialisation for pages of up to 500 rows; the default covers 50.
    await connection.run('SET GLOBAL late_materialization_max_rows = 1000');
    const allowed = [folder, spill, ...alsoAllowed].map((path) => literal(`${path}/`)).join(', ');
    await connection.run(`SET GLOBAL allowed_directories = [${allowed}]`);
    await connection.run('SET GLOBAL enable_external_access = false');
    await connection.run('SET GLOBAL lock_configuration = true');
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
