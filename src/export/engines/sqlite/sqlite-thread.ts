import { DatabaseSync } from 'node:sqlite';

import { SQLITE } from '../../dialects/sqlite.ts';
import type { ExportTable } from '../../shape/export-tables.ts';
import type { ExportValue } from '../../shape/values.ts';
import { openSource } from '../../source/open-source.ts';
import type { Source, SourceOptions } from '../../source/open-source.ts';
import type { Part } from '../../source/parts.ts';
import { readRows } from '../../source/read-rows.ts';
import { STEPS } from './sqlite-names.ts';

/** What the thread does, one after another. */
export type SqliteTask =
  | { name: 'open'; path: string; options: Omit<SourceOptions, 'signal'>; stop: Int32Array }
  | { name: 'load'; part: Part; condition: string; step: string }
  | { name: 'finish'; table: ExportTable; step: string }
  | { name: 'rows'; table: ExportTable; keys: readonly (readonly ExportValue[])[] }
  | { name: 'close' };

/** Pages of the file in memory, in KiB. */
const CACHE_KIB = 262_144;

/** The file that is being loaded, and the build that it is loaded from. One thread has one. */
let opened: { database: DatabaseSync; source: Source; stop: Int32Array } | undefined;

/** Does one task. The event loop of the program goes on meanwhile: SQLite and its rows are here alone. */
export async function doSqliteTask(task: SqliteTask): Promise<unknown> {
  if (task.name === 'open') return open(task);
  if (opened === undefined) throw new Error('no file is open');
  const { database, source, stop } = opened;
  switch (task.name) {
    case 'load':
      return inOneStep(database, task.step, () => load(task));
    case 'finish':
      return inOneStep(database, task.step, () => {
        for (const statement of SQLITE.createIndexes(task.table, task.table.name)) database.exec(statement);
        return 0;
      });
    case 'rows':
      return rowsByKey(database, task);
    case 'close':
      opened = undefined;
      database.close();
      await source.close();
      return undefined;
  }

  async function load({ part, condition }: Extract<SqliteTask, { name: 'load' }>): Promise<number> {
    const { name, columns } = part.table;
    const places = columns.map(() => '?').join(', ');
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${places})`);
    let rows = 0;
    await readRows(source, { part, condition, values: columns.map((column) => SQLITE.value(column)) }, (chunk) => {
      if (Atomics.load(stop, 0) !== 0) throw new Error('stopped');
      for (const row of chunk) insert.run(...(row as (string | number | null)[]));
      rows += chunk.length;
    });
    return rows;
  }
}

async function open({ path, options, stop }: Extract<SqliteTask, { name: 'open' }>): Promise<void> {
  const database = new DatabaseSync(path);
  // A kill leaves a journal, by which the next run goes back; that the power fails is seen by a check then.
  database.exec(
    `PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
     PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY`,
  );
  opened = { database, source: await openSource(options), stop };
}

/** All of `work` or nothing of it, noted as a step. */
async function inOneStep(database: DatabaseSync, step: string, work: () => number | Promise<number>): Promise<number> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const rows = await work();
    database
      .prepare(`INSERT INTO ${STEPS} SELECT ?, fingerprint, ? FROM ${STEPS} WHERE step = 'begin'`)
      .run(step, rows);
    database.exec('COMMIT');
    return rows;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function rowsByKey(
  database: DatabaseSync,
  { table, keys }: Extract<SqliteTask, { name: 'rows' }>,
): (readonly ExportValue[] | undefined)[] {
  const select = database.prepare(
    `SELECT * FROM ${table.name} WHERE ${table.key.map((name) => `${name} = ?`).join(' AND ')}`,
  );
  return keys.map((key) => {
    const row = select.get(...(key as (string | number)[]));
    return row === undefined ? undefined : table.columns.map(({ name }) => row[name] as ExportValue);
  });
}
