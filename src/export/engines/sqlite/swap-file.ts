import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { durableRename, fsync } from '../../../storage/files/durable.ts';
import { SQLITE } from '../../dialects/sqlite.ts';
import { ExportFailed } from '../../export-failed.ts';
import { viewsOver } from '../../shape/views.ts';
import type { LoadPlan } from '../engine.ts';
import { changeCounter, tablesIn } from './begin-sqlite.ts';
import { leaveWal } from './leave-wal.ts';
import { RECORD, STEPS } from './sqlite-names.ts';

const WAIT_MS = 30_000;

export interface SwapOptions {
  path: string;
  loading: string;
  plan: LoadPlan;
  /** The change counter of the served file when the loading began. */
  changes: number | undefined;
}

/**
 * Gives the loaded file the name of the served one. Whoever has the old one open goes on reading it; whoever opens the
 * name gets the new one. The old file is locked against writers meanwhile, so that none leaves a journal beside the new.
 */
export async function swapFile({ path, loading, plan, changes }: SwapOptions): Promise<void> {
  finishFile(loading, plan);
  await fsync(loading);
  const old = existsSync(path) ? lockOld(path) : undefined;
  try {
    if ((await changeCounter(path)) !== changes) {
      throw new ExportFailed(
        'REFUSED',
        `another program wrote to ${path} during the export: what it wrote would be lost; export again`,
      );
    }
    await durableRename(loading, path);
  } finally {
    old?.close();
  }
}

/** Views, the record, and statistics for the planner of queries. */
function finishFile(loading: string, plan: LoadPlan): void {
  const database = new DatabaseSync(loading);
  try {
    database.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
    for (const view of viewsOver(tablesIn(database))) {
      database.exec(`DROP VIEW IF EXISTS ${view.name}`);
      for (const statement of SQLITE.createView(view, view.name)) database.exec(statement);
    }
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${RECORD} (table_name TEXT PRIMARY KEY, build_id TEXT NOT NULL, content TEXT NOT NULL,
         rows INTEGER NOT NULL, exported_at TEXT NOT NULL) STRICT`,
    );
    const forget = database.prepare(`DELETE FROM ${RECORD} WHERE table_name = ?`);
    for (const { name } of plan.drops) forget.run(name);
    const write = database.prepare(`INSERT OR REPLACE INTO ${RECORD} VALUES (?, ?, ?, ?, ?)`);
    const now = new Date().toISOString();
    for (const { name } of plan.tables) {
      write.run(name, plan.buildId, plan.contents.get(name) ?? '', plan.rows.get(name) ?? 0, now);
    }
    database.exec(`DROP TABLE ${STEPS}; COMMIT`);
    // A page of a dropped table keeps its rows until something else is written over it.
    if (plan.drops.length > 0) database.exec('VACUUM');
    database.exec(`PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002`);
  } finally {
    database.close();
  }
}

/** Locks the served file against writers; readers go on. */
function lockOld(path: string): DatabaseSync {
  leaveWal(path);
  const database = new DatabaseSync(path, { timeout: WAIT_MS });
  try {
    database.exec('BEGIN IMMEDIATE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
