import { join } from 'node:path';

import { literal } from '../../duckdb/literal.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { conditionOf, selectedTables } from '../shape/selection.ts';
import { joinedValue, listedValue } from '../shape/values.ts';
import type { Source } from '../source/open-source.ts';
import type { FileExportOptions } from './export-files.ts';
import type { WrittenTable } from './file-outcome.ts';
import { filmTablesOf } from './film-tables.ts';
import type { FilmTable } from './film-tables.ts';

export type WriteOptions = Pick<FileExportOptions, 'format' | 'out' | 'selection' | 'onWritten'>;

/** What DuckDB's COPY is told for each format. In CSV a NULL is empty, and an empty text stands in quotes. */
const COPY_AS: Record<string, string> = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  csv: `FORMAT csv, HEADER true, NULLSTR ''`,
  ndjson: 'FORMAT json',
};

/** Titles by each of their genres, as folders `genre=Drama`: a title of three genres is in three of them. */
const BY_GENRE = 'title_basics_by_genre';
/** The folder of titles without a genre. */
const NO_GENRE = 'none';

/** Writes each table as one file; as Parquet also the titles by genre. */
export async function writeTables(
  source: Source,
  { format, out, selection, onWritten }: WriteOptions,
): Promise<readonly WrittenTable[]> {
  const written: WrittenTable[] = [];

  async function copy(
    select: string,
    { file, notice, more = '' }: { file: string; notice?: string | undefined; more?: string },
  ) {
    const noted = notice === undefined || format !== 'parquet' ? '' : `, KV_METADATA {notice: ${literal(notice)}}`;
    const how = `${COPY_AS[format] ?? ''}${noted}${more}`;
    const rows = await source.use(async (connection) => {
      const reader = await connection.runAndReadAll(`COPY (${select}) TO ${literal(join(out, file))} (${how})`);
      return Number(reader.getRowsJS()[0]?.[0]);
    });
    written.push({ file, rows });
    onWritten({ file, rows });
  }

  for (const table of selectedTables(selection)) {
    await copy(selectOf(table, { selection, lists: format !== 'csv' }), {
      file: `${table.name}.${format}`,
      notice: table.notice,
    });
    if (format === 'parquet' && table.name === 'title_basics') {
      const select = `SELECT *, unnest(if(genres IS NULL OR len(genres) = 0, [${literal(NO_GENRE)}], genres)) AS genre
        FROM (${selectOf(table, { selection, lists: true })})`;
      await copy(select, { file: BY_GENRE, more: ', PARTITION_BY (genre)' });
    }
  }
  for (const table of filmTables(source, selection)) {
    const select = table.select(selection);
    const isFlat = format === 'csv' && table.joined !== undefined;
    await copy(isFlat ? `SELECT * REPLACE (${table.joined}) FROM (${select})` : select, {
      file: `${table.name}.${format}`,
      notice: table.notice,
    });
  }
  return written;
}

/** The rows of a table in the order of its key, with IMDb's names; lists as lists, or as the text of IMDb's files. */
export function selectOf(
  table: ExportTable,
  { selection, lists }: { selection: WriteOptions['selection']; lists: boolean },
): string {
  const value = lists ? listedValue : joinedValue;
  const values = table.columns.map((column) => `${value(column)} AS "${column.name}"`);
  const order = table.key.map((name) => table.columns.find((column) => column.name === name)?.from ?? name);
  return `SELECT ${values.join(', ')} FROM ${table.from} WHERE ${conditionOf(table, selection)}
    ORDER BY ${order.map((name) => `${table.from}."${name}"`).join(', ')}`;
}

/** The flat tables, unless some tables alone are asked for; builds of older programs have no similar titles. */
export function filmTables({ manifest }: Source, selection: WriteOptions['selection']): readonly FilmTable[] {
  if (selection.only !== undefined) return [];
  const hasSimilar = manifest.tables.some(({ name }) => name === 'similar_titles');
  return filmTablesOf(selection).filter(({ name }) => name !== 'similarities' || hasSimilar);
}
