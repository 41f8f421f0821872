import type { Connection } from 'mysql2/promise';

import type { ExportedTable, LoadPlan } from '../engine.ts';
import { placesAmong, rowsOf } from './connect.ts';
import { RECORD } from './names.ts';

/** What no table is made from: the next export loads it again. */
const UNKNOWN = '';

const CREATE = `CREATE TABLE IF NOT EXISTS ${RECORD} (
  table_name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  build_id VARCHAR(100) NOT NULL,
  content VARCHAR(100) NOT NULL,
  row_count BIGINT NOT NULL,
  exported_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
COMMENT='What marquee export has put here: the build of each table, and what it was made from.'`;

/** What exports have put into the database. */
export async function readRecord(client: Connection): Promise<readonly ExportedTable[]> {
  if (!(await placesAmong(client, [RECORD])).has(RECORD)) return [];
  const rows = await rowsOf(
    client,
    `SELECT table_name, build_id, content, row_count, DATE_FORMAT(exported_at, '%Y-%m-%dT%H:%i:%sZ') FROM ${RECORD}`,
  );
  return rows.map(([name, buildId, content, count, exportedAt]) => ({
    name: String(name),
    buildId: String(buildId),
    content: String(content),
    rows: Number(count),
    exportedAt: String(exportedAt),
  }));
}

/**
 * Notes that tables are about to be replaced: they are an export's, whatever becomes of it, and one that ends between
 * the swap and its last note loads them again.
 */
export async function announceReplacing(client: Connection, plan: LoadPlan): Promise<void> {
  await client.query(CREATE);
  const there = new Set((await readRecord(client)).map(({ name }) => name));
  for (const { name } of plan.tables) {
    if (there.has(name)) {
      await rowsOf(client, `UPDATE ${RECORD} SET content = ? WHERE table_name = ?`, [UNKNOWN, name]);
    } else {
      const values = [name, plan.buildId, UNKNOWN];
      await rowsOf(
        client,
        `INSERT INTO ${RECORD} (table_name, build_id, content, row_count) VALUES (?, ?, ?, 0)`,
        values,
      );
    }
  }
}

/** Notes that tables are empty, and an export's still. */
export async function recordEmptied(client: Connection, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await rowsOf(client, `UPDATE ${RECORD} SET content = ?, row_count = 0 WHERE table_name = ?`, [UNKNOWN, name]);
  }
}

/** Notes what the tables are made from that are served now. */
export async function writeRecord(client: Connection, plan: LoadPlan): Promise<void> {
  await client.query('START TRANSACTION');
  for (const { name } of plan.drops) await rowsOf(client, `DELETE FROM ${RECORD} WHERE table_name = ?`, [name]);
  for (const { name } of plan.tables) {
    await rowsOf(client, `REPLACE INTO ${RECORD} (table_name, build_id, content, row_count) VALUES (?, ?, ?, ?)`, [
      name,
      plan.buildId,
      plan.contents.get(name) ?? UNKNOWN,
      plan.rows.get(name) ?? 0,
    ]);
  }
  await client.query('COMMIT');
}
