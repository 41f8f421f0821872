import { join } from 'node:path';

import { tableFile } from '../../dataset/layout.ts';
import { sourceFile } from '../../dataset/sources.ts';
import type { Table } from '../../dataset/tables.ts';
import { Rejected } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

/**
 * Writes a table's rows, sorted, to its Parquet file, and makes them readable under the table's name for the steps
 * after it. Answers with the number of rows.
 * @throws Rejected where rows repeat a key that the table promises to be unique.
 */
export async function writeTable(
  database: WorkConnection,
  { table, select, folder }: { table: Table; select: string; folder: string },
): Promise<number> {
  const path = literal(join(folder, tableFile(table.name)));
  await database.run(`
    COPY (SELECT * FROM (${select}) ORDER BY ${table.sortedBy.join(', ')})
    TO ${path} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)`);
  await viewTable(database, { table, folder });
  if (table.unique !== undefined) await refuseRepeatedKeys(database, { table, key: table.unique });
  const [row] = await database.rows(`SELECT count(*) AS rows FROM ${table.name}`);
  return Number(row?.rows);
}

/** Makes a written table readable under its name. */
export async function viewTable(
  database: WorkConnection,
  { table, folder }: { table: Table; folder: string },
): Promise<void> {
  const path = literal(join(folder, tableFile(table.name)));
  await database.run(`CREATE VIEW ${table.name} AS SELECT * FROM read_parquet(${path})`);
}

/** The file is sorted by its key, so a repeated key stands beside its twin: no need to remember the others. */
async function refuseRepeatedKeys(
  database: WorkConnection,
  { table, key }: { table: Table; key: readonly string[] },
): Promise<void> {
  const tuple = `row(${key.join(', ')})`;
  const [row] = await database.rows(`
    SELECT count(*) AS repeated, min(this)::VARCHAR AS example
    FROM (SELECT ${tuple} AS this, lag(${tuple}) OVER () AS before FROM ${table.name}) WHERE this = before`);
  const repeated = Number(row?.repeated);
  if (repeated === 0) return;
  throw new Rejected(
    `${nameOf(table)}: expected each ${key.join(', ')} once; repeated: ${repeated}, for example ${String(row?.example)}`,
  );
}

/** As a message names it: by the file it comes from, if it comes from one. */
function nameOf(table: Table): string {
  return typeof table.from === 'string' ? sourceFile(table.from) : `table ${table.name}`;
}
