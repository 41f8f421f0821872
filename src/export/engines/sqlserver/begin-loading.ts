import { SQLSERVER } from '../../dialects/sqlserver.ts';
import { ExportFailed } from '../../export-failed.ts';
import type { LoadPlan } from '../engine.ts';
import type { SqlServerClient } from './client.ts';
import { bracketed, STEPS, tableIn } from './names.ts';
import type { SqlServerPlaces } from './names.ts';
import { isTable } from './record.ts';

/** Takes a lock of the session, which the server frees when the connection ends, however that happens. */
export async function takeLock(
  client: SqlServerClient,
  { schema, where }: { schema: string; where: string },
): Promise<void> {
  const [[result] = []] = await client.query(
    `DECLARE @result int;
     EXEC @result = sys.sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
     SELECT @result AS result`,
    { resource: `marquee export ${schema}` },
  );
  if (Number(result) < 0) throw new ExportFailed('BUSY', `another export to ${where} is running`);
}

/** Finds the loading of the same plan, or makes one. Answers with the steps that are done. */
export async function beginLoading(
  client: SqlServerClient,
  { plan, places }: { plan: LoadPlan; places: SqlServerPlaces },
): Promise<ReadonlySet<string>> {
  const { schema, loading, loadingSchema } = places;
  const [[served, there] = []] = await client.query(
    'SELECT SCHEMA_ID(@schema) AS served, SCHEMA_ID(@loading) AS loading',
    { schema, loading: loadingSchema },
  );
  if (served === null) {
    throw new ExportFailed(
      'REFUSED',
      `there is no schema ${schema} in the database: create it first, with CREATE SCHEMA`,
    );
  }
  const steps = tableIn(loading, STEPS);
  if (there !== null && (await isTable(client, steps))) {
    const rows = await client.query(`SELECT step, fingerprint FROM ${steps}`);
    if (rows.length > 0 && rows.every(([, fingerprint]) => fingerprint === plan.fingerprint)) {
      return new Set(rows.map(([step]) => String(step)));
    }
  }
  await client.inTransaction(async () => {
    if (there === null) await client.query(`CREATE SCHEMA ${loading}`);
    else await dropTables(client, places);
    await client.query(
      `CREATE TABLE ${steps} (step nvarchar(200) COLLATE Latin1_General_100_BIN2 PRIMARY KEY, fingerprint nvarchar(128) NOT NULL, row_count bigint NOT NULL)`,
    );
    for (const table of plan.tables) {
      for (const statement of SQLSERVER.createTable(table, tableIn(loading, table.name))) await client.query(statement);
    }
    await client.query(`INSERT INTO ${steps} (step, fingerprint, row_count) VALUES (N'begin', @fingerprint, 0)`, {
      fingerprint: plan.fingerprint,
    });
  });
  return new Set(['begin']);
}

async function dropTables(client: SqlServerClient, { loading, loadingSchema }: SqlServerPlaces): Promise<void> {
  const rows = await client.query('SELECT t.name FROM sys.tables AS t WHERE t.schema_id = SCHEMA_ID(@schema)', {
    schema: loadingSchema,
  });
  for (const [name] of rows) await client.query(`DROP TABLE ${loading}.${bracketed(String(name))}`);
}
