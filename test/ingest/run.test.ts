import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { beforeEach, expect, test } from 'vitest';

import { buildFolder, MANIFEST_FILE, pointerPath, stagingFolder } from '../../src/dataset/layout.ts';
import type { Folders } from '../../src/dataset/layout.ts';
import { LOOKUPS } from '../../src/dataset/lookups.ts';
import { BUILD_FORMAT } from '../../src/dataset/manifest.ts';
import { SCANS } from '../../src/dataset/scans.ts';
import { sourceFile } from '../../src/dataset/sources.ts';
import { TABLES } from '../../src/dataset/tables.ts';
import { spillFolder } from '../../src/ingest/build/work-database.ts';
import { readCurrent, readPointer } from '../../src/ingest/builds.ts';
import type { Outcome, Step } from '../../src/ingest/outcome.ts';
import { createLogger } from '../../src/logger.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { tsv, writeSources } from '../support/imdb-files.ts';
import { ingestInto, ingestOptions } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';

let folders: Folders;
let from: string;

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder('files'));
});

function ingest(options: Partial<Parameters<typeof ingestInto>[1]> = {}): Promise<Outcome> {
  return ingestInto(folders, { from, ...options });
}

function ingestOnly(step: Step): Promise<Outcome> {
  return ingest({ run: { only: step } });
}

/** Another night: the ratings have changed. */
async function changeRatings(votes: number): Promise<void> {
  const text = tsv('title.ratings', [['tt0000001', '7.1', String(votes)]]);
  await writeFile(join(from, sourceFile('title.ratings')), gzipSync(text));
}

/** What a run leaves beside builds and downloads: nothing. */
async function leftovers(): Promise<string[]> {
  const lists = await Promise.all(
    [folders.builds, folders.downloads, folders.tmp, folders.meta].map((folder) => readdir(folder).catch(() => [])),
  );
  return lists.flat().filter((name) => /^\.tmp-|\.part(\.json)?$|\.new$|^ingest-|journal$/.test(name));
}

test('runIngest promotes a whole build: rows, checksums, format and version in the manifest, pointer to it', async () => {
  const outcome = await ingest({ now: () => new Date('2026-11-21T01:30:00.500Z') });
  expect(outcome).toEqual({ status: 'promoted', buildId: '20261121T013000Z', version: 1 });
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
  const files = [...(manifest?.tables ?? []), ...(manifest?.lookups ?? [])];
  expect(files).toHaveLength(TABLES.length + LOOKUPS.length + SCANS.length + 1);
  for (const { file, bytes, sha256 } of files) {
    const content = await readFile(join(folder, file));
    expect([file, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([file, bytes, sha256]);
  }
  const made = await readdir(folder, { recursive: true });
  expect(made.sort()).toEqual(['lookup', MANIFEST_FILE, 'tables', ...files.map(({ file }) => file)].sort());
  expect(await leftovers()).toEqual([]);
});

test('runIngest makes no new build of the same sources, unless it is forced to', async () => {
  const first = await ingest();
  expect(await ingest()).toEqual({ status: 'unchanged', buildId: 'buildId' in first ? first.buildId : '' });
  expect(await readdir(folders.builds)).toHaveLength(1);
  expect(await ingest({ run: { force: true } })).toMatchObject({ status: 'promoted', version: 2 });
  await changeRatings(7);
  expect(await ingest()).toMatchObject({ status: 'promoted', version: 3 });
  expect(await ingest({ without: ['title.akas'] })).toMatchObject({ status: 'promoted', version: 4 });
  expect(await ingest({ without: ['title.akas'] })).toMatchObject({ status: 'unchanged' });
});

test('runIngest makes a new build where the one that is served is not whole', async () => {
  const damages: ((folder: string) => Promise<void>)[] = [
    (folder) => rm(join(folder, 'tables/titles.parquet')),
    (folder) => rm(join(folder, 'lookup/title.docs')),
    (folder) => writeFile(join(folder, 'tables/names.parquet'), 'short'),
    async (folder) => {
      const text = await readFile(join(folder, MANIFEST_FILE), 'utf8');
      await writeFile(join(folder, MANIFEST_FILE), text.replace('"rows": 3', '"rows": 4'));
    },
    (folder) => rm(folder, { recursive: true }),
  ];
  await ingest();
  for (const [index, damage] of damages.entries()) {
    await damage(buildFolder(folders, (await readPointer(folders))?.buildId ?? ''));
    expect(await ingest()).toMatchObject({ status: 'promoted', version: index + 2 });
    expect(await ingest()).toMatchObject({ status: 'unchanged' });
  }
});

test('runIngest lets the version grow by one, also where the pointer is lost or not readable', async () => {
  await ingest();
  const pointers = [undefined, '', '{"version":9}', '{"buildId":"../x","version":99}'];
  for (const [index, text] of pointers.entries()) {
    if (text === undefined) await rm(pointerPath(folders));
    else await writeFile(pointerPath(folders), text);
    expect(await ingest()).toMatchObject({ status: 'promoted', version: index + 2 });
    expect((await readPointer(folders))?.version).toBe(index + 2);
  }
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
  const ids: string[] = [];
  for (let round = 0; round < 4; round += 1) {
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

test('runIngest runs the steps one by one, each with what the step before left', async () => {
  expect(await ingestOnly('build')).toMatchObject({
    status: 'failed',
    step: 'build',
    reason: expect.stringMatching(
      /^title\.basics\.tsv\.gz, .*: no whole file is kept: run the download step first$/,
    ) as string,
  });
  expect(await ingestOnly('verify')).toMatchObject({ reason: 'no build is made: run --only build first' });
  expect(await ingestOnly('promote')).toMatchObject({ reason: 'no build is verified: run --only build first' });
  expect(await ingestOnly('download')).toEqual({ status: 'done', step: 'download', detail: '7 files are whole' });
  expect(await ingestOnly('build')).toMatchObject({
    status: 'done',
    detail: expect.stringMatching(/is made$/) as string,
  });
  expect(await ingestOnly('promote')).toMatchObject({ reason: 'no build is verified: run --only verify first' });
  expect(await readPointer(folders)).toBeUndefined();
  expect(await ingestOnly('verify')).toMatchObject({
    status: 'done',
    detail: expect.stringMatching(/verified$/) as string,
  });
  expect(await ingestOnly('verify')).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/is verified already: run --only promote$/) as string,
  });
  expect(await ingestOnly('promote')).toMatchObject({ status: 'promoted', version: 1 });
  expect(await ingestOnly('promote')).toMatchObject({ reason: 'no build is verified: run --only build first' });
  expect(await leftovers()).toEqual([]);
});

test('runIngest clears what other runs left in staging and spill', async () => {
  await mkdir(stagingFolder(folders, '20200101T000000Z'), { recursive: true });
  await mkdir(join(spillFolder(folders), 'deep'), { recursive: true });
  await mkdir(folders.downloads, { recursive: true });
  const origin = await openOrigin(from);
  try {
    for (const end of ['part', 'part.json', 'part.json.new']) {
      await writeFile(join(folders.downloads, `title.crew.tsv.gz.${end}`), 'half');
    }
    expect(await ingest({ from: origin.url })).toMatchObject({ status: 'promoted' });
    expect(await leftovers()).toEqual([]);
  } finally {
    await origin.close();
  }
});

test('runIngest refuses a build whose rows are not those of the sources', async () => {
  await ingest({ run: { only: 'download' } });
  await ingest({ run: { only: 'build' } });
  const [name = ''] = await readdir(folders.builds);
  const draft = join(folders.builds, name, 'draft.json');
  const text = await readFile(draft, 'utf8');
  await writeFile(draft, text.replace('"rows": 3', '"rows": 5'));
  expect(await ingest({ run: { only: 'verify' } })).toEqual({
    status: 'rejected',
    step: 'verify',
    reason: 'title.basics.tsv.gz: 5 lines in the file, but 3 were read',
  });
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
  const origin = await openOrigin(from);
  try {
    await ingest({ from: origin.url });
    const pointer = await readPointer(folders);
    const before = await readdir(folders.builds, { recursive: true });
    await writeSources(from, bad);
    const outcome = await ingest({ from: origin.url });
    expect(outcome.status).toBe('rejected');
    expect('reason' in outcome ? outcome.reason : '').toMatch(/^title\.crew\.tsv\.gz: [^\n]+$/);
    expect(await readPointer(folders)).toEqual(pointer);
    expect(await readdir(folders.builds, { recursive: true })).toEqual(before);
    expect(await readCurrent(folders)).toBeDefined();
    expect(await readdir(folders.downloads)).toHaveLength(7);
    await writeSources(from, { rows: { 'title.crew': [['tt0000003', 'nm0000001', '\\N']] } });
    expect(await ingest({ from: origin.url })).toMatchObject({ status: 'promoted', version: 2 });
    expect(await leftovers()).toEqual([]);
  } finally {
    await origin.close();
  }
});

test.each([
  ['lock acquired', 0],
  ['table written', 0],
  ['table written', 11],
  ['lookup written', 0],
])('runIngest stops soon after %s (%i) and leaves nothing half done', async (event, nth) => {
  const { files } = await demoBuild(0.001);
  const stop = new AbortController();
  let seen = 0;
  let stoppedAt = 0;
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: {
      write(line) {
        if (JSON.parse(line).event !== event || seen++ !== nth) return;
        stoppedAt = performance.now();
        stop.abort(new Error('the service is stopping'));
      },
    },
  });
  const outcome = await ingest({ from: files, log, signal: stop.signal });
  expect(performance.now() - stoppedAt).toBeLessThan(2000);
  expect(outcome).toMatchObject({ status: 'failed', reason: 'stopped: the service is stopping' });
  expect(await leftovers()).toEqual([]);
  expect(await readdir(folders.builds)).toEqual([]);
  expect(existsSync(pointerPath(folders))).toBe(false);
});

test('runIngest stops while a file arrives', async () => {
  const origin = await openOrigin(from);
  const stop = new AbortController();
  origin.answer('name.basics.tsv.gz', (_, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('some', () => setTimeout(() => stop.abort(new Error('enough')), 20));
  });
  try {
    expect(await ingest({ from: origin.url, signal: stop.signal })).toEqual({
      status: 'failed',
      step: 'download',
      reason: 'stopped: enough',
    });
    expect(await leftovers()).toEqual([]);
  } finally {
    await origin.close();
  }
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
