import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { STAMP_FILE } from '../../src/demo/stamp.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';
import { runMarquee } from '../support/run-marquee.ts';

let origin: TestOrigin;
let dataFolder: string;

beforeEach(async () => {
  origin = await openOrigin(await writeSources(newFolder('origin')));
  dataFolder = newFolder('data');
});

afterEach(() => origin.close());

function marquee(args: string, settings: Record<string, string> = {}) {
  const all = { IMDB_BASE_URL: origin.url, EXTRACT_DIR: join(dataFolder, 'text'), ...settings };
  return runMarquee(args.split(' '), { dataFolder, settings: all });
}

test('marquee datasets downloads, lists, extracts, processes and deletes the files', async () => {
  const downloaded = await marquee('datasets download title.ratings title.crew.tsv.gz');
  expect([downloaded.code, downloaded.stderr]).toEqual([
    0,
    expect.stringMatching(/title\.ratings\.tsv\.gz: downloaded \([0-9]+ bytes, 2 rows\)\ndone: 2 files\n$/),
  ]);
  const listed = await marquee('datasets list');
  expect(listed.stdout).toMatch(/^downloads {2}\S+downloads, [0-9.]+ GiB free\nextracted {2}\S+text\n/);
  expect(listed.stdout).toMatch(/title\.ratings\.tsv\.gz +0\.0 MiB +2 rows {2}\S+Z {2}whole\n/);
  expect(listed.stdout).toMatch(/title\.basics\.tsv\.gz +not downloaded\n/);
  const extracted = await marquee('datasets extract');
  expect([extracted.code, extracted.stderr]).toEqual([
    1,
    expect.stringMatching(/title\.basics\.tsv\.gz: no whole file is kept: .*\nfailed: 5 files, and 2 done\n$/s),
  ]);
  expect(await readdir(join(dataFolder, 'text'))).toEqual(['title.crew.tsv', 'title.ratings.tsv']);
  const processed = await marquee('datasets process');
  expect([processed.code, processed.stderr]).toEqual([0, expect.stringMatching(/promoted: build \S+ is version 1\n$/)]);
  const deleted = await marquee('datasets delete');
  expect([deleted.code, deleted.stderr]).toEqual([
    1,
    expect.stringMatching(/served build .*\nfailed: 7 files, and 0/s),
  ]);
  expect((await marquee('datasets delete --only-extracted title.ratings')).code).toBe(0);
  expect((await marquee('datasets delete --force')).code).toBe(0);
  expect(await readdir(join(dataFolder, 'text'))).toEqual([]);
  expect(await readdir(join(dataFolder, 'downloads'))).toEqual([]);
}, 60_000);

test('marquee datasets is busy while an ingest runs, and lists all the same', async () => {
  const release = createIngestLock(join(foldersIn(dataFolder).meta, 'ingest.lock')).acquire();
  try {
    for (const action of ['download', 'extract', 'delete']) {
      const { code, stderr } = await marquee(`datasets ${action}`);
      expect([code, stderr]).toEqual([75, 'busy: an ingest is running on this data folder\n']);
    }
    expect((await marquee('datasets list')).code).toBe(0);
  } finally {
    release?.();
  }
}, 60_000);

test('marquee datasets names what is wrong with a command', async () => {
  const unknown = await marquee('datasets download title.plots');
  expect([unknown.code, unknown.stderr]).toEqual([
    1,
    expect.stringMatching(/^ {2}title\.plots: no such file: IMDb has title\.basics, .*\nfailed: 1 file, and 0 done\n$/),
  ]);
  const unset = await marquee('datasets extract title.crew', { EXTRACT_DIR: '' });
  expect([unset.code, unset.stderr]).toEqual([1, expect.stringMatching(/EXTRACT_DIR is not set: it names the folder/)]);
  expect((await marquee('datasets')).code).toBe(2);
  expect((await marquee('datasets empty')).stderr).toMatch(/unknown command 'empty'\n\(--help shows what there is\)/);
}, 60_000);

test('marquee datasets download keeps the files of IMDb out of a demo', async () => {
  const sources = join(dataFolder, 'origin');
  await writeSources(sources, {});
  await writeFile(join(sources, STAMP_FILE), '{}');
  const { code, stderr } = await marquee('datasets download', { IMDB_BASE_URL: '' });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/is the folder of a demo/)]);
  await expect(stat(join(dataFolder, 'downloads'))).rejects.toThrow('ENOENT');
});

test('marquee datasets download reads a folder where it is', async () => {
  const from = await writeSources(newFolder());
  const { code } = await marquee('datasets download', { IMDB_BASE_URL: pathToFileURL(from).href });
  expect(code).toBe(0);
  expect((await marquee('datasets list')).stdout).toMatch(/title\.basics\.tsv\.gz +0\.0 MiB +3 rows .* whole/);
}, 60_000);
