import { join } from 'node:path';

import { buildFolder, lookupFile, tableFile } from '../../src/dataset/layout.ts';
import type { Folders } from '../../src/dataset/layout.ts';
import type { Manifest } from '../../src/dataset/manifest.ts';
import { literal, openWorkDatabase } from '../../src/ingest/build/work-database.ts';
import type { WorkDatabase } from '../../src/ingest/build/work-database.ts';
import { readCurrent } from '../../src/ingest/builds.ts';
import { newFolder } from '../support/folders.ts';

/** The build that is served: its tables as views of their names, its indexes as databases `index_<lookup>`. */
export async function openBuild(folders: Folders): Promise<WorkDatabase & { manifest: Manifest; folder: string }> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no whole build');
  const folder = buildFolder(folders, manifest.buildId);
  const database = await openWorkDatabase({
    folders: { ...folders, tmp: newFolder('read') },
    memoryLimit: '512MiB',
    threads: 2,
  });
  for (const { name } of manifest.tables) {
    const file = literal(join(folder, tableFile(name)));
    await database.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${file})`);
  }
  for (const { name } of manifest.lookups) {
    await database.run(`ATTACH ${literal(join(folder, lookupFile(name)))} AS index_${name} (READ_ONLY)`);
  }
  return { ...database, manifest, folder };
}
