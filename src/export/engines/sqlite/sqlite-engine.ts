import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Piscina } from 'piscina';

import { SQLITE } from '../../dialects/sqlite.ts';
import { ExportFailed } from '../../export-failed.ts';
import type { ExportTable, ExportTableName } from '../../shape/export-tables.ts';
import type { ExportValue } from '../../shape/values.ts';
import type { Source } from '../../source/open-source.ts';
import type { SqliteTarget } from '../../targets/target.ts';
import { shownTarget } from '../../targets/target.ts';
import type { Engine, LoadSession } from '../engine.ts';
import { beginSqlite } from './begin-sqlite.ts';
import { loadingPath, RECORD } from './sqlite-names.ts';
import { sqliteFailure } from './sqlite-failure.ts';
import type { SqliteTask } from './sqlite-thread.ts';
import { swapFile } from './swap-file.ts';

/**
 * Opens a file of SQLite as a target: another file is loaded beside it, and takes its name at once.
 * @throws ExportFailed where no file can have its name.
 */
export function openSqlite(target: SqliteTarget): Engine {
  const { path } = target;
  refusePlace(path);
  const where = shownTarget(target);
  const loading = loadingPath(path);
  let lock: DatabaseSync | undefined;
  let begun: { changes: number | undefined } = { changes: undefined };

  async function attempt<T>(doing: string, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw sqliteFailure(error, { doing, where });
    }
  }

  /** Reads the served file, if it is there. */
  function read<T>(work: (database: DatabaseSync) => T, otherwise: T): T {
    if (!existsSync(path)) return otherwise;
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  }

  return {
    dialect: SQLITE,
    version: versionOf(),
    sessions: 1,
    begin: (plan) =>
      attempt('begin the export', async () => {
        lock = takeLock(`${path}.lock`, where);
        const { steps, changes } = await beginSqlite({ path, loading, plan });
        begun = { changes };
        return steps;
      }),
    openSession: (source) => openSession(source, { path: loading, attempt }),
    counts: (tables, which) =>
      attempt('count the rows', () => {
        if (which === 'served') return read((database) => countRows(database, tables), countRows(undefined, tables));
        const database = new DatabaseSync(loading);
        try {
          return countRows(database, tables);
        } finally {
          database.close();
        }
      }),
    swap: (plan) =>
      attempt('put the new file in place', () => swapFile({ path, loading, plan, changes: begun.changes })),
    exported: () =>
      attempt('read the record of exports', () =>
        read((database) => {
          if (!hasTable(database, RECORD)) return [];
          return database
            .prepare(`SELECT * FROM ${RECORD}`)
            .all()
            .map((row) => ({
              name: String(row['table_name']),
              buildId: String(row['build_id']),
              content: String(row['content']),
              rows: Number(row['rows']),
              exportedAt: String(row['exported_at']),
            }));
        }, []),
      ),
    truncate: (tables) =>
      attempt('empty the tables', () => {
        const database = new DatabaseSync(path, { timeout: 5000 });
        try {
          const statements = [
            ...tables.map(({ name }) => `DELETE FROM ${name}`),
            `UPDATE ${RECORD} SET content = '', rows = 0`,
          ];
          database.exec(`BEGIN IMMEDIATE; ${statements.join('; ')}; COMMIT; VACUUM`);
        } finally {
          database.close();
        }
      }),
    // A file that nobody writes needs none, and they could not be added to tables that are there.
    addForeignKeys: () => Promise.resolve(),
    async close() {
      lock?.close();
      if (lock !== undefined) await rm(`${path}.lock`, { force: true });
    },
  };
}

function refusePlace(path: string): void {
  if (!existsSync(dirname(path))) {
    throw new ExportFailed('REFUSED', `the folder ${dirname(path)} is not there: make it first`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new ExportFailed('REFUSED', `${path} is a folder: give the name of a file`);
  }
}

/** A lock that the system frees when its holder ends, however that happens. */
function takeLock(path: string, where: string): DatabaseSync {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new ExportFailed('BUSY', `another export to ${where} is running`, { cause: error });
  }
}

interface SessionOptions {
  path: string;
  attempt: <T>(doing: string, work: () => Promise<T>) => Promise<T>;
}

async function openSession(source: Source, { path, attempt }: SessionOptions): Promise<LoadSession> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Piscina<SqliteTask, unknown>({
    filename: new URL('sqlite-thread.ts', import.meta.url).href,
    name: 'doSqliteTask',
    minThreads: 1,
    maxThreads: 1,
  });
  const { signal: _, ...options } = source.options;
  const onStop = (): void => void Atomics.store(stop, 0, 1);
  try {
    await attempt('open the file', () => thread.run({ name: 'open', path, options, stop }));
  } catch (error) {
    await thread.destroy();
    throw error;
  }

  return {
    async load(part, { condition, step, signal }) {
      signal.addEventListener('abort', onStop, { once: true });
      try {
        signal.throwIfAborted();
        return (await attempt(`load ${part.table.name}`, () =>
          thread.run({ name: 'load', part, condition, step }),
        )) as number;
      } finally {
        signal.removeEventListener('abort', onStop);
      }
    },
    async finish(table, step) {
      await attempt(`make the indexes of ${table.name}`, () => thread.run({ name: 'finish', table, step }));
    },
    rowsByKey: (table, keys) =>
      attempt(`read ${table.name}`, () => thread.run({ name: 'rows', table, keys })) as Promise<
        (readonly ExportValue[] | undefined)[]
      >,
    async close() {
      await thread.run({ name: 'close' }).catch(() => undefined);
      await thread.destroy();
    },
  };
}

function countRows(
  database: DatabaseSync | undefined,
  tables: readonly ExportTable[],
): ReadonlyMap<ExportTableName, number | null> {
  return new Map(
    tables.map(({ name }) => {
      if (database === undefined || !hasTable(database, name)) return [name, null];
      return [name, Number(database.prepare(`SELECT count(*) AS rows FROM ${name}`).get()?.['rows'])];
    }),
  );
}

function hasTable(database: DatabaseSync, name: string): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined;
}

function versionOf(): string {
  const database = new DatabaseSync(':memory:');
  try {
    return `SQLite ${String(database.prepare('SELECT sqlite_version() AS version').get()?.['version'])}`;
  } finally {
    database.close();
  }
}
