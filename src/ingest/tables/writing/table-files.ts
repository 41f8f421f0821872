import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { partsFolder, tableFile } from '../../../dataset/builds/paths.ts';
import type { FileRecord, PartRecord } from '../../../dataset/builds/manifest.ts';
import { TABLES } from '../../../dataset/tables/tables.ts';
import type { TableName } from '../../../dataset/tables/table-names.ts';
import type { Table } from '../../../dataset/tables/tables.ts';
import { Failed } from '../../outcomes/outcome.ts';
import { fileRecord } from '../../jobs/file-record.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

/** Where a table is inside the folder of a build: its file, or the folder of its parts. */
export function tablePath({ name, inParts }: Pick<Table, 'name' | 'inParts'>): string {
  return inParts === undefined ? tableFile(name) : partsFolder(name);
}

/** The files of a table that has been written, inside the folder of the build and in the order of the rows. */
export function writtenFiles(folder: string, name: TableName): string[] {
  const table = TABLES.find((one) => one.name === name);
  if (table?.inParts === undefined) return [tableFile(name)];
  const path = tablePath(table);
  return readdirSync(join(folder, path))
    .sort()
    .map((file) => `${path}/${file}`);
}

/** Files as DuckDB reads them, in their order: a list of paths. */
export function listOf(folder: string, files: readonly string[]): string {
  return `[${files.map((file) => literal(join(folder, file))).join(', ')}]`;
}

/** SQL that reads files one after the other. */
export function parquetOf(folder: string, files: readonly { file: string }[]): string {
  return `read_parquet(${listOf(
    folder,
    files.map(({ file }) => file),
  )})`;
}

/** The list of the files of a table that has been written. */
export function tableList(folder: string, name: TableName): string {
  return listOf(folder, writtenFiles(folder, name));
}

/** The first and the last key of each file of a written table that has rows, from the statistics of row groups. */
export async function endsOfFiles(
  database: WorkConnection,
  { table, key, folder }: { table: TableName; key: string; folder: string },
): Promise<{ file: string; from: number; to: number }[]> {
  const found = await database.rows(
    `SELECT file_name AS path, min(stats_min_value::INTEGER) AS least, max(stats_max_value::INTEGER) AS most
     FROM parquet_metadata(${tableList(folder, table)}) WHERE path_in_schema = $1 GROUP BY path ORDER BY path`,
    [key],
  );
  return found.map(({ path, least, most }) => ({
    file: relative(folder, String(path)),
    from: Number(least),
    to: Number(most),
  }));
}

/**
 * What the manifest says of the files of a table that has been written.
 * @throws Failed where its parts do not follow each other.
 */
export async function recordFiles(
  database: WorkConnection,
  { table, folder, signal }: { table: Table; folder: string; signal: AbortSignal | undefined },
): Promise<FileRecord | { parts: PartRecord[] }> {
  const { name, inParts, sortedBy } = table;
  if (inParts === undefined) return fileRecord(tableFile(name), { folder, signal });
  const ends = await endsOfFiles(database, { table: name, key: sortedBy[0] ?? '', folder });
  const parts: PartRecord[] = [];
  let last = -Infinity;
  for (const file of writtenFiles(folder, name)) {
    // The one part of an empty table has no row groups.
    const { from, to } = ends.find((one) => one.file === file) ?? { from: 0, to: 0 };
    if (from < last) throw new Failed(`table ${name}: ${file} begins before the end of the part before it`);
    last = to;
    parts.push({ ...(await fileRecord(file, { folder, signal })), from });
  }
  return { parts };
}
