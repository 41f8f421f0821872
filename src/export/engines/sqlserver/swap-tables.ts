import { setTimeout as sleep } from 'node:timers/promises';

import { SQLSERVER } from '../../dialects/sqlserver.ts';
import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';
import { viewsOver } from '../../shape/views.ts';
import { namesThatLeave } from '../engine.ts';
import type { LoadPlan } from '../engine.ts';
import type { SqlServerClient } from './client.ts';
import { grantsOn } from './grants.ts';
import { bracketed, STEPS, tableIn } from './names.ts';
import type { SqlServerPlaces } from './names.ts';
import { writeRecord } from './record.ts';
import { foreignKeysTo, objectsIn, VIEW_NAMES } from './refuse-replacing.ts';
import { isNoLock } from './sqlserver-failure.ts';

interface SwapOptions {
  plan: LoadPlan;
  places: SqlServerPlaces;
}

const LOCK_TIMEOUT_MS = 500;
const LOCK_TRIES = 120;
const PAUSE_MS = 500;

/**
 * Moves the loaded tables into the served schema and drops the old ones, in one transaction: a reader's query sees the
 * ones or the others. Where a lock is not free all of them are given back, and where this and a reader wait for each
 * other the server ends this, so that no reader waits long or fails.
 */
export async function swapTables(client: SqlServerClient, options: SwapOptions): Promise<void> {
  await client.set(`SET LOCK_TIMEOUT ${LOCK_TIMEOUT_MS}; SET DEADLOCK_PRIORITY LOW`);
  for (let left = LOCK_TRIES; ; left -= 1) {
    try {
      await client.inTransaction(() => swapOnce(client, options));
      break;
    } catch (error) {
      if (!isNoLock(error) || left <= 1) throw error;
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  }
  await client.set('SET LOCK_TIMEOUT -1; SET DEADLOCK_PRIORITY NORMAL');
}

async function swapOnce(client: SqlServerClient, { plan, places }: SwapOptions): Promise<void> {
  const { schema, served, loading } = places;
  const names = namesThatLeave(plan);
  const loaded = plan.tables.map(({ name }) => name);
  const there = await objectsIn(client, { schema, names: [...VIEW_NAMES, ...names] });
  const grants = await grantsOn(client, { schema, names: [...VIEW_NAMES, ...names] });
  // Readers of a view lock it before its tables, and so does this.
  for (const { name } of there.filter(({ isView }) => isView)) {
    await client.query(`DROP VIEW ${served}.${bracketed(name)}`);
  }
  for (const key of await foreignKeysTo(client, { schema, names })) {
    await client.query(
      `ALTER TABLE ${bracketed(key.schema)}.${bracketed(key.table)} DROP CONSTRAINT ${bracketed(key.name)}`,
    );
  }
  for (const { name } of there.filter(({ isView }) => !isView)) {
    await client.query(`DROP TABLE ${served}.${bracketed(name)}`);
  }
  for (const name of loaded) await client.query(`ALTER SCHEMA ${served} TRANSFER ${tableIn(loading, name)}`);
  const all = await objectsIn(client, { schema, names: EVERY_EXPORT_TABLE.map(({ name }) => name) });
  const views = viewsOver(EVERY_EXPORT_TABLE.filter((table) => all.some(({ name }) => name === table.name)));
  for (const view of views) {
    for (const statement of SQLSERVER.createView(view, `${served}.${view.name}`)) await client.query(statement);
  }
  const made = new Set<string>([...loaded, ...views.map(({ name }) => name)]);
  for (const { name, statement } of grants) if (made.has(name)) await client.query(statement);
  await writeRecord(client, { plan, places });
  await client.query(`DROP TABLE ${tableIn(loading, STEPS)}`);
  await client.query(`DROP SCHEMA ${loading}`);
}
