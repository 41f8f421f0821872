import type { Connection } from 'mysql2/promise';

import { MYSQL } from '../../dialects/mysql.ts';
import type { ExportTable } from '../../shape/export-tables.ts';
import { indexesOf } from '../../shape/indexes.ts';
import type { ExportValue } from '../../shape/values.ts';
import { writeCsv } from '../../source/csv-file.ts';
import type { Source } from '../../source/open-source.ts';
import type { LoadSession } from '../engine.ts';
import { endConnection, rowsOf } from './connect.ts';
import type { Bound } from './connect.ts';
import { loadCsv, NULL_TEXT } from './load-csv.ts';
import { attempt } from './mysql-failure.ts';
import { loadingName, STEPS } from './names.ts';

/** A session that loads tables of the loading by LOAD DATA LOCAL. */
export function openMysqlSession(
  client: Connection,
  { source, where }: { source: Source; where: string },
): LoadSession {
  async function note(step: string, rows: number): Promise<void> {
    // The driver sends numbers as floating-point ones.
    await rowsOf(
      client,
      `INSERT INTO ${STEPS} SELECT ?, fingerprint, CAST(? AS SIGNED) FROM ${STEPS} WHERE step = 'begin'`,
      [step, rows],
    );
  }

  return {
    async load(part, { condition, step, signal }) {
      const { table } = part;
      const values = table.columns.map((column) => MYSQL.value(column));
      const csv = await writeCsv(source, { part, condition, values, nullText: NULL_TEXT });
      try {
        return await attempt({ doing: `load ${table.name}`, where }, async () => {
          await client.query('START TRANSACTION');
          try {
            const rows = await loadCsv(client, { csv, place: loadingName(table.name), signal });
            await note(step, rows);
            await client.query('COMMIT');
            return rows;
          } catch (error) {
            // The connection may be gone, and the reason is the first error.
            await client.query('ROLLBACK').catch(() => undefined);
            throw error;
          }
        });
      } finally {
        await csv.remove();
      }
    },
    finish: (table, step) =>
      attempt({ doing: `make the indexes of ${table.name}`, where }, async () => {
        const place = loadingName(table.name);
        // No transaction holds an index and its note: a run that was cut off may have made the one without the other.
        if (!(await hasIndexes(client, { table, place }))) {
          for (const statement of MYSQL.createIndexes(table, place)) await client.query(statement);
        }
        await note(step, 0);
      }),
    rowsByKey: (table, keys) =>
      attempt({ doing: `read ${table.name}`, where }, async () => {
        const condition = table.key.map((name) => `${name} = ?`).join(' AND ');
        const columns = table.columns.map(({ name }) => name).join(', ');
        const sql = `SELECT ${columns} FROM ${loadingName(table.name)} WHERE ${condition}`;
        const rows: (readonly ExportValue[] | undefined)[] = [];
        for (const key of keys) rows.push((await rowsOf(client, sql, key as readonly Bound[]))[0] as ExportValue[]);
        return rows;
      }),
    close: () => endConnection(client),
  };
}

/** Whether the indexes of a table are there, which are made all at once. */
async function hasIndexes(
  client: Connection,
  { table, place }: { table: ExportTable; place: string },
): Promise<boolean> {
  const [first] = indexesOf(table.name);
  if (first === undefined) return false;
  const rows = await rowsOf(
    client,
    `SELECT 1 FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ? LIMIT 1`,
    [place, first.name],
  );
  return rows.length > 0;
}
