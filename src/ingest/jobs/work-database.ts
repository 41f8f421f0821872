import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

import type { Folders } from '../../dataset/builds/paths.ts';
import { interruptOn } from '../../duckdb/interrupt-on.ts';
import { openInstance } from '../../duckdb/open-instance.ts';

export interface WorkDatabaseOptions {
  /** Builds are read and written; spill goes into a folder of its own below TMP_DIR. */
  folders: Folders;
  /** Files elsewhere that are read: IMDb's. */
  sources?: readonly string[];
  /** As DuckDB reads it: `2GiB`. */
  memoryLimit: string;
  threads: number;
  /** Interrupts whatever runs. */
  signal?: AbortSignal | undefined;
}

/** Large integers come as strings. */
export type Scalar = string | number | boolean | null;

/** Runs one query at a time. Temporary tables are its own; all else is that of the database. */
export interface WorkConnection {
  run(sql: string, values?: DuckDBValue[]): Promise<void>;
  /** Rows of scalar columns, as objects. */
  rows(sql: string, values?: DuckDBValue[]): Promise<Record<string, Scalar>[]>;
  /** The columns of some thousand rows at a time. */
  chunks(sql: string): AsyncGenerator<readonly (readonly DuckDBValue[])[]>;
}

/** The DuckDB in which a build is made: in memory, spilling to TMP_DIR, without anything from outside. */
export interface WorkDatabase {
  /** Gives a connection to a piece of work. Several may work at a time. */
  use<T>(work: (connection: WorkConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openWorkDatabase(options: WorkDatabaseOptions): Promise<WorkDatabase> {
  const spill = spillFolder(options.folders);
  await rm(spill, { recursive: true, force: true });
  await mkdir(spill, { recursive: true });
  const { folders, sources: files, memoryLimit, threads } = options;
  const instance = await openInstance({
    memoryLimit,
    threads,
    folders: [folders.builds, ...(await linkedBuilds(folders))],
    files,
    spill,
  });
  return {
    async use(work) {
      const connection = await instance.connect();
      const stopInterrupting = interruptOn(options.signal, connection);
      try {
        return await work(workConnection(connection, options.signal));
      } finally {
        stopInterrupting();
        connection.closeSync();
      }
    },
    async close() {
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** Links to builds that an operator has moved to another disk: inside of a folder DuckDB takes them for outside of it. */
async function linkedBuilds({ builds }: Folders): Promise<string[]> {
  const entries = await readdir(builds, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(builds, name));
}

function workConnection(connection: DuckDBConnection, signal: AbortSignal | undefined): WorkConnection {
  return {
    async run(sql, values) {
      signal?.throwIfAborted();
      await connection.run(sql, values);
    },
    async rows(sql, values) {
      signal?.throwIfAborted();
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJson() as Record<string, Scalar>[];
    },
    async *chunks(sql) {
      signal?.throwIfAborted();
      const result = await connection.stream(sql);
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        yield chunk.getColumns();
      }
    },
  };
}

/** One for each META_DIR, as the lock is: the holder of the lock may remove what a killed run has left. */
export function spillFolder({ tmp, meta }: Folders): string {
  return join(tmp, `ingest-${createHash('sha256').update(meta).digest('hex').slice(0, 12)}`);
}

/** A text as an SQL literal, for paths in statements that take no parameters (ATTACH, COPY, CREATE VIEW). */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
