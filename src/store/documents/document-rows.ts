import type { EmbeddedColumns, DocumentKind } from '../../dataset/indexes/document-kinds.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import type { ConnectionPool, KeyedText } from '../../duckdb/connection-pool.ts';
import { parquetOf } from '../../duckdb/literal.ts';
import type { TableFiles } from './table-files.ts';

/** Keys of one query. With more than 2,048, DuckDB reads the whole table. */
export const MAX_BATCH_KEYS = 2048;

/** The tables of a build, and what asks them. */
export interface Tables {
  files: TableFiles;
  pool: Pick<ConnectionPool, 'lookup'>;
}

/** The items of keys, at most MAX_BATCH_KEYS of them, from the Parquet tables. */
export async function documentRows(
  tables: Tables,
  { lookup: { table, key, view, beside }, keys }: { lookup: DocumentKind; keys: readonly number[] },
): Promise<readonly KeyedText[]> {
  if (beside === undefined) return rowsOf(tables, { table, key, view, keys });
  return withEmbedded(tables, { beside, rows: await rowsOf(tables, { table, key, view: beside.without, keys }) });
}

/** Two queries: in one, DuckDB would read the other table from end to end to join it to a few rows. */
async function withEmbedded(
  tables: Tables,
  { beside, rows }: { beside: EmbeddedColumns; rows: readonly KeyedText[] },
): Promise<readonly KeyedText[]> {
  const places = rows.map(([, text]) => text.lastIndexOf(',') + 1);
  const ids = rows.map(([, text], index) => Number(text.slice(places[index], -1)));
  const wanted = [...new Set(ids)];
  const found = new Map<number, string>();
  for (let at = 0; at < wanted.length; at += MAX_BATCH_KEYS) {
    const keys = wanted.slice(at, at + MAX_BATCH_KEYS);
    for (const [key, text] of await rowsOf(tables, { ...beside, keys })) found.set(key, text);
  }
  return rows.map(([key, text], index): KeyedText => {
    const other = found.get(ids[index] ?? NaN);
    return [
      key,
      other === undefined ? `${text.slice(0, places[index])}null]` : `${text.slice(0, -1)},${other.slice(1)}`,
    ];
  });
}

/** The view over the files that may hold the keys, under the name of the table: other files would cost as much each. */
async function rowsOf(
  { files: tableFiles, pool }: Tables,
  { table, key, view, keys }: { table: TableName; key: string; view: string; keys: readonly number[] },
): Promise<readonly KeyedText[]> {
  const files = tableFiles.holding(table, keys);
  if (files.length === 0) return [];
  const list = keys.map((_, index) => `$${index + 1}`).join(', ');
  return pool.lookup(
    `WITH ${table} AS NOT MATERIALIZED (SELECT * FROM ${parquetOf(tableFiles.folder, files)})
     SELECT ${key}, item FROM (${view}) WHERE ${key} IN (${list})`,
    { keys, files },
  );
}
