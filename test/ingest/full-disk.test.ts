import { readdir } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { filesOf } from '../../src/dataset/builds/manifest.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import { mountDisk } from '../support/small-disk.ts';

/** A data folder in which a small build is served, with one of its folders on a small disk. */
async function withDisk(name: keyof Folders, kibibytes: number): Promise<Folders | undefined> {
  const disk = mountDisk(kibibytes);
  if (disk === undefined) return undefined;
  const folders = { ...foldersIn(newFolder()), [name]: disk };
  const outcome = await ingestInto(folders, { from: await writeSources(newFolder()) });
  expect(outcome).toMatchObject({ status: 'promoted', version: 1 });
  return folders;
}

function sizeOf(records: readonly { bytes: number }[]): number {
  return records.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}

/** How much room the demo's downloads and its build take, in KiB. */
async function demoSizes(): Promise<{ files: string; downloads: number; builds: number }> {
  const { folders, files } = await demoBuild(0.001);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('the demo has no build');
  return { files, downloads: sizeOf(manifest.sources), builds: sizeOf(filesOf(manifest)) };
}

// The build that is served, some 5 MiB, is on the disk as well: all of the demo's build does not fit beside it.
test.each([
  ['downloads', 0.2],
  ['builds', 0.8],
  ['builds', 1.1],
] as const)(
  'runIngest fails clearly on a full disk for %s (of %f times the need) and leaves the served build',
  async (name, share) => {
    const { files, ...needs } = await demoSizes();
    const folders = await withDisk(name, Math.round(share * needs[name]));
    if (folders === undefined) return;
    const origin = await openOrigin(files);
    try {
      const pointer = await readPointer(folders);
      const outcome = await ingestInto(folders, { from: origin.url });
      expect(outcome.status).toBe('failed');
      expect('reason' in outcome ? outcome.reason : '').toMatch(
        /^[^\n]*([a-z]+\.[a-z]+\.tsv\.gz|table [a-z_]+|lookup [a-z_]+): [^\n]*(no space|ENOSPC)[^\n]*$/i,
      );
      expect(await readPointer(folders)).toEqual(pointer);
      expect(await readCurrent(folders)).toBeDefined();
      expect((await readdir(folders.builds)).filter((entry) => entry.startsWith('.'))).toEqual([]);
      expect((await readdir(folders.downloads)).filter((entry) => !entry.endsWith('.gz'))).toEqual([]);
      const room = await writeSources(newFolder(), { rows: { 'title.ratings': [['tt0000001', '1.0', '1']] } });
      expect(await ingestInto(folders, { from: room })).toMatchObject({ status: 'promoted', version: 2 });
    } finally {
      await origin.close();
    }
  },
);
