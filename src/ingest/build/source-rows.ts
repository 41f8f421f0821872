import type { Source } from '../../dataset/sources.ts';
import type { Table } from '../../dataset/tables.ts';
import { MAX_LINE_BYTES } from '../text-counter.ts';
import type { Column } from './columns.ts';
import { counted, countsOf, REJECTED } from './count-misfits.ts';
import { literal } from './work-database.ts';

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
  const values = columns.map((column) => {
    const { name } = column;
    const value = countsOf(column).reduce((sql, [count]) => {
      return `CASE WHEN ${count}_${name} THEN CASE WHEN ${counted(table, `${count}_${name}`)} THEN ${sql} END ELSE ${sql} END`;
    }, name);
    return `${value} AS ${name}`;
  });
  return `
    SELECT ${values.join(', ')}
    FROM (${typedRows(reading)}) WHERE CASE WHEN fits THEN true ELSE NOT ${counted(table, REJECTED)} END`;
}

function typedRows(reading: Reading): string {
  const { columns, table } = reading;
  const values = columns.map(({ value, name }) => `${value} AS ${name}`);
  const counts = columns.flatMap((column) => countsOf(column).map(([count, when]) => `${when} AS ${count}_${column.name}`));
  const rejects = `store_rejects = true, rejects_table = '${table.name}_rejects', rejects_scan = '${table.name}_rejects_scan'`;
  return `SELECT ${[...values, ...counts, `${fits(columns)} AS fits`].join(', ')} FROM ${linesOf(reading, rejects)}`;
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
