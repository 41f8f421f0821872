import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

import { literal } from './literal.ts';

export interface OpenDatabase {
  instance: DuckDBInstance;
  /** Names what queries read. */
  connection: DuckDBConnection;
  /** To be called when no query runs any more. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** As DuckDB reads it: `1GiB`. */
  memoryLimit: string;
  /** DuckDB's threads beside the calling ones. */
  threads: number;
  tmpFolder: string;
}

/** A DuckDB instance in memory that reads a build's folder and writes its spill, and nothing else. */
export async function openDatabase(
  folder: string,
  { tmpFolder, memoryLimit, threads }: DatabaseOptions,
): Promise<OpenDatabase> {
  // One for each instance: DuckDB names its files the same in each, and two in one folder overwrite each other's.
  const spill = join(tmpFolder, `serve-${process.pid}-${randomUUID()}`);
  // DuckDB makes one level of folders only.
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
    // Pages of up to 500 rows read their other columns late, as those of up to 50 do by default.
    await connection.run('SET GLOBAL late_materialization_max_rows = 1000');
    await connection.run(`SET GLOBAL allowed_directories = [${literal(`${folder}/`)}, ${literal(`${spill}/`)}]`);
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
