import type { Client } from 'pg';

import { POSTGRES } from '../../dialects/postgres.ts';
import { ExportFailed } from '../../export-failed.ts';
import type { ExportTable, ExportTableName } from '../../shape/export-tables.ts';
import { shownTarget } from '../../targets/target.ts';
import type { ServerTarget } from '../../targets/target.ts';
import type { Engine, ExportedTable, ForeignKey, LoadPlan } from '../engine.ts';
import { connectPostgres, endClient, quoted, schemaOf } from './connect.ts';
import { openPostgresSession } from './load-session.ts';
import { RECORD, STEPS } from './places.ts';
import type { PostgresPlaces } from './places.ts';
import { postgresFailure } from './postgres-failure.ts';
import { refuseSchema } from './refuse-schema.ts';
import { refuseReplacing, swapTables } from './swap-tables.ts';

/** Opens PostgreSQL as a target: a schema for the loading, whose tables move into the served one in one transaction. */
export async function openPostgres(target: ServerTarget, { sessions }: { sessions: number }): Promise<Engine> {
  const { client, version } = await connectPostgres(target);
  const schema = schemaOf(target);
  const places: PostgresPlaces = { schema, served: quoted(schema), loading: quoted(`${schema}_marquee_loading`) };
  const where = shownTarget(target);

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw postgresFailure(error, { doing, where });
    }
  }

  return {
    dialect: POSTGRES,
    version: `PostgreSQL ${version}`,
    sessions,
    begin: (plan) =>
      attempt('begin the export', async () => {
        await takeLock(client, { schema, where });
        await refuseSchema(client, schema);
        const ours = (await readRecord(client, places)).map(({ name }) => name);
        await refuseReplacing(client, { plan, places, ours });
        return beginLoading(client, { plan, places });
      }),
    openSession: async (source) =>
      openPostgresSession((await connectPostgres(target)).client, { source, places, where }),
    counts: (tables, which) => attempt('count the rows', () => countRows(client, { tables, place: places[which] })),
    swap: (plan) => attempt('put the new tables in place', () => swapTables(client, { plan, places })),
    exported: () => attempt('read the record of exports', () => readRecord(client, places)),
    truncate: (tables) =>
      attempt('empty the tables', async () => {
        const names = tables.map(({ name }) => `${places.served}.${name}`).join(', ');
        await client.query(
          `BEGIN; TRUNCATE ${names}; UPDATE ${places.served}.${RECORD} SET content = '', rows = 0; COMMIT`,
        );
      }),
    addForeignKeys: (keys) =>
      attempt('add foreign keys to the new tables, which are in place,', () =>
        addForeignKeys(client, { keys, places }),
      ),
    close: () => endClient(client),
  };
}

/** A lock of the session, which the server frees when the connection ends, however that happens. */
async function takeLock(client: Client, { schema, where }: { schema: string; where: string }): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(hashtextextended('marquee export ' || $1, 0)) AS taken`,
    [schema],
  );
  if (rows[0]?.taken !== true) throw new ExportFailed('BUSY', `another export to ${where} is running`);
}

async function beginLoading(
  client: Client,
  { plan, places: { loading, served } }: { plan: LoadPlan; places: PostgresPlaces },
): Promise<ReadonlySet<string>> {
  const steps = `${loading}.${STEPS}`;
  const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    steps,
  ]);
  if (found[0]?.there === true) {
    const { rows } = await client.query<{ step: string; fingerprint: string }>(
      `SELECT step, fingerprint FROM ${steps}`,
    );
    if (rows.length > 0 && rows.every(({ fingerprint }) => fingerprint === plan.fingerprint)) {
      return new Set(rows.map(({ step }) => step));
    }
  }
  const statements = [
    'BEGIN',
    `DROP SCHEMA IF EXISTS ${loading} CASCADE`,
    `CREATE SCHEMA ${loading}`,
    `COMMENT ON SCHEMA ${loading} IS 'Tables that marquee export is loading: they move to ${served.replaceAll("'", "''")} when they are whole.'`,
    `CREATE TABLE ${steps} (step text PRIMARY KEY, fingerprint text NOT NULL, rows bigint NOT NULL)`,
    ...plan.tables.flatMap((table) => POSTGRES.createTable(table, `${loading}.${table.name}`)),
    'COMMIT',
  ];
  for (const statement of statements) await client.query(statement);
  await client.query(`INSERT INTO ${steps} VALUES ('begin', $1, 0)`, [plan.fingerprint]);
  return new Set(['begin']);
}

async function countRows(
  client: Client,
  { tables, place }: { tables: readonly ExportTable[]; place: string },
): Promise<ReadonlyMap<ExportTableName, number | null>> {
  const counts = new Map<ExportTableName, number | null>();
  for (const { name } of tables) {
    const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      `${place}.${name}`,
    ]);
    if (found[0]?.there !== true) counts.set(name, null);
    else {
      const { rows } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${place}.${name}`);
      counts.set(name, Number(rows[0]?.rows));
    }
  }
  return counts;
}

async function readRecord(client: Client, { served }: PostgresPlaces): Promise<readonly ExportedTable[]> {
  const { rows: found } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${served}.${RECORD}`,
  ]);
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<Record<string, string>>(
    `SELECT table_name, build_id, content, rows::text, to_json(exported_at)#>>'{}' AS exported_at FROM ${served}.${RECORD}`,
  );
  return rows.map((row) => ({
    name: row['table_name'] ?? '',
    buildId: row['build_id'] ?? '',
    content: row['content'] ?? '',
    rows: Number(row['rows']),
    exportedAt: row['exported_at'] ?? '',
  }));
}

/** Adds keys without looking at the rows, which locks only briefly, and looks at them then, beside readers and writers. */
async function addForeignKeys(
  client: Client,
  { keys, places: { served } }: { keys: readonly ForeignKey[]; places: PostgresPlaces },
): Promise<void> {
  for (const { table, column, to } of keys) {
    const [place, name] = [`${served}.${table.name}`, `${table.name}_${column}`];
    await client.query(`ALTER TABLE ${place} DROP CONSTRAINT IF EXISTS ${name}`);
    await client.query(
      `ALTER TABLE ${place} ADD CONSTRAINT ${name} FOREIGN KEY (${column})
       REFERENCES ${served}.${to.name} (${to.key.join(', ')}) NOT VALID`,
    );
    await client.query(`ALTER TABLE ${place} VALIDATE CONSTRAINT ${name}`);
  }
}
