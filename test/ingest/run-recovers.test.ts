import { readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

import { afterAll, expect, test } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { copyData } from '../support/copy-data.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { tsv, writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';
import { leftovers } from './small-build.ts';

interface FirstBuild {
  folders: Folders;
  /** What the origin publishes: each test puts the good files back. */
  from: string;
  origin: TestOrigin;
}

let first: Promise<FirstBuild> | undefined;

/** A build of good files that were downloaded, which all tests begin with. */
function firstBuild(): Promise<FirstBuild> {
  first ??= (async () => {
    const folders = foldersIn(newFolder('first'));
    const from = await writeSources(newFolder('files'));
    const origin = await openOrigin(from);
    expect(await ingestInto(folders, { from: origin.url })).toMatchObject({ status: 'promoted', version: 1 });
    return { folders, from, origin };
  })();
  return first;
}

afterAll(async () => {
  await (await first)?.origin.close();
});

test.each([
  ['another header', { text: { 'title.crew': 'tconst\twriters\tdirectors\ntt0000001\t\\N\t\\N\n' } }],
  ['a cut file', { bytes: { 'title.crew': gzipSync(tsv('title.crew')).subarray(0, -10) } }],
  ['a page instead', { bytes: { 'title.crew': Buffer.from('<html>') } }],
  ['no rows', { rows: { 'title.crew': [] } }],
  [
    'a key that repeats too often',
    { rows: { 'title.crew': Array.from({ length: 22 }, () => ['tt0000001', '\\N', '\\N']) } },
  ],
  ['unreadable ids', { rows: { 'title.crew': [['x', '\\N', '\\N']] } }],
])('runIngest leaves builds and downloads whole on %s and recovers by itself', async (_what, bad) => {
  const { origin, from, folders: made } = await firstBuild();
  const folders = await copyData(made);
  const ingest = () => ingestInto(folders, { from: origin.url });
  try {
    const pointer = await readPointer(folders);
    const before = await readdir(folders.builds, { recursive: true });
    await writeSources(from, bad);
    const outcome = await ingest();
    expect(outcome.status).toBe('rejected');
    expect('reason' in outcome ? outcome.reason : '').toMatch(/^title\.crew\.tsv\.gz: [^\n]+$/);
    expect(await readPointer(folders)).toEqual(pointer);
    expect(await readdir(folders.builds, { recursive: true })).toEqual(before);
    expect(await readCurrent(folders)).toBeDefined();
    expect(await readdir(folders.downloads)).toHaveLength(7);
    await writeSources(from, { rows: { 'title.crew': [['tt0000003', 'nm0000001', '\\N']] } });
    expect(await ingest()).toMatchObject({ status: 'promoted', version: 2 });
    expect(await leftovers(folders)).toEqual([]);
  } finally {
    await writeSources(from);
  }
});
