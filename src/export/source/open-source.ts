import type { DuckDBConnection } from '@duckdb/node-api';

import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { interruptOn } from '../../duckdb/interrupt-on.ts';
import { parquetOf } from '../../duckdb/literal.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { NO_TMDB_ROWS } from '../../dataset/tables/tmdb-tables.ts';
import type { TmdbExportTableName } from '../shape/export-tables.ts';
import { selectedTmdbTables, selectionTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { openWorkFolder } from './work-folder.ts';

/** The tables of one build, read by DuckDB. */
export interface Source {
  manifest: Manifest;
  /** What it was opened with, so that a thread can open the same. */
  options: SourceOptions;
  /** Folder for files on their way to an engine, removed at the close. */
  folder: string;
  /** Gives a connection to a piece of work. Several may work at a time; the signal interrupts them. */
  use<T>(job: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface SourceOptions {
  folders: Folders;
  manifest: Manifest;
  selection: Selection;
  /** As DuckDB reads it: `2GiB`. */
  memoryLimit: string;
  threads: number;
  /** Folders besides that may be written. */
  writes?: readonly string[];
  signal?: AbortSignal | undefined;
}

/** Opens the tables of a build as views of their names, and the ids of a selection as tables beside them. */
export async function openSource(options: SourceOptions): Promise<Source> {
  const { folders, manifest, selection, memoryLimit, threads, writes = [], signal } = options;
  const build = buildFolder(folders, manifest.buildId);
  const work = await openWorkFolder(folders.tmp);
  const folder = work.path;
  let database: Awaited<ReturnType<typeof openDatabase>>;
  try {
    // What DuckDB cannot hold in memory goes there too, and leaves with the folder if this process is killed.
    database = await openDatabase(build, { tmpFolder: folder, memoryLimit, threads, alsoAllowed: [folder, ...writes] });
  } catch (error) {
    await work.remove();
    throw error;
  }
  const { instance, connection } = database;
  async function close(): Promise<void> {
    await database.close();
    await work.remove();
  }
  try {
    for (const table of manifest.tables) {
      const files = filesOfTable(table).map(({ file }) => file);
      await connection.run(`CREATE VIEW ${table.name} AS SELECT * FROM ${parquetOf(build, files)}`);
    }
    // A build of a program that did not know a table of TMDB's has no rows of it.
    for (const { name } of selectedTmdbTables(selection)) {
      if (manifest.tables.some((table) => table.name === name)) continue;
      await connection.run(`CREATE VIEW ${name} AS ${NO_TMDB_ROWS[name as TmdbExportTableName]}`);
    }
    for (const { sql, values } of selectionTables(selection)) await connection.run(sql, values);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    manifest,
    options,
    folder,
    async use(job) {
      signal?.throwIfAborted();
      const own = await instance.connect();
      const stop = interruptOn(signal, own);
      try {
        return await job(own);
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        stop();
        own.closeSync();
      }
    },
    close,
  };
}
