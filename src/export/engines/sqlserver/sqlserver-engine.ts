import { SQLSERVER } from '../../dialects/sqlserver.ts';
import type { ExportTable, ExportTableName } from '../../shape/export-tables.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import type { Engine, ForeignKey } from '../engine.ts';
import { beginLoading, takeLock } from './begin-loading.ts';
import type { SqlServerClient } from './client.ts';
import { connectSqlServer, schemaOf } from './connect.ts';
import { openSqlServerSession } from './load-session.ts';
import { bracketed, placesOf, RECORD, tableIn } from './names.ts';
import type { SqlServerPlaces } from './names.ts';
import { isTable, readRecord } from './record.ts';
import { foreignKeysTo, refuseReplacing } from './refuse-replacing.ts';
import { sqlServerFailure } from './sqlserver-failure.ts';
import { swapTables } from './swap-tables.ts';

/** Opens SQL Server as a target: a schema for the loading, whose tables move into the served one in one transaction. */
export async function openSqlServer(target: ServerTarget, { sessions }: { sessions: number }): Promise<Engine> {
  const schema = schemaOf(target);
  const { client, version } = await connectSqlServer(target);
  const places = placesOf(schema);
  const where = shownTarget(target);

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw sqlServerFailure(error, { doing, where });
    }
  }

  return {
    dialect: SQLSERVER,
    version,
    sessions,
    begin: (plan) =>
      attempt('begin the export', async () => {
        await takeLock(client, { schema, where });
        const ours = (await readRecord(client, places)).map(({ name }) => name);
        await refuseReplacing(client, { plan, places, ours });
        return beginLoading(client, { plan, places });
      }),
    async openSession(source) {
      const session = await connectSqlServer(target);
      return openSqlServerSession(session.client, { source, places, where });
    },
    counts: (tables, which) => attempt('count the rows', () => countRows(client, { tables, place: places[which] })),
    swap: (plan) => attempt('put the new tables in place', () => swapTables(client, { plan, places })),
    exported: () => attempt('read the record of exports', () => readRecord(client, places)),
    truncate: (tables) => attempt('empty the tables', () => truncate(client, { tables, places })),
    addForeignKeys: (keys) =>
      attempt('add foreign keys to the new tables, which are in place,', () =>
        addForeignKeys(client, { keys, places }),
      ),
    close: () => client.close(),
  };
}

async function countRows(
  client: SqlServerClient,
  { tables, place }: { tables: readonly ExportTable[]; place: string },
): Promise<ReadonlyMap<ExportTableName, number | null>> {
  const counts = new Map<ExportTableName, number | null>();
  for (const { name } of tables) {
    const table = tableIn(place, name);
    if (await isTable(client, table)) {
      const [[rows] = []] = await client.query(`SELECT COUNT_BIG(*) AS row_count FROM ${table}`);
      counts.set(name, Number(rows));
    } else counts.set(name, null);
  }
  return counts;
}

/**
 * Empties tables, and the record says so. One that a foreign key leads to cannot be truncated: our keys go, until the
 * next export.
 */
async function truncate(
  client: SqlServerClient,
  { tables, places: { schema, served } }: { tables: readonly ExportTable[]; places: SqlServerPlaces },
): Promise<void> {
  await client.inTransaction(async () => {
    const keys = await foreignKeysTo(client, { schema, names: tables.map(({ name }) => name) });
    for (const key of keys.filter((one) => one.schema === schema && tables.some(({ name }) => name === one.table))) {
      await client.query(`ALTER TABLE ${served}.${bracketed(key.table)} DROP CONSTRAINT ${bracketed(key.name)}`);
    }
    for (const { name } of tables) await client.query(`TRUNCATE TABLE ${tableIn(served, name)}`);
    await client.query(`UPDATE ${tableIn(served, RECORD)} SET content = N'', row_count = 0`);
  });
}

/**
 * Adds keys that hold for rows to come. Those that are there are not looked at again, which would lock out readers:
 * the build has been asked already.
 */
async function addForeignKeys(
  client: SqlServerClient,
  { keys, places: { served } }: { keys: readonly ForeignKey[]; places: SqlServerPlaces },
): Promise<void> {
  for (const { table, column, to } of keys) {
    const [place, name] = [tableIn(served, table.name), `${table.name}_${column}`];
    await client.query(`ALTER TABLE ${place} DROP CONSTRAINT IF EXISTS ${name}`);
    await client.query(
      `ALTER TABLE ${place} WITH NOCHECK ADD CONSTRAINT ${name} FOREIGN KEY (${column}) REFERENCES ${tableIn(served, to.name)} (${to.key.join(', ')})`,
    );
  }
}
