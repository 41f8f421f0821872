import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { RejectedLine, TableRecord } from '../../dataset/manifest.ts';
import type { Source } from '../../dataset/sources.ts';
import type { Table } from '../../dataset/tables.ts';
import { Failed, reasonOf, Rejected } from '../outcome.ts';
import type { Column } from './columns.ts';
import { BESIDE } from './serving-tables.ts';
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
  const typed = join(folder, `${table.name}.typed.parquet`);
  try {
    await database.run(`COPY (${typedRows({ source, columns, path, table })}) TO ${literal(typed)} (FORMAT parquet)`);
    const rejected = await rejectedLines(database, { table, typed });
    const nulled = await nulledValues(database, { columns, typed });
    const rows = await writeTable(database, { table, select: fittingRows({ columns, typed, table }), folder });
    refuseTooMany(rejected, { rows, path });
    return { rows, rejected, nulled };
  } catch (error) {
    throw error instanceof Rejected ? error : new Failed(`${basename(path)}: ${reasonOf(error)}`, { cause: error });
  } finally {
    await rm(typed, { force: true });
  }
}

function typedRows(options: { source: Source; columns: readonly Column[]; path: string; table: Table }): string {
  const { source, columns, path, table } = options;
  const values = columns.map(({ value, name }) => `${value} AS ${name}`);
  const misfits = columns.flatMap(({ misfit, name }) =>
    misfit === undefined ? [] : [`${misfit} AS ${misfitOf(name)}`],
  );
  const unfit = columns.filter(({ required }) => required).map(({ value }) => `${value} IS NULL`);
  const line = source.columns.map((name) => `coalesce(${name}, '\\N')`).join(', ');
  const asText = source.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `
    SELECT ${[...values, ...misfits].join(', ')},
      CASE WHEN ${unfit.join(' OR ')} THEN concat_ws(chr(9), ${line}) END AS misfitLine
    FROM read_csv(${literal(path)}, delim = '\t', quote = '', escape = '', header = true, nullstr = '\\N',
      auto_detect = false, columns = {${asText}}, max_line_size = ${MAX_LINE_BYTES},
      store_rejects = true, rejects_table = '${table.name}_rejects', rejects_scan = '${table.name}_rejects_scan')`;
}

/** The lines that fit, with what the table has beside them. */
function fittingRows({ columns, typed, table }: { columns: readonly Column[]; typed: string; table: Table }): string {
  const beside = BESIDE[table.name as keyof typeof BESIDE];
  const selected = [...columns.map(({ name }) => `typed.${name}`), beside?.columns].filter(
    (part) => part !== undefined,
  );
  return `SELECT ${selected.join(', ')} FROM ${literal(typed)} AS typed ${beside?.join ?? ''} WHERE misfitLine IS NULL`;
}

async function rejectedLines(
  database: WorkConnection,
  { table, typed }: { table: Table; typed: string },
): Promise<{ rows: number; samples: RejectedLine[] }> {
  // A line with several errors stands in the table several times.
  const lines = `
    SELECT line, first(error_message) AS reason, first(csv_line) AS text FROM ${table.name}_rejects GROUP BY line
    UNION ALL
    SELECT NULL, 'an id or another required value is missing or malformed', misfitLine
    FROM ${literal(typed)} WHERE misfitLine IS NOT NULL`;
  const [count] = await database.rows(`SELECT count(*) AS rows FROM (${lines})`);
  const samples = await database.rows(
    `SELECT line, reason, left(text, ${MAX_SAMPLE_CHARACTERS}) AS text FROM (${lines}) ORDER BY line, text LIMIT ${MAX_SAMPLES}`,
  );
  return {
    rows: Number(count?.rows),
    samples: samples.map(({ line, reason, text }) => ({
      line: line === null ? null : Number(line),
      reason: String(reason).split('\n', 1).join(),
      text: String(text),
    })),
  };
}

async function nulledValues(
  database: WorkConnection,
  { columns, typed }: { columns: readonly Column[]; typed: string },
): Promise<Record<string, number>> {
  const counted = columns.filter(({ misfit }) => misfit !== undefined);
  if (counted.length === 0) return {};
  const counts = counted.map(({ name }) => `count(*) FILTER (${misfitOf(name)}) AS ${name}`).join(', ');
  const [row = {}] = await database.rows(`SELECT ${counts} FROM ${literal(typed)} WHERE misfitLine IS NULL`);
  return Object.fromEntries(
    Object.entries(row)
      .map(([name, count]) => [name, Number(count)] as const)
      .filter(([, count]) => count > 0),
  );
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
