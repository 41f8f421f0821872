import type { Connection } from 'mysql2/promise';

import { MYSQL } from '../../dialects/mysql.ts';
import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';
import { EXPORT_VIEWS, viewsOver } from '../../shape/views.ts';
import type { LoadPlan } from '../engine.ts';
import { placesAmong } from './connect.ts';
import { dropKeysToOld } from './foreign-keys.ts';
import { loadingName, OLD_NAMES, oldName, STEPS, TABLE_NAMES } from './names.ts';
import { announceReplacing, writeRecord } from './record.ts';
import { withLocks } from './with-locks.ts';

/**
 * Puts the loaded tables in the place of the served ones by one RENAME TABLE, which no reader sees half done and which
 * a crash leaves done or not done. Views and rights go by name: they hold for the new tables.
 *
 * | | MySQL 8 | MariaDB 10.6 |
 * | --- | --- | --- |
 * | RENAME of several tables in a crash | all or nothing | all or nothing |
 * | RENAME below LOCK TABLES | since 8.0.13 | refused: so it is done without here |
 * | a reader in the way | waits for the lock at most `lock_wait_timeout`, of 1 s at least | the same, of 0 s at least |
 * | who loses when a reader's transaction and the RENAME wait for each other | the reader's transaction, error 1213 | the same; a single query is begun again by the server itself |
 * | foreign keys of other tables to a renamed one | follow it to its old name | the same |
 * | rights on tables | stay with the name | stay with the name |
 * | triggers | leave with the old table: they are refused before | the same |
 *
 * The tests run it in MariaDB. No real MySQL has seen it.
 */
export async function swapTables(client: Connection, plan: LoadPlan): Promise<void> {
  const names: string[] = plan.tables.map(({ name }) => name);
  await announceReplacing(client, plan);
  const leaving: string[] = plan.drops.map(({ name }) => name);
  const served = await placesAmong(client, [...names, ...leaving]);
  const renames = names.map((name) => {
    const takesPlace = `${loadingName(name)} TO ${name}`;
    return served.has(name) ? `${name} TO ${oldName(name)}, ${takesPlace}` : takesPlace;
  });
  const dropped = leaving.filter((name) => served.has(name)).map((name) => `${name} TO ${oldName(name)}`);
  const all = [...renames, ...dropped, `${STEPS} TO ${oldName(STEPS)}`];
  await withLocks(client, () => client.query(`RENAME TABLE ${all.join(', ')}`));
  const there = await placesAmong(client, TABLE_NAMES);
  const views = viewsOver(EVERY_EXPORT_TABLE.filter(({ name }) => there.has(name)));
  for (const { name } of EXPORT_VIEWS.filter(({ reads }) => reads.some((table) => leaving.includes(table)))) {
    await withLocks(client, () => client.query(`DROP VIEW IF EXISTS ${name}`));
  }
  for (const view of views) {
    for (const statement of MYSQL.createView(view, view.name)) {
      await withLocks(client, () => client.query(statement));
    }
  }
  await dropOld(client);
  await writeRecord(client, plan);
}

/** Drops what a swap has left behind, also one that was cut off. */
export async function dropOld(client: Connection): Promise<void> {
  const old = await placesAmong(client, OLD_NAMES);
  if (old.size === 0) return;
  await dropKeysToOld(client);
  for (const [name, type] of old) {
    await withLocks(client, () => client.query(`DROP ${type === 'VIEW' ? 'VIEW' : 'TABLE'} ${name}`));
  }
}
