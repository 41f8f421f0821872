import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { beforeEach, expect, test } from 'vitest';

import { buildFolder, MANIFEST_FILE, partsFolder } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../src/dataset/indexes/document-kinds.ts';
import { BUILD_FORMAT, filesOf } from '../../src/dataset/builds/manifest.ts';
import { SORTED_TABLES } from '../../src/dataset/indexes/sorted-tables.ts';
import { sourceFile } from '../../src/dataset/sources/imdb.ts';
import { TABLES } from '../../src/dataset/tables/tables.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { tsv, writeSources } from '../support/imdb-files.ts';
import { ingestInto, ingestOptions } from '../support/ingest.ts';
import { copyOfSmallBuild, leftovers, smallBuild } from './small-build.ts';

let folders: Folders;
let from: string;

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder('files'));
});

/** Has a first build made of the same files. */
async function begin(): Promise<{ buildId: string }> {
  folders = await copyOfSmallBuild();
  return { buildId: (await readPointer(folders))?.buildId ?? '' };
}

function ingest(options: Partial<Parameters<typeof ingestInto>[1]> = {}): Promise<Outcome> {
  return ingestInto(folders, { from, ...options });
}

/** Another night: the ratings have changed. */
async function changeRatings(votes: number): Promise<void> {
  const text = tsv('title.ratings', [['tt0000001', '7.1', String(votes)]]);
  await writeFile(join(from, sourceFile('title.ratings')), gzipSync(text));
}

test('runIngest promotes a whole build: rows, checksums, format and version in the manifest, pointer to it', async () => {
  const small = await smallBuild();
  folders = small.folders;
  expect(small.outcome).toEqual({ status: 'promoted', buildId: '20261121T013000Z', version: 1 });
  const folder = buildFolder(folders, '20261121T013000Z');
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8');
  expect(await readPointer(folders)).toEqual({
    buildId: '20261121T013000Z',
    version: 1,
    promotedAt: '2026-11-21T01:30:00.500Z',
    manifestSha256: createHash('sha256').update(text).digest('hex'),
    seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  const manifest = await readCurrent(folders);
  expect(manifest).toMatchObject({ format: BUILD_FORMAT, version: 1, buildId: '20261121T013000Z' });
  expect(manifest?.sources.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
    'title.basics 3',
    'title.akas 2',
    'title.crew 2',
    'title.episode 1',
    'title.principals 3',
    'title.ratings 2',
    'name.basics 2',
  ]);
  const files = manifest === undefined ? [] : filesOf(manifest);
  // And the posting lists, the term dictionary, the columns of rated titles, and the graph of credits.
  expect(files).toHaveLength(TABLES.length + DOCUMENT_KINDS.length + SORTED_TABLES.length + 4);
  for (const { file, bytes, sha256 } of files) {
    const content = await readFile(join(folder, file));
    expect([file, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([file, bytes, sha256]);
  }
  const inParts = TABLES.filter((table) => table.inParts !== undefined).map(({ name }) => partsFolder(name));
  const made = await readdir(folder, { recursive: true });
  expect(made.sort()).toEqual(['lookup', MANIFEST_FILE, 'tables', ...inParts, ...files.map(({ file }) => file)].sort());
  expect(await leftovers(folders)).toEqual([]);
});

test('runIngest makes no new build of the same sources, unless it is forced to', async () => {
  const { buildId } = await begin();
  expect(await ingest()).toEqual({ status: 'unchanged', buildId });
  expect(await readdir(folders.builds)).toHaveLength(1);
  expect(await ingest({ run: { force: true } })).toMatchObject({ status: 'promoted', version: 2 });
  await changeRatings(7);
  expect(await ingest()).toMatchObject({ status: 'promoted', version: 3 });
  expect(await ingest({ without: ['title.akas'] })).toMatchObject({ status: 'promoted', version: 4 });
  expect(await ingest({ without: ['title.akas'] })).toMatchObject({ status: 'unchanged' });
});

test('runIngest gives builds of the same second names of their own, also beside folders that are no builds', async () => {
  const time = new Date('2026-11-21T01:30:00Z');
  const ids: string[] = [];
  await mkdir(join(folders.builds, '20261121T013000Z', 'something'), { recursive: true });
  for (let round = 0; round < 2; round += 1) {
    const outcome = await ingest({ now: () => time, run: { force: true } });
    ids.push('buildId' in outcome ? outcome.buildId : outcome.status);
  }
  expect(ids).toEqual(['20261121T013000Z-2', '20261121T013000Z']);
});

test('runIngest keeps the build that is served, the one before it and those in use', async () => {
  const ids = [(await begin()).buildId];
  for (let round = 1; round < 4; round += 1) {
    const outcome = await ingest({ run: { force: true }, inUse: (id) => id === ids[0] });
    ids.push('buildId' in outcome ? outcome.buildId : outcome.status);
  }
  expect(new Set(await readdir(folders.builds))).toEqual(new Set([ids[0], ids[2], ids[3]]));
});

test('runIngest tells of a promotion when the pointer names the build', async () => {
  const told: (string | undefined)[] = [];
  const outcome = await ingest({
    onPromoted: async (buildId) => void told.push(buildId, (await readPointer(folders))?.buildId),
  });
  const buildId = 'buildId' in outcome ? outcome.buildId : '';
  expect(told).toEqual([buildId, buildId]);
});

test('runIngest is busy while another one runs in this process', async () => {
  const outcomes = await Promise.all([ingest(), ingest(), ingest()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['busy', 'busy', 'promoted']);
  expect(await ingest()).toMatchObject({ status: 'unchanged' });
});

test('runIngest fails with one line where a folder is not usable', async () => {
  await writeFile(folders.builds, 'a file');
  expect(await ingest()).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^EEXIST[^\n]*builds/) as string,
  });
  const { lock } = ingestOptions(folders, { from });
  const release = lock.acquire();
  expect(release).toBeTypeOf('function');
  release?.();
});
