import { join } from 'node:path';

import { tmdbSnapshotFile } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { TableRecord } from '../../dataset/builds/manifest.ts';
import type { SnapshotFile } from '../../dataset/sources/tmdb-snapshot.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { literal } from '../jobs/work-database.ts';
import { parquetOf } from '../tables/writing/table-files.ts';

/** Where the rows of one of TMDB's tables are read: a SELECT of its columns, and how many rows that has. */
export interface TmdbRows {
  select: string;
  rows: number;
  /** What messages call it. */
  name: string;
}

/** The rows of a file of the snapshot, each as its line has it. */
export function rowsOfSnapshot(table: Table, { folder, file }: { folder: string; file: SnapshotFile }): TmdbRows {
  const name = tmdbSnapshotFile(file.name);
  const types = table.columns.map((column) => `${literal(column.name)}: ${literal(column.type)}`);
  const columns = table.columns.map((column) => `"${column.name}"`);
  return {
    select: `SELECT ${columns.join(', ')} FROM read_json(${literal(join(folder, name))}, format = 'newline_delimited',
      compression = 'gzip', columns = {${types.join(', ')}})`,
    rows: file.rows,
    name,
  };
}

/** The rows of the same table in an earlier build. */
export function rowsOfBuild(record: TableRecord, folder: string): TmdbRows {
  const files = filesOfTable(record);
  return {
    select: `SELECT * FROM ${parquetOf(folder, files)}`,
    rows: record.rows,
    name: files[0]?.file ?? record.name,
  };
}

/** A condition on the rows that can be in a table: each has what none may lack, and keys that are numbers of TMDB's. */
export function fitting({ columns }: Table): string {
  const given = columns.filter(({ nullable }) => !nullable).map(({ name }) => `"${name}" IS NOT NULL`);
  const keys = columns.filter(({ name }) => name === 'tmdbKey' || name === 'id').map(({ name }) => `${name} >= 1`);
  return [...given, ...keys].join(' AND ');
}
