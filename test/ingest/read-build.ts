import { join } from 'node:path';

import { buildFolder, lookupFile, tableFile } from '../../src/dataset/layout.ts';
import type { Folders } from '../../src/dataset/layout.ts';
import type { Manifest } from '../../src/dataset/manifest.ts';
import { tableRows, TABLES } from '../../src/dataset/tables.ts';
import { literal, openWorkDatabase } from '../../src/ingest/build/work-database.ts';
import type { WorkConnection } from '../../src/ingest/build/work-database.ts';
import { readCurrent } from '../../src/ingest/builds.ts';
import { newFolder } from '../support/folders.ts';

export interface OpenBuild extends Pick<WorkConnection, 'rows'> {
  manifest: Manifest;
  folder: string;
  close(): Promise<void>;
}

/** The build that is served: its tables as views of their names, its indexes as databases `index_<lookup>`. */
export async function openBuild(folders: Folders): Promise<OpenBuild> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no whole build');
  const folder = buildFolder(folders, manifest.buildId);
  const database = await openWorkDatabase({
    folders: { ...folders, tmp: newFolder('read') },
    memoryLimit: '512MiB',
    threads: 2,
  });
  await database.use(async (connection) => {
    for (const table of TABLES) {
      const file = literal(join(folder, tableFile(table.name)));
      await connection.run(`CREATE VIEW ${table.name} AS ${tableRows(table, file)}`);
    }
    for (const { name } of manifest.lookups) {
      await connection.run(`ATTACH ${literal(join(folder, lookupFile(name)))} AS index_${name} (READ_ONLY)`);
    }
  });
  return {
    manifest,
    folder,
    rows: (sql, values) => database.use((connection) => connection.rows(sql, values)),
    close: () => database.close(),
  };
}
