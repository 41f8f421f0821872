import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBValue, Json } from '@duckdb/node-api';

import { buildFolder, partsFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { TABLES } from '../../src/dataset/tables/tables.ts';
import { TMDB_TABLES } from '../../src/dataset/tables/tmdb-tables.ts';
import { chooseBuild } from '../../src/storage/builds/choose-build.ts';

/** Plain SQL over the canonical tables of a build, with one row for each line of a source, those of the past, and TMDB's. */
export interface Tables {
  rows: <T = Record<string, Json>>(sql: string, values?: DuckDBValue[]) => Promise<T[]>;
  close: () => void;
}

export async function openTables(folders: Folders): Promise<Tables> {
  const { build } = await chooseBuild(folders);
  if (build === null) throw new Error('there is no build');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const there = new Set<string>(build.manifest.tables.map(({ name }) => name));
  const ofTmdb = TMDB_TABLES.filter(({ name }) => there.has(name));
  for (const { name, from, earlierOf, inParts } of [...TABLES, ...ofTmdb]) {
    if (!ofTmdb.some((table) => table.name === name) && typeof from !== 'string' && earlierOf === undefined) continue;
    // As any tool reads it: by one pattern.
    const pattern = inParts === undefined ? tableFile(name) : `${partsFolder(name)}/*.parquet`;
    const path = join(buildFolder(folders, build.manifest.buildId), pattern);
    await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet('${path}')`);
  }
  return {
    async rows<T>(sql: string, values: DuckDBValue[] = []) {
      const reader = await connection.runAndReadAll(sql, values);
      return reader.getRowObjectsJson() as T[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export const tt = (key: unknown): string => `tt${String(key).padStart(7, '0')}`;
export const nm = (key: unknown): string => `nm${String(key).padStart(7, '0')}`;
