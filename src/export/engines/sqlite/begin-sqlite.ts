import { existsSync } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

import { SQLITE } from '../../dialects/sqlite.ts';
import { ExportFailed } from '../../export-failed.ts';
import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';
import { EXPORT_INDEXES } from '../../shape/indexes.ts';
import { EXPORT_VIEWS } from '../../shape/views.ts';
import { namesThatLeave } from '../engine.ts';
import type { LoadPlan } from '../engine.ts';
import { leaveWal } from './leave-wal.ts';
import { RECORD, STEPS } from './sqlite-names.ts';

/** Twice the usual size: a load takes a tenth less time. A file that is there already keeps its own. */
const PAGE_BYTES = 8192;

interface Begun {
  /** Steps that an earlier run has done. */
  steps: ReadonlySet<string>;
  /** The change counter of the served file; undefined where there is none. */
  changes: number | undefined;
}

/** Finds the loading of the same plan, or makes one: a copy of the served file where that holds what must stay. */
export async function beginSqlite({
  path,
  loading,
  plan,
}: {
  path: string;
  loading: string;
  plan: LoadPlan;
}): Promise<Begun> {
  if (existsSync(path)) leaveWal(path);
  const changes = await changeCounter(path);
  const steps = stepsOf(loading, `${plan.fingerprint} ${changes ?? 'new'}`);
  if (steps !== undefined) return { steps, changes };
  for (const file of [loading, `${loading}-journal`]) await rm(file, { force: true });
  if (changes !== undefined) {
    const stays = whatStays(path, plan);
    if (stays) await copyUnderLock(path, loading);
  }
  const database = new DatabaseSync(loading);
  try {
    const statements = [
      `PRAGMA page_size = ${PAGE_BYTES}`,
      'PRAGMA journal_mode = TRUNCATE',
      'PRAGMA synchronous = OFF',
      'BEGIN IMMEDIATE',
      ...EXPORT_VIEWS.map(({ name }) => `DROP VIEW IF EXISTS ${name}`),
      ...namesThatLeave(plan).map((name) => `DROP TABLE IF EXISTS ${name}`),
      ...wordTablesOf(namesThatLeave(plan)).map((name) => `DROP TABLE IF EXISTS ${name}`),
      `DROP TABLE IF EXISTS ${STEPS}`,
      `CREATE TABLE ${STEPS} (step TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, rows INTEGER NOT NULL) STRICT`,
      ...plan.tables.flatMap((table) => SQLITE.createTable(table, table.name)),
      `INSERT INTO ${STEPS} VALUES ('begin', '${plan.fingerprint} ${changes ?? 'new'}', 0)`,
      'COMMIT',
    ];
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
  return { steps: new Set(['begin']), changes };
}

/** The tables of the words of some tables. */
function wordTablesOf(names: readonly string[]): readonly string[] {
  return EXPORT_INDEXES.filter(({ table, text }) => text === true && names.includes(table)).map(({ name }) => name);
}

/** Copies the served file while nobody may write to it. */
async function copyUnderLock(path: string, loading: string): Promise<void> {
  const reader = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    reader.exec('BEGIN');
    // The lock comes with the first thing that is read.
    reader.prepare('SELECT count(*) FROM sqlite_schema').get();
    await copyFile(path, loading);
  } finally {
    reader.close();
  }
}

/** The steps of a loading of this plan; undefined where there is none, or it is damaged. */
function stepsOf(loading: string, fingerprint: string): ReadonlySet<string> | undefined {
  if (!existsSync(loading)) return undefined;
  try {
    const database = new DatabaseSync(loading);
    try {
      const rows = database.prepare(`SELECT step, fingerprint FROM ${STEPS}`).all();
      if (rows.length === 0 || rows.some((row) => row['fingerprint'] !== fingerprint)) return undefined;
      // What was written is not synced while it loads, so that a loss of power may have left anything.
      const check = database.prepare('PRAGMA quick_check(1)').get();
      return check?.['quick_check'] === 'ok' ? new Set(rows.map((row) => String(row['step']))) : undefined;
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

/**
 * Whether the served file holds more than what is replaced. @throws ExportFailed where a table of somebody else has the
 * name of one of ours.
 */
function whatStays(path: string, plan: LoadPlan): boolean {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    const rows = database.prepare(`SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')`).all();
    const there = rows.map((row) => String(row['name']));
    const recorded = there.includes(RECORD)
      ? database
          .prepare(`SELECT table_name FROM ${RECORD}`)
          .all()
          .map((row) => String(row['table_name']))
      : [];
    const names: readonly string[] = namesThatLeave(plan);
    const others = names.filter((name) => there.includes(name) && !recorded.includes(name));
    if (others.length > 0 && !plan.replace) {
      throw new ExportFailed(
        'REFUSED',
        `the file ${path} has tables of these names that no export made: ${others.join(', ')}; --replace replaces them`,
      );
    }
    const ours = new Set([...names, RECORD, ...EXPORT_VIEWS.map(({ name }) => name), ...wordTablesOf(names)]);
    // FTS5 keeps a text index in tables whose names begin with its own.
    return there.some((name) => !ours.has(name) && ![...ours].some((own) => name.startsWith(`${own}_`)));
  } finally {
    database.close();
  }
}

/** The counter in the header of a file, which each change of it raises; undefined where there is no file. */
export async function changeCounter(path: string): Promise<number | undefined> {
  if (!existsSync(path)) return undefined;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(28), 0, 28, 0);
    return bytesRead < 28 ? 0 : buffer.readUInt32BE(24);
  } finally {
    await file.close();
  }
}

/** Tables of an export that a file has. */
export function tablesIn(database: DatabaseSync): typeof EVERY_EXPORT_TABLE {
  const rows = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  const there = new Set(rows.map((row) => String(row['name'])));
  return EVERY_EXPORT_TABLE.filter(({ name }) => there.has(name));
}
