import type { Connection } from 'mysql2/promise';

import { MYSQL } from '../../dialects/mysql.ts';
import type { ExportTable, ExportTableName } from '../../shape/export-tables.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import type { Engine } from '../engine.ts';
import { beginLoading, refuseReplacing, takeLock } from './begin-loading.ts';
import { connectMysql, endConnection, placesAmong, rowsOf } from './connect.ts';
import { addForeignKeys } from './foreign-keys.ts';
import { openMysqlSession } from './load-session.ts';
import { attempt } from './mysql-failure.ts';
import { loadingName } from './names.ts';
import { readRecord, recordEmptied } from './record.ts';
import { serverVersion } from './server-version.ts';
import { swapTables } from './swap-tables.ts';
import { withLocks } from './with-locks.ts';

/** Opens MySQL or MariaDB as a target: tables are loaded under other names, and take their own by one statement. */
export async function openMysql(target: ServerTarget, { sessions }: { sessions: number }): Promise<Engine> {
  const client = await connectMysql(target);
  const where = shownTarget(target);

  return {
    dialect: MYSQL,
    version: await readVersion(client, where),
    sessions,
    begin: (plan) =>
      attempt({ doing: 'begin the export', where }, async () => {
        await takeLock(client, where);
        await refuseReplacing(client, plan);
        return beginLoading(client, plan);
      }),
    openSession: async (source) => openMysqlSession(await connectMysql(target), { source, where }),
    counts: (tables, which) =>
      attempt({ doing: 'count the rows', where }, () =>
        countRows(client, { tables, place: which === 'served' ? String : loadingName }),
      ),
    swap: (plan) => attempt({ doing: 'put the new tables in place', where }, () => swapTables(client, plan)),
    exported: () => attempt({ doing: 'read the record of exports', where }, () => readRecord(client)),
    truncate: (tables) =>
      attempt({ doing: 'empty the tables', where }, () =>
        truncate(
          client,
          tables.map(({ name }) => name),
        ),
      ),
    addForeignKeys: (keys) =>
      attempt({ doing: 'add foreign keys to the new tables, which are in place,', where }, () =>
        addForeignKeys(client, keys),
      ),
    async close() {
      // The server notices later that a connection has ended, and the next export would find its lock.
      await client.query('DO RELEASE_ALL_LOCKS()').catch(() => undefined);
      await endConnection(client);
    },
  };
}

/** @throws ExportFailed where it is too old; the connection is closed then. */
async function readVersion(client: Connection, where: string): Promise<string> {
  try {
    const [row] = await attempt({ doing: 'connect', where }, () => rowsOf(client, 'SELECT VERSION()'));
    return serverVersion(String(row?.[0]));
  } catch (error) {
    await endConnection(client);
    throw error;
  }
}

async function countRows(
  client: Connection,
  { tables, place }: { tables: readonly ExportTable[]; place: (name: string) => string },
): Promise<ReadonlyMap<ExportTableName, number | null>> {
  const there = await placesAmong(
    client,
    tables.map(({ name }) => place(name)),
  );
  const counts = new Map<ExportTableName, number | null>();
  for (const { name } of tables) {
    const [row] = there.has(place(name)) ? await rowsOf(client, `SELECT count(*) FROM ${place(name)}`) : [];
    counts.set(name, row === undefined ? null : Number(row[0]));
  }
  return counts;
}

/** Empties tables one by one, which no transaction can hold together; the record says so first. */
async function truncate(client: Connection, names: readonly string[]): Promise<void> {
  await recordEmptied(client, names);
  // A table that a foreign key leads to could not be emptied else.
  await client.query('SET SESSION foreign_key_checks = 0');
  try {
    for (const name of names) await withLocks(client, () => client.query(`TRUNCATE TABLE ${name}`));
  } finally {
    await client.query('SET SESSION foreign_key_checks = 1').catch(() => undefined);
  }
}
