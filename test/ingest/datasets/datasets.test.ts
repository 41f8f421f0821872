import { appendFile, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../../src/dataset/sources/imdb.ts';
import type { DatasetsResult } from '../../../src/dataset/sources/dataset-action.ts';
import { deleteDatasets } from '../../../src/ingest/datasets/delete-datasets.ts';
import { downloadDatasets } from '../../../src/ingest/datasets/download-datasets.ts';
import { extractDatasets } from '../../../src/ingest/datasets/extract-datasets.ts';
import type { ExtractOptions } from '../../../src/ingest/datasets/extract-datasets.ts';
import { listDatasets } from '../../../src/ingest/datasets/list-datasets.ts';
import { createDownloadState } from '../../../src/ingest/sources/imdb/download-state.ts';
import { runIngest } from '../../../src/ingest/run.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, tsv, writeSources } from '../../support/imdb-files.ts';
import { ingestOptions, SILENT_LOG } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';
import type { TestOrigin } from '../../support/origin.ts';
import { mountDisk } from '../../support/small-disk.ts';

const RATINGS = 'title.ratings.tsv.gz';
const PUBLISHED = new Date('2026-11-20T12:05:00Z');

let published: string;
let origin: TestOrigin;
let folders: Folders;

beforeEach(async () => {
  published = await writeSources(newFolder('origin'));
  for (const { name } of SOURCES) await utimes(join(published, sourceFile(name)), PUBLISHED, PUBLISHED);
  origin = await openOrigin(published);
  const data = newFolder('data');
  folders = foldersIn(data, { extracted: join(data, 'text') });
});

afterEach(() => origin.close());

function options() {
  const { downloadConcurrency: concurrency, ...rest } = ingestOptions(folders, { from: origin.url });
  return { ...rest, concurrency };
}

function download(names?: readonly string[]): Promise<DatasetsResult> {
  return downloadDatasets(folders, { ...options(), names });
}

function extract(how: Partial<ExtractOptions> = {}): Promise<DatasetsResult> {
  return extractDatasets(folders, { ...options(), ...how });
}

function remove(how: { names?: readonly string[]; force?: boolean; onlyExtracted?: boolean } = {}) {
  return deleteDatasets(folders, { log: SILENT_LOG, ...how });
}

function ingest() {
  return runIngest(ingestOptions(folders, { from: origin.url }));
}

function textOf(name: SourceName): string {
  return join(folders.extracted ?? '', `${name}.tsv`);
}

/** The files of a result that failed, with the reasons. */
function failures({ files }: DatasetsResult): Record<string, string> {
  return Object.fromEntries(files.filter(({ outcome }) => outcome === 'FAILED').map((one) => [one.file, one.message]));
}

test('downloadDatasets brings the files that are named, and says which were there already', async () => {
  expect(await download([RATINGS, 'title.crew'])).toMatchObject({
    outcome: 'DONE',
    done: 2,
    failed: 0,
    files: [
      { file: 'title.crew.tsv.gz', message: 'downloaded', rows: 2 },
      { file: RATINGS, message: 'downloaded', rows: 2 },
    ],
  });
  expect(await readdir(folders.downloads)).toEqual(['title.crew.tsv.gz', RATINGS]);
  const all = await download();
  expect(all).toMatchObject({ outcome: 'DONE', done: 7 });
  expect(all.files.filter(({ message }) => message === 'unchanged').map(({ file }) => file)).toEqual([
    'title.crew.tsv.gz',
    RATINGS,
  ]);
});

test('downloadDatasets brings the others where one fails, and says why', async () => {
  origin.answer(RATINGS, (_request, response) => response.writeHead(404).end());
  const result = await download([...SOURCES.map(({ name }) => name), 'title.plots']);
  expect(result).toMatchObject({ outcome: 'FAILED', done: 6, failed: 2 });
  expect(failures(result)).toEqual({
    [RATINGS]: expect.stringMatching(/answered 404 Not Found, expected 200/) as string,
    'title.plots': expect.stringMatching(/no such file: IMDb has title\.basics, /) as string,
  });
  expect(result.reason).toMatch(/title\.ratings.* answered 404 .*; title\.plots: no such file/);
});

test('no action on datasets follows a name out of its folder, or repeats a long one', async () => {
  await download();
  const outside = join(folders.downloads, '..', 'mine.tsv.gz');
  await writeFile(outside, gzipSync('mine'));
  const names = ['../mine', '../mine.tsv.gz', outside, 'title.crew/../../mine', '', '..', 'x'.repeat(10_000)];
  for (const work of [
    download,
    (all: string[]) => extract({ names: all }),
    (all: string[]) => remove({ names: all }),
  ]) {
    const result = await work(names);
    expect(result).toMatchObject({ outcome: 'FAILED', done: 0, failed: names.length });
    expect(result.reason?.length).toBeLessThan(5000);
  }
  expect(await readFile(outside)).toEqual(gzipSync('mine'));
  expect(await readdir(folders.downloads)).toHaveLength(SOURCES.length);
  expect(origin.takeRequests().filter(({ file }) => /mine|xxx/.test(file))).toEqual([]);
});

test('listDatasets tells of each file what is known of it', async () => {
  const before = await listDatasets(folders);
  expect(before).toMatchObject({ location: folders.downloads, extractLocation: folders.extracted });
  expect(before.freeBytes).toBeGreaterThan(0);
  expect(before.files).toHaveLength(7);
  expect(before.files[5]).toEqual({ name: RATINGS, contentType: 'application/gzip', extracted: false });
  await ingest();
  await extract({ names: [RATINGS] });
  const { files } = await listDatasets(folders);
  expect(files[5]).toEqual({
    name: RATINGS,
    sizeBytes: (await stat(join(folders.downloads, RATINGS))).size,
    modified: PUBLISHED.toISOString(),
    contentType: 'application/gzip',
    etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as string,
    verified: true,
    extracted: true,
    rows: 2,
    rejected: 0,
  });
  expect(files.filter(({ extracted }) => extracted)).toHaveLength(1);
});

test('listDatasets says of a changed file that it is not verified, and of a changed text that it is not extracted', async () => {
  await download([RATINGS]);
  await extract({ names: [RATINGS] });
  await appendFile(textOf('title.ratings'), 'more\n');
  expect((await listDatasets(folders)).files[5]).toMatchObject({ verified: true, extracted: false });
  await appendFile(join(folders.downloads, RATINGS), 'x');
  const [file] = (await listDatasets(folders)).files.slice(5);
  expect(file).toMatchObject({ verified: false, extracted: false });
  expect(file?.rows).toBeUndefined();
});

test('extractDatasets writes the text of whole files, and nothing where it is there already', async () => {
  await download();
  const result = await extract();
  expect(result).toMatchObject({ outcome: 'DONE', done: 7, failed: 0 });
  for (const { name } of SOURCES) expect(await readFile(textOf(name), 'utf8')).toBe(tsv(name));
  expect(result.files[5]).toEqual({
    file: RATINGS,
    outcome: 'DONE',
    message: 'extracted',
    bytes: tsv('title.ratings').length,
    rows: 2,
  });
  const { mtimeMs } = await stat(textOf('title.ratings'));
  expect((await extract()).files.map(({ message }) => message)).toEqual(Array(7).fill('extracted already'));
  expect((await stat(textOf('title.ratings'))).mtimeMs).toBe(mtimeMs);
  expect(await readdir(folders.extracted ?? '')).toHaveLength(7);
});

test('extractDatasets writes a text anew when the file has changed, and removes what a killed process left', async () => {
  await download([RATINGS]);
  await extract({ names: [RATINGS] });
  const rows = [...SMALL['title.ratings'], ['tt0000003', '5.0', '7']];
  await writeSources(published, { rows: { 'title.ratings': rows } });
  await download([RATINGS]);
  await writeFile(`${textOf('name.basics')}.part`, 'half');
  expect((await extract({ names: [RATINGS] })).files).toMatchObject([{ message: 'extracted', rows: 3 }]);
  expect(await readFile(textOf('title.ratings'), 'utf8')).toBe(tsv('title.ratings', rows));
  expect(await readdir(folders.extracted ?? '')).toEqual(['title.ratings.tsv']);
});

test('extractDatasets extracts a file of several members and zeros at its end', async () => {
  const text = tsv('title.ratings');
  const bytes = Buffer.concat([gzipSync(text.slice(0, 40)), gzipSync(text.slice(40)), Buffer.alloc(512)]);
  await writeSources(published, { bytes: { 'title.ratings': bytes } });
  await download([RATINGS]);
  expect(await extract({ names: [RATINGS] })).toMatchObject({ outcome: 'DONE' });
  expect(await readFile(textOf('title.ratings'), 'utf8')).toBe(text);
});

test.each([
  ['has a byte that is another', (bytes: Buffer) => void bytes.fill(0xff, 40, 41), 'the gzip data is damaged'],
  ['is a whole file, but another', replaceText, 'the file has changed since it was downloaded'],
])('extractDatasets refuses a file that %s, and the next download brings it anew', async (_what, damage, reason) => {
  const stored = gzipSync(tsv('title.ratings'), { level: 0 });
  await writeSources(published, { bytes: { 'title.ratings': stored } });
  await download([RATINGS]);
  const path = join(folders.downloads, RATINGS);
  const { mtimeMs } = await stat(path);
  const bytes = Buffer.from(stored);
  damage(bytes);
  // In its place, so that size and time are as before.
  await writeFile(path, bytes);
  await utimes(path, mtimeMs / 1000, mtimeMs / 1000);
  await setRecordedTime((await stat(path)).mtimeMs);
  const failure = failures(await extract({ names: [RATINGS] }))[RATINGS];
  expect(failure).toContain(reason);
  expect(failure).toMatch(/: `npx marquee datasets download` brings it anew$/);
  expect(await readdir(folders.extracted ?? '')).toEqual([]);
  expect((await download([RATINGS])).files).toMatchObject([{ message: 'downloaded' }]);
  expect(await extract({ names: [RATINGS] })).toMatchObject({ outcome: 'DONE' });
});

function replaceText(bytes: Buffer): void {
  gzipSync(tsv('title.ratings').replace('1000', '1001'), { level: 0 }).copy(bytes);
}

/** The time of a file is set to no more than microseconds. */
async function setRecordedTime(mtimeMs: number): Promise<void> {
  const state = createDownloadState(folders);
  const known = (await state.read())['title.ratings'];
  if (known !== undefined) await state.record('title.ratings', { ...known, mtimeMs });
}

test('extractDatasets says what is missing: the setting, the download', async () => {
  const { extracted: _none, ...without } = folders;
  const unset = await extractDatasets(without, options());
  expect(unset).toMatchObject({ outcome: 'FAILED', done: 0, failed: 7 });
  expect(failures(unset)[RATINGS]).toBe('EXTRACT_DIR is not set: it names the folder that texts are extracted to');
  expect(failures(await extract({ names: [RATINGS] }))).toEqual({
    [RATINGS]: 'no whole file is kept: `npx marquee datasets download` brings it',
  });
});

test('extractDatasets writes nothing where the disk has no room for all of it', async () => {
  await download();
  const needed = SOURCES.reduce((sum, { name }) => sum + tsv(name).length, 0);
  const result = await extract({ free: () => Promise.resolve(needed - 1) });
  expect(result).toMatchObject({ outcome: 'FAILED', done: 0, failed: 7 });
  expect(failures(result)[RATINGS]).toMatch(
    /^the disk of EXTRACT_DIR has 0 MiB free, and the text takes 1 MiB: nothing was extracted\. Make room in \S+, let EXTRACT_DIR name a folder on a larger disk, or extract fewer files$/,
  );
  expect(await readdir(folders.extracted ?? '')).toEqual([]);
  expect(await extract({ free: () => Promise.resolve(needed) })).toMatchObject({ outcome: 'DONE' });
});

test('extractDatasets looks at the real disk of EXTRACT_DIR', async () => {
  const disk = mountDisk(64);
  if (disk === undefined) return;
  folders = { ...folders, extracted: join(disk, 'text') };
  const many = Array.from({ length: 20_000 }, (_, at) => [`tt${String(at + 1).padStart(7, '0')}`, '7.0', '10']);
  await writeSources(published, { rows: { 'title.ratings': many } });
  await download();
  expect(failures(await extract({ names: [RATINGS] }))[RATINGS]).toMatch(/^the disk of EXTRACT_DIR has /);
  // A disk that fills up meanwhile.
  const full = await extract({ names: [RATINGS], free: () => Promise.resolve(2 ** 40) });
  expect(failures(full)[RATINGS]).toMatch(
    /^the disk of EXTRACT_DIR is full: nothing of this file was kept\. Make room in .* \(.*ENOSPC: no space left on device/,
  );
  expect(await readdir(join(disk, 'text'))).toEqual([]);
  expect(await extract({ names: ['title.crew'] })).toMatchObject({ outcome: 'DONE' });
});

test('deleteDatasets keeps what the served build was made from, unless it is forced', async () => {
  await ingest();
  await extract({ names: [RATINGS] });
  const kept = await remove();
  expect(kept).toMatchObject({ outcome: 'FAILED', done: 0, failed: 7 });
  expect(failures(kept)[RATINGS]).toMatch(
    /^the served build \S+ was made from it, .* `force` deletes it all the same$/,
  );
  expect(await readdir(folders.downloads)).toHaveLength(7);
  expect(await readdir(folders.extracted ?? '')).toHaveLength(1);
  const forced = await remove({ force: true });
  expect(forced).toMatchObject({ outcome: 'DONE', done: 7 });
  expect(forced.files[5]?.message).toMatch(/^deleted: until the next download, build \S+ cannot be repaired without/);
  expect(await readdir(folders.downloads)).toEqual([]);
  expect(await readdir(folders.extracted ?? '')).toEqual([]);
  expect((await listDatasets(folders)).files.every(({ sizeBytes }) => sizeBytes === undefined)).toBe(true);
  // Without the files nothing is made from them, and the next run brings them again.
  expect(await ingest()).toMatchObject({ status: 'unchanged' });
});

test('deleteDatasets deletes a file that the served build was not made from', async () => {
  await ingest();
  await writeSources(published, { rows: { 'title.ratings': [['tt0000001', '7.2', '1001']] } });
  await download([RATINGS]);
  expect(await remove({ names: [RATINGS] })).toMatchObject({ outcome: 'DONE', files: [{ message: 'deleted' }] });
  expect(failures(await remove({ names: [RATINGS] }))).toEqual({ [RATINGS]: 'it is not downloaded' });
});

test('deleteDatasets deletes the extracted text alone where that is asked for', async () => {
  await ingest();
  await extract();
  expect(await remove({ onlyExtracted: true })).toMatchObject({ outcome: 'DONE', done: 7 });
  expect(await readdir(folders.downloads)).toHaveLength(7);
  expect(await readdir(folders.extracted ?? '')).toEqual([]);
  expect(failures(await remove({ names: [RATINGS], onlyExtracted: true }))).toEqual({
    [RATINGS]: 'it is not extracted',
  });
});

test('deleteDatasets deletes what has arrived of a file in part', async () => {
  await mkdir(folders.downloads, { recursive: true });
  for (const end of ['.part', '.part.json']) await writeFile(join(folders.downloads, `${RATINGS}${end}`), '{}');
  expect(await remove({ names: [RATINGS] })).toMatchObject({ outcome: 'DONE' });
  expect(await readdir(folders.downloads)).toEqual([]);
});

test('deleteDatasets never deletes the files of a folder that it was told to read', async () => {
  await downloadDatasets(folders, { ...options(), baseUrl: `file://${published}` });
  const result = await remove({ names: [RATINGS], force: true });
  expect(failures(result)[RATINGS]).toMatch(/^it is read where it is, .*: marquee deletes its downloads alone$/);
  expect(await readdir(published)).toHaveLength(7);
});
