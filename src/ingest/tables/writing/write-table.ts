import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { tableFile } from '../../../dataset/builds/paths.ts';
import type { Table } from '../../../dataset/tables/tables.ts';
import { Rejected } from '../../outcomes/outcome.ts';
import { sortingRanges } from './sorting-ranges.ts';
import type { KeySource } from './sorting-ranges.ts';
import { tableList } from './table-files.ts';
import { writeParts } from './write-parts.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

export interface WriteTableOptions {
  table: Table;
  /** A SELECT of the table's rows. */
  select: string;
  folder: string;
  /**
   * Where the table's keys stand, in the order that it is sorted by: where its rows are too many to be made at once
   * within the limit of memory, they are made and sorted range by range of the key. The SELECT is run once for each
   * range, so that it should read little of what is in none.
   */
  over?: readonly KeySource[] | undefined;
  /** Rows that are sorted at a time. */
  rowsAtOnce?: number | undefined;
}

/** Of the widest such rows, two thirds of the least memory that is asked for. */
const ROWS_AT_ONCE = 10_000_000;

/**
 * Writes a table's rows, sorted, to its Parquet file, and makes them readable under the table's name for the steps
 * after it. Answers with the number of rows.
 * @throws Rejected where rows repeat a key that the table promises to be unique.
 */
export async function writeTable(database: WorkConnection, options: WriteTableOptions): Promise<number> {
  const { table } = options;
  const rows = await writeRows(database, options);
  const { repeated, example } = await repeatedKeys(database, table);
  if (repeated === 0) return rows;
  const key = table.unique?.join(', ');
  throw new Rejected(`table ${table.name}: expected each ${key} once; repeated: ${repeated}, for example ${example}`);
}

/** As writeTable, whether rows repeat a key or not. */
export async function writeRows(database: WorkConnection, options: WriteTableOptions): Promise<number> {
  const { table, select, folder, over, rowsAtOnce = ROWS_AT_ONCE } = options;
  const ranges = over === undefined ? [] : await sortingRanges(database, { over, rowsAtOnce });
  if (ranges.length > 1) await writeInRanges(database, { table, select, folder, ranges });
  else await copyRows(database, { table, rows: sorted(select, table), folder });
  await viewTable(database, { table, folder });
  const [row] = await database.rows(`SELECT count(*) AS rows FROM ${table.name}`);
  return Number(row?.rows);
}

/** Writes rows, which come sorted, to the file of a table or to its parts. */
async function copyRows(
  database: WorkConnection,
  { table: { name, inParts }, rows, folder }: { table: Table; rows: string; folder: string },
): Promise<void> {
  if (inParts !== undefined) return writeParts(database, { name, rows, folder, compression: inParts });
  await database.run(
    `COPY (${rows}) TO ${literal(join(folder, tableFile(name)))} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)`,
  );
}

function sorted(select: string, { sortedBy }: Table, where = 'true'): string {
  return `SELECT * FROM (${select}) WHERE ${where} ORDER BY ${sortedBy.join(', ')}`;
}

/** Each range sorted into a file of its own, then all of them, one after the other, into the table's. */
async function writeInRanges(
  database: WorkConnection,
  { table, select, folder, ranges }: { table: Table; select: string; folder: string; ranges: readonly string[] },
): Promise<void> {
  const path = join(folder, tableFile(table.name));
  const parts = ranges.map((_, index) => `${path}.${index}`);
  try {
    for (const [index, range] of ranges.entries()) {
      const part = literal(parts[index] ?? '');
      await database.run(`COPY (${sorted(select, table, range)}) TO ${part} (FORMAT parquet)`);
    }
    // A plain scan keeps the order of files and rows.
    const all = parts.map(literal).join(', ');
    await copyRows(database, { table, rows: `SELECT * FROM read_parquet([${all}])`, folder });
  } finally {
    for (const part of parts) await rm(part, { force: true });
  }
}

/** Makes a written table readable under its name. */
export async function viewTable(
  database: WorkConnection,
  { table, folder }: { table: Table; folder: string },
): Promise<void> {
  const files = tableList(folder, table.name);
  await database.run(`CREATE OR REPLACE VIEW ${table.name} AS SELECT * FROM read_parquet(${files})`);
}

/** How many rows of a written table repeat the key of another, with the first such key. */
export async function repeatedKeys(
  database: WorkConnection,
  table: Table,
): Promise<{ repeated: number; example: string }> {
  if (table.unique === undefined) return { repeated: 0, example: '' };
  const [row] = await database.rows(
    `SELECT count(*) AS repeated, min(this)::VARCHAR AS example FROM (${keysWithBefore(table)}) WHERE this = before`,
  );
  return { repeated: Number(row?.repeated), example: String(row?.example) };
}

/** The file is sorted by its key, so a repeated key stands beside its twin: no need to remember the others. */
export function keysWithBefore({ name, unique = [] }: Table): string {
  const tuple = `row(${unique.join(', ')})`;
  return `SELECT ${unique.join(', ')}, ${tuple} AS this, lag(${tuple}) OVER () AS before FROM ${name}`;
}
