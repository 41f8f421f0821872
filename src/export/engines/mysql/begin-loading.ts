import type { Connection } from 'mysql2/promise';

import { MYSQL } from '../../dialects/mysql.ts';
import { ExportFailed } from '../../export-failed.ts';
import { EXPORT_VIEWS } from '../../shape/views.ts';
import { namesThatLeave } from '../engine.ts';
import type { LoadPlan } from '../engine.ts';
import { marksFor, placesAmong, rowsOf } from './connect.ts';
import { foreignKeysTo } from './foreign-keys.ts';
import { loadingName, STEPS, TABLE_NAMES } from './names.ts';
import { readRecord } from './record.ts';
import { dropOld } from './swap-tables.ts';

/**
 * Takes the lock of exports to this database, which the server frees when the connection ends, however that happens.
 * It holds on one server: a Galera cluster has one for each of its members.
 */
export async function takeLock(client: Connection, where: string): Promise<void> {
  const [row] = await rowsOf(client, `SELECT GET_LOCK(CONCAT('marquee ', LEFT(SHA2(DATABASE(), 256), 40)), 0)`);
  if (row?.[0] !== 1) throw new ExportFailed('BUSY', `another export to ${where} is running`);
}

/** Refuses an export that would replace or break what others have made. */
export async function refuseReplacing(client: Connection, plan: LoadPlan): Promise<void> {
  const names: string[] = namesThatLeave(plan);
  const ours = new Set((await readRecord(client)).map(({ name }) => name));
  const others = [...(await placesAmong(client, names)).keys()].filter((name) => !ours.has(name));
  if (others.length > 0 && !plan.replace) {
    throw new ExportFailed(
      'REFUSED',
      `the database has tables of these names that no export made: ${others.join(', ')}; --replace replaces them`,
    );
  }
  const views = await placesAmong(
    client,
    EXPORT_VIEWS.map(({ name }) => name),
  );
  const inTheWay = [...views].filter(([, type]) => type !== 'VIEW').map(([name]) => `the table ${name}`);
  const keys = (await foreignKeysTo(client, names)).filter(({ of }) => !TABLE_NAMES.includes(of));
  inTheWay.push(...keys.map(({ name, of, to }) => `the foreign key ${name} of ${of} to ${to}`));
  const triggers = await rowsOf(
    client,
    `SELECT trigger_name, event_object_table FROM information_schema.triggers
     WHERE event_object_schema = DATABASE() AND event_object_table IN (${marksFor(names)})`,
    names,
  );
  inTheWay.push(...triggers.map(([name, of]) => `the trigger ${String(name)} of ${String(of)}`));
  if (inTheWay.length > 0) {
    throw new ExportFailed(
      'REFUSED',
      `the tables cannot be replaced, because there is ${inTheWay.join(', ')}: drop that and make it again after the export, or export to a database of its own`,
    );
  }
}

/** Finds the loading of the same plan, or makes one. Its first step is noted last, so that a half-made one is none. */
export async function beginLoading(client: Connection, plan: LoadPlan): Promise<ReadonlySet<string>> {
  await dropOld(client);
  if ((await placesAmong(client, [STEPS])).has(STEPS)) {
    const rows = await rowsOf(client, `SELECT step, fingerprint FROM ${STEPS}`);
    if (rows.length > 0 && rows.every(([, fingerprint]) => fingerprint === plan.fingerprint)) {
      return new Set(rows.map(([step]) => String(step)));
    }
  }
  const statements = [
    `DROP TABLE IF EXISTS ${[STEPS, ...TABLE_NAMES.map(loadingName)].join(', ')}`,
    ...plan.tables.flatMap((table) => MYSQL.createTable(table, loadingName(table.name))),
    `CREATE TABLE ${STEPS} (step VARCHAR(100) NOT NULL PRIMARY KEY, fingerprint VARCHAR(100) NOT NULL, row_count BIGINT NOT NULL)
     ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What marquee export has loaded so far.'`,
  ];
  for (const statement of statements) await client.query(statement);
  await rowsOf(client, `INSERT INTO ${STEPS} VALUES ('begin', ?, 0)`, [plan.fingerprint]);
  return new Set(['begin']);
}
