import { readdir } from 'node:fs/promises';

import { expect, test } from 'vitest';

import type { Folders } from '../../src/dataset/layout.ts';
import { readCurrent, readPointer } from '../../src/ingest/builds.ts';
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

// The demo's build takes some 22 MiB, its downloads some 3 MiB, one build of the small files 5.5 MiB.
test.each([
  ['downloads', 600],
  ['builds', 18_000],
  ['builds', 26_000],
] as const)(
  'runIngest fails clearly on a full disk for %s (%i KiB) and leaves the served build',
  async (name, size) => {
    const folders = await withDisk(name, size);
    if (folders === undefined) return;
    const { files } = await demoBuild(0.001);
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
