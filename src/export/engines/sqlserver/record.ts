import type { ExportedTable, LoadPlan } from '../engine.ts';
import type { SqlServerClient } from './client.ts';
import { RECORD, tableIn } from './names.ts';
import type { SqlServerPlaces } from './names.ts';

const MEANING = 'What marquee export has put here: the build of each table, and what it was made from.';

/** What exports have put into the served schema; empty where there was none. */
export async function readRecord(
  client: SqlServerClient,
  { served }: SqlServerPlaces,
): Promise<readonly ExportedTable[]> {
  if (!(await isTable(client, tableIn(served, RECORD)))) return [];
  const rows = await client.query(
    `SELECT table_name, build_id, content, row_count, CONVERT(varchar(30), exported_at, 126) FROM ${tableIn(served, RECORD)}`,
  );
  return rows.map(([name, buildId, content, count, exportedAt]) => ({
    name: String(name),
    buildId: String(buildId),
    content: String(content),
    rows: Number(count),
    exportedAt: `${String(exportedAt)}Z`,
  }));
}

export async function writeRecord(
  client: SqlServerClient,
  { plan, places: { schema, served } }: { plan: LoadPlan; places: SqlServerPlaces },
): Promise<void> {
  const record = tableIn(served, RECORD);
  if (!(await isTable(client, record))) {
    await client.query(
      `CREATE TABLE ${record} (table_name nvarchar(128) COLLATE Latin1_General_100_BIN2 PRIMARY KEY, build_id nvarchar(128) NOT NULL,
         content nvarchar(128) NOT NULL, row_count bigint NOT NULL, exported_at datetime2(3) NOT NULL DEFAULT SYSUTCDATETIME())`,
    );
    await client.query(
      `EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = @meaning, @level0type = N'SCHEMA', @level0name = @schema, @level1type = N'TABLE', @level1name = N'${RECORD}'`,
      { meaning: MEANING, schema },
    );
  }
  for (const { name } of plan.drops) await client.query(`DELETE FROM ${record} WHERE table_name = @name`, { name });
  for (const { name } of plan.tables) {
    await client.query(`DELETE FROM ${record} WHERE table_name = @name`, { name });
    await client.query(
      `INSERT INTO ${record} (table_name, build_id, content, row_count) VALUES (@name, @build, @content, @rows)`,
      { name, build: plan.buildId, content: plan.contents.get(name) ?? '', rows: plan.rows.get(name) ?? 0 },
    );
  }
}

/** Whether there is a table at a place. */
export async function isTable(client: SqlServerClient, place: string): Promise<boolean> {
  const [[id] = []] = await client.query(`SELECT OBJECT_ID(@place, N'U') AS id`, { place });
  return id !== null && id !== undefined;
}
