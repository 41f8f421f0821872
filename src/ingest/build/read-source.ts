import { basename } from 'node:path';

import type { RejectedLine, TableRecord } from '../../dataset/manifest.ts';
import type { Source } from '../../dataset/sources.ts';
import type { Table } from '../../dataset/tables.ts';
import { Failed, reasonOf, Rejected } from '../outcome.ts';
import type { Column } from './columns.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';
import { writeTable } from './write-table.ts';

/** More lines that do not fit than this share, and more than a handful, mean that the file is not what we take it for. */
const MAX_REJECTED_SHARE = 0.001;
const HANDFUL = 20;
const MAX_SAMPLES = 5;
const MAX_SAMPLE_CHARACTERS = 200;
/** DuckDB allots sixteen times as much for reading. The longest lines of IMDb have some ten thousand bytes. */
const MAX_LINE_BYTES = 2 << 20;

export interface ReadSourceOptions {
  source: Source;
  /** The gzipped file, or undefined to make the table without rows. */
  path: string | undefined;
  table: Table;
  columns: readonly Column[];
  /** The build's staging folder. */
  folder: string;
}

/**
 * Reads one source into its canonical table. Every column is read as text with quoting off and then cast: titles
 * hold lone quotes. Lines that do not fit are left out, counted and sampled; too many of them are refused.
 */
export async function readSource(
  database: WorkConnection,
  { source, path, table, columns, folder }: ReadSourceOptions,
): Promise<Pick<TableRecord, 'rows' | 'rejected' | 'nulled'>> {
  if (path === undefined) {
    const none = columns.map(({ name, type }) => `NULL::${type} AS ${name}`).join(', ');
    return { rows: await writeTable(database, { table, select: `SELECT ${none} LIMIT 0`, folder }) };
  }
  const reading = { source, columns, path, table };
  try {
    await startCounting(database, reading);
    const rows = await writeTable(database, { table, select: fittingRows(reading), folder });
    const rejected = await rejectedLines(database, reading);
    refuseTooMany(rejected, { rows, path });
    return { rows, rejected, nulled: await nulledValues(database, reading) };
  } catch (error) {
    throw error instanceof Rejected ? error : new Failed(`${basename(path)}: ${reasonOf(error)}`, { cause: error });
  }
}

interface Reading {
  source: Source;
  columns: readonly Column[];
  path: string;
  table: Table;
}

/**
 * The lines that fit, typed. A gzipped file is read once: what does not fit is counted on the way, by sequences, in
 * CASEs, which alone are worked out for the rows that they are for.
 */
function fittingRows(reading: Reading): string {
  const { columns, table } = reading;
  const values = columns.map(({ name, misfit }) => {
    if (misfit === undefined) return name;
    return `CASE WHEN ${misfitOf(name)} THEN CASE WHEN ${counted(table, name)} THEN ${name} END ELSE ${name} END AS ${name}`;
  });
  return `
    SELECT ${values.join(', ')}
    FROM (${typedRows(reading)}) WHERE CASE WHEN fits THEN true ELSE NOT ${counted(table, REJECTED)} END`;
}

function typedRows(reading: Reading): string {
  const { columns, table } = reading;
  const values = columns.map(({ value, name }) => `${value} AS ${name}`);
  const misfits = columns.flatMap(({ misfit, name }) =>
    misfit === undefined ? [] : [`${misfit} AS ${misfitOf(name)}`],
  );
  const rejects = `store_rejects = true, rejects_table = '${table.name}_rejects', rejects_scan = '${table.name}_rejects_scan'`;
  return `SELECT ${[...values, ...misfits, `${fits(columns)} AS fits`].join(', ')} FROM ${linesOf(reading, rejects)}`;
}

function fits(columns: readonly Column[]): string {
  return columns
    .filter(({ required }) => required)
    .map(({ value }) => `(${value}) IS NOT NULL`)
    .join(' AND ');
}

function linesOf({ source, path }: Reading, errors: string): string {
  const asText = source.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, delim = '\t', quote = '', escape = '', header = true, nullstr = '\\N',
    auto_detect = false, columns = {${asText}}, max_line_size = ${MAX_LINE_BYTES}, ${errors})`;
}

/** What the sequence of the lines that do not fit is named after; no column has that name. */
const REJECTED = 'rejected';

async function startCounting(database: WorkConnection, { columns, table }: Reading): Promise<void> {
  const names = columns.filter(({ misfit }) => misfit !== undefined).map(({ name }) => name);
  for (const name of [REJECTED, ...names]) await database.run(`CREATE OR REPLACE SEQUENCE ${counterOf(table, name)}`);
}

function counterOf(table: Table, name: string): string {
  return `${table.name}_misfits_${name}`;
}

/** True, and one more is counted. */
function counted(table: Table, name: string): string {
  return `nextval('${counterOf(table, name)}') > 0`;
}

async function countOf(database: WorkConnection, { table, name }: { table: Table; name: string }): Promise<number> {
  const [row] = await database.rows(
    `SELECT coalesce(last_value, 0) AS counted FROM duckdb_sequences() WHERE sequence_name = '${counterOf(table, name)}'`,
  );
  return Number(row?.counted);
}

async function rejectedLines(
  database: WorkConnection,
  reading: Reading,
): Promise<{ rows: number; samples: RejectedLine[] }> {
  const { table } = reading;
  // A line with several errors stands in the table several times.
  const unread = `SELECT line, first(error_message) AS reason, first(csv_line) AS text FROM ${table.name}_rejects GROUP BY line`;
  const [count] = await database.rows(`SELECT count(*) AS rows FROM (${unread})`);
  const unfit = await countOf(database, { table, name: REJECTED });
  const samples = await database.rows(
    `SELECT line, reason, left(text, ${MAX_SAMPLE_CHARACTERS}) AS text
     FROM (${[unread, ...(unfit === 0 ? [] : [unfitLines(reading)])].join(' UNION ALL ')})
     ORDER BY line, text LIMIT ${MAX_SAMPLES}`,
  );
  return {
    rows: Number(count?.rows) + unfit,
    samples: samples.map(({ line, reason, text }) => ({
      line: line === null ? null : Number(line),
      reason: String(reason).split('\n', 1).join(),
      text: String(text),
    })),
  };
}

/** They are few, and mostly none, so that only who has to show some reads the file again. */
function unfitLines(reading: Reading): string {
  const { source, columns } = reading;
  const line = source.columns.map((name) => `coalesce(${name}, '\\N')`).join(', ');
  return `SELECT NULL, 'an id or another required value is missing or malformed', concat_ws(chr(9), ${line})
    FROM ${linesOf(reading, 'ignore_errors = true')} WHERE NOT (${fits(columns)})`;
}

async function nulledValues(database: WorkConnection, { columns, table }: Reading): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const { name, misfit } of columns) {
    if (misfit !== undefined) counts.push([name, await countOf(database, { table, name })]);
  }
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function refuseTooMany(
  rejected: { rows: number; samples: RejectedLine[] },
  { rows, path }: { rows: number; path: string },
): void {
  const lines = rows + rejected.rows;
  if (rows > 0 && rejected.rows <= Math.max(HANDFUL, lines * MAX_REJECTED_SHARE)) return;
  const [sample] = rejected.samples;
  const example = sample === undefined ? '' : `, for example ${JSON.stringify(sample.text)} (${sample.reason})`;
  throw new Rejected(`${basename(path)}: ${rejected.rows} of ${lines} lines do not fit${example}`);
}

function misfitOf(name: string): string {
  return `misfit_${name}`;
}
