import { join } from 'node:path';

import { tableFile } from '../../dataset/layout.ts';
import { sourceFile } from '../../dataset/sources.ts';
import { tableRows } from '../../dataset/tables.ts';
import type { Table } from '../../dataset/tables.ts';
import { Rejected } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { Scalar, WorkConnection } from './work-database.ts';

/**
 * Writes a table's rows, sorted, to its Parquet file, and makes them readable under the table's name for the steps
 * after it. Answers with the number of rows.
 * @throws Rejected where rows repeat a key that the table promises to be unique.
 */
export async function writeTable(
  database: WorkConnection,
  { table, select, folder }: { table: Table; select: string; folder: string },
): Promise<number> {
  const write = (rows: string): Promise<void> =>
    database.run(`COPY (${rows}) TO ${literal(join(folder, tableFile(table.name)))}
      (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)`);
  const sorted = `SELECT * FROM (${select}) ORDER BY ${table.sortedBy.join(', ')}`;
  await write(table.inOrder === true ? select : sorted);
  await viewTable(database, { table, folder });
  // Sorting what is in order already would spill most of it to the disk.
  if (table.inOrder === true && (await isOutOfOrder(database, table))) await write(sorted);
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
  await database.run(`CREATE VIEW ${table.name} AS ${tableRows(table, path)}`);
}

async function isOutOfOrder(database: WorkConnection, { name, sortedBy }: Table): Promise<boolean> {
  const key = tupleOf(sortedBy);
  const [row] = await database.rows(
    `SELECT count(*) AS back FROM (SELECT ${key} AS this, lag(${key}) OVER () AS before FROM ${name}) WHERE this < before`,
  );
  return Number(row?.back) > 0;
}

/**
 * The file is sorted by the first column of the key. Where the rest of the key goes up too, a repeated key stands beside
 * its twin; where it does not, the rows with that first column are looked at together.
 */
async function refuseRepeatedKeys(
  database: WorkConnection,
  { table, key }: { table: Table; key: readonly string[] },
): Promise<void> {
  const tuple = tupleOf(key);
  const [first = ''] = key;
  const neighbours = `(SELECT ${tuple} AS this, lag(${tuple}) OVER () AS before, ${first} FROM ${table.name})`;
  const [row] = await database.rows(`
    SELECT count(*) FILTER (this = before) AS repeated, count(*) FILTER (this < before) AS back,
      min(this) FILTER (this = before)::VARCHAR AS example FROM ${neighbours} WHERE this <= before`);
  if (Number(row?.repeated) > 0) throw repeatedKeys(table, row);
  if (Number(row?.back) === 0) return;
  const [apart] = await database.rows(`
    SELECT count(*) AS repeated, min(this)::VARCHAR AS example FROM (
      SELECT ${tuple} AS this FROM ${table.name}
      WHERE ${first} IN (SELECT ${first} FROM ${neighbours} WHERE this < before) GROUP BY ALL HAVING count(*) > 1)`);
  if (Number(apart?.repeated) > 0) throw repeatedKeys(table, apart);
}

function repeatedKeys(table: Table, { repeated, example }: Record<string, Scalar> = {}): Rejected {
  const key = table.unique?.join(', ');
  return new Rejected(
    `${nameOf(table)}: expected each ${key} once; repeated: ${String(repeated)}, for example ${String(example)}`,
  );
}

function tupleOf(columns: readonly string[]): string {
  return columns.length === 1 ? columns.join() : `row(${columns.join(', ')})`;
}

/** As a message names it: by the file it comes from, if it comes from one. */
function nameOf(table: Table): string {
  return typeof table.from === 'string' ? sourceFile(table.from) : `table ${table.name}`;
}
