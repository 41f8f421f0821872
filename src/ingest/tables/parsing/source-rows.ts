import type { Source } from '../../../dataset/sources/imdb.ts';
import type { Table } from '../../../dataset/tables/tables.ts';
import { MAX_LINE_BYTES } from '../../sources/imdb/text-counter.ts';
import type { Column } from './parse-column.ts';
import { counted, countersOf, OPENING, quotedOf, REJECTED } from './count-misfits.ts';
import { literal } from '../../jobs/work-database.ts';

/** A source in the reading. */
export interface Reading {
  source: Source;
  columns: readonly Column[];
  /** The gzipped file. */
  path: string;
  table: Table;
}

/** Lines that DuckDB cannot part into columns are left out without a word: for who reads a file a second time. */
export const LEFT_OUT = 'ignore_errors = true';

/**
 * The lines that fit, typed, as SQL. A gzipped file is read once: what does not fit is counted on the way, by sequences,
 * in CASEs, which alone are worked out for the rows that they are for.
 */
export function fittingRows(reading: Reading): string {
  const { columns, table } = reading;
  const counters = countersOf(columns);
  const quoted = quotedOf(columns, rawOf);
  const counting = counters.map(({ name }) => {
    const further = name === OPENING ? ` AND ${countedWhere(quoted.when, counted(table, quoted.name))}` : '';
    return countedWhere(name, `${counted(table, name)}${further}`);
  });
  const isOdd = ['false', ...counters.map(({ name }) => name)].join(' OR ');
  return `
    SELECT ${columns.map(({ name }) => name).join(', ')} FROM (${typedRows(reading)})
    WHERE CASE WHEN NOT fits THEN NOT ${counted(table, REJECTED)}
      WHEN ${isOdd} THEN ${['true', ...counting].join(' AND ')} ELSE true END`;
}

function countedWhere(condition: string, count: string): string {
  return `CASE WHEN ${condition} THEN ${count} ELSE true END`;
}

/** The name of the text of a column beside its value. */
function rawOf(name: string): string {
  return `raw_${name}`;
}

function typedRows(reading: Reading): string {
  const { columns, table } = reading;
  const raw = columns.filter(({ quoted }) => quoted !== undefined).map(({ from, name }) => `${from} AS ${rawOf(name)}`);
  const values = columns.map(({ value, name }) => `${value} AS ${name}`);
  const counters = countersOf(columns).map(({ when, name }) => `${when} AS ${name}`);
  const rejects = `store_rejects = true, rejects_table = '${table.name}_rejects', rejects_scan = '${table.name}_rejects_scan'`;
  return `SELECT ${[...values, ...raw, ...counters].join(', ')}, ${fits(columns)} AS fits
    FROM ${withSteps(linesOf(reading, rejects), columns)}`;
}

/** Lines, with what their columns work out once. */
export function withSteps(lines: string, columns: readonly Column[]): string {
  const levels = Math.max(0, ...columns.map(({ steps = [] }) => steps.length));
  return Array.from({ length: levels }, (_, level) =>
    columns.flatMap(({ name, steps = [] }) => {
      const step = steps[level];
      return step === undefined ? [] : [`${step} AS ${name}_${level + 1}`];
    }),
  ).reduce((from, steps) => `(SELECT *, ${steps.join(', ')} FROM ${from})`, lines);
}

/** SQL that says whether a line has all that its table needs. */
export function fits(columns: readonly Column[]): string {
  return columns
    .filter(({ required }) => required)
    .map(({ value }) => `(${value}) IS NOT NULL`)
    .join(' AND ');
}

/** The lines of the file as SQL: every column as text, with quoting off, because titles hold lone quotes. */
export function linesOf({ source, path }: Pick<Reading, 'source' | 'path'>, errors: string): string {
  const asText = source.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${literal(path)}, delim = '\t', quote = '', escape = '', header = true, nullstr = '\\N',
    auto_detect = false, columns = {${asText}}, max_line_size = ${MAX_LINE_BYTES}, ${errors})`;
}

/** A line as it stands in the file, as SQL. */
export function lineText(source: Source): string {
  return `concat_ws(chr(9), ${source.columns.map((name) => `coalesce(${name}, '\\N')`).join(', ')})`;
}
