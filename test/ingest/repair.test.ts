import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { filesOf, filesOfTable } from '../../src/dataset/builds/manifest.ts';
import { buildFolder, MANIFEST_FILE, pointerPath } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Manifest } from '../../src/dataset/builds/manifest.ts';
import { sourceFile } from '../../src/dataset/sources/imdb.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { createLogger } from '../../src/process/logger.ts';
import { damageMarks } from '../../src/storage/damage/damage-marks.ts';
import { flip } from '../damage/flip.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';

/* What is damaged is made anew of what is whole: by a run that reads all, or that knows of it. */

let folders: Folders;
let from: string;
let lines: Record<string, unknown>[];

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder());
  lines = [];
});

function ingest(run: RunOptions = {}, options: Partial<Parameters<typeof ingestInto>[1]> = {}): Promise<Outcome> {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  return ingestInto(folders, { from, run, log, ...options });
}

/** Asks nobody. */
const repair = () => ingest({ offline: true, repair: true }, { from: 'http://127.0.0.1:1' });

async function current(): Promise<Manifest> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no whole build');
  return manifest;
}

async function first(): Promise<Manifest> {
  expect(await ingest()).toMatchObject({ status: 'promoted' });
  return current();
}

const pathOf = ({ buildId }: Pick<Manifest, 'buildId'>, file: string): string =>
  join(buildFolder(folders, buildId), file);

/** Canonical, of the past and serving tables, and indexes. */
const ONE_OF_EACH_KIND = [
  'tables/names/00000.parquet',
  'tables/ratings_before.parquet',
  'tables/search_texts.parquet',
  'lookup/person_credits.docs',
  'lookup/title_list.duckdb',
  'lookup/search_terms.dictionary',
  'lookup/search_lists.postings',
  'lookup/rated_titles.columns',
  'lookup/credit_graph.adjacency',
];

test('repair makes a file anew that is damaged, and takes all others over', async () => {
  const files = filesOf(await first()).map(({ file }) => file);
  for (const file of ONE_OF_EACH_KIND) {
    expect(files).toContain(file);
    const before = await current();
    flip(pathOf(before, file), 0.5);
    expect([file, await repair()]).toMatchObject([file, { status: 'promoted' }]);
    const after = await current();
    expect([file, await checkBuild(folders, after.buildId)]).toEqual([file, []]);
    for (const other of files) {
      const [was, is] = await Promise.all([before, after].map((build) => stat(pathOf(build, other))));
      // A table of the past has nothing to be made of: it is made empty.
      expect([file, other, is?.ino === was?.ino]).toEqual([file, other, other !== file]);
    }
    const reason = 'has another checksum than the manifest';
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'file damaged', buildId: before.buildId, file, reason }),
    );
    expect(after.tables.map(({ name, rows }) => `${name} ${rows}`)).toEqual(
      before.tables.map(({ name, rows }) => `${name} ${rows}`),
    );
  }
});

test('repair of a whole build reads it, and makes none', async () => {
  const { buildId } = await first();
  expect(await repair()).toEqual({ status: 'unchanged', buildId });
  // Also where nothing could be made.
  await rm(join(folders.meta, 'downloads.json'));
  expect(await repair()).toEqual({ status: 'unchanged', buildId });
});

test('repair takes off marks of what proves to be whole', async () => {
  const { buildId } = await first();
  const marks = damageMarks(folders.meta);
  await marks.add({ buildId, file: 'tables/akas.parquet', reason: 'is missing' });
  expect(await repair()).toEqual({ status: 'unchanged', buildId });
  expect(await marks.read()).toEqual([]);
});

test.each<[string, (build: Manifest) => Promise<void> | void]>([
  ['the pointer is damaged', () => flip(pointerPath(folders), 0.5)],
  ['the pointer is missing', () => rm(pointerPath(folders))],
  ['the manifest is damaged', (build) => flip(pathOf(build, MANIFEST_FILE), 0.5)],
  ['the build is gone', (build) => rm(buildFolder(folders, build.buildId), { recursive: true })],
])('repair makes a build where %s', async (_what, harm) => {
  const build = await first();
  await harm(build);
  expect(await readCurrent(folders)).toBeUndefined();
  expect(await repair()).toMatchObject({ status: 'promoted', version: expect.any(Number) as number });
  expect(await checkBuild(folders, (await current()).buildId)).toEqual([]);
});

test('repair says which downloads are missing or damaged, and a download brings those anew', async () => {
  const origin = await openOrigin(from);
  expect(await ingest({}, { from: origin.url })).toMatchObject({ status: 'promoted' });
  flip(pathOf(await current(), 'tables/crew.parquet'), 0.5);
  const [crew, names] = (['title.crew', 'name.basics'] as const).map(sourceFile) as [string, string];
  // Below the file system, so that they have the times that they had.
  const recorded = JSON.parse(await readFile(join(folders.meta, 'downloads.json'), 'utf8')) as Record<string, object>;
  for (const name of ['title.crew', 'name.basics'] as const) {
    const path = join(folders.downloads, sourceFile(name));
    flip(path, 0.5);
    recorded[name] = { ...recorded[name], mtimeMs: (await stat(path)).mtimeMs };
  }
  await writeFile(join(folders.meta, 'downloads.json'), JSON.stringify(recorded));
  expect(await repair()).toMatchObject({
    status: 'failed',
    reason: `${crew}, ${names}: the file that is kept is damaged: \`npx marquee ingest\` downloads it`,
  });
  expect(await repair()).toMatchObject({
    status: 'failed',
    reason: `${crew}, ${names}: no whole file is kept: \`npx marquee ingest\` downloads it`,
  });
  expect(await ingest({}, { from: origin.url })).toMatchObject({ status: 'promoted' });
  expect(await checkBuild(folders, (await current()).buildId)).toEqual([]);
  await origin.close();
});

test('a nightly run makes a build of the same sources where a file is known to be damaged, and not where it is whole', async () => {
  const build = await first();
  const file = 'lookup/title_list.duckdb';
  flip(pathOf(build, file), 0.5);
  // Nobody has read it.
  expect(await ingest()).toMatchObject({ status: 'unchanged' });
  await damageMarks(folders.meta).add({ buildId: build.buildId, file, reason: 'is damaged' });
  expect(await ingest()).toMatchObject({ status: 'promoted', version: 2 });
  const after = await current();
  expect(await checkBuild(folders, after.buildId)).toEqual([]);
  await damageMarks(folders.meta).add({ buildId: after.buildId, file, reason: 'is damaged' });
  expect(await ingest()).toMatchObject({ status: 'unchanged' });
});

test('a nightly run takes no damaged file over, known or not', async () => {
  const build = await first();
  const damaged = ['tables/principals/00000.parquet', 'lookup/person_credits.docs', 'lookup/careers.duckdb'];
  for (const file of damaged) flip(pathOf(build, file), 0.5);
  await rm(pathOf(build, 'lookup/title_akas.docs'));
  from = await writeSources(newFolder(), { rows: { 'title.ratings': [['tt0000001', '8.8', '1001']] } });
  expect(await ingest()).toMatchObject({ status: 'promoted' });
  expect(await checkBuild(folders, (await current()).buildId)).toEqual([]);
  const kept = lines.filter(({ event }) => event === 'lookup kept').map(({ lookup }) => lookup);
  expect(kept).toContain('title_credits');
  expect(kept).not.toContain('person_credits');
  const said = lines.filter(({ event }) => event === 'file damaged').map(({ file }) => file);
  expect(said).toEqual(expect.arrayContaining(damaged.slice(0, 2)));
});

async function night(average: string, others: Record<string, string[][]> = {}): Promise<void> {
  const rows = { 'title.ratings': [['tt0000001', average, '1001']], ...others };
  from = await writeSources(newFolder(), { rows });
  expect(await ingest({}, { keepBuilds: 9 })).toMatchObject({ status: 'promoted' });
}

test.each([
  ['as it was taken before', 'ratings_before', '7.2'],
  ['as it was when it was new', 'ratings', '7.3'],
])('the past is taken from another build that has it, where it is damaged: %s', async (_what, table, rating) => {
  const other = { 'title.crew': [['tt0000001', 'nm0000002', '\\N']] };
  await night('7.1');
  await night('7.2');
  const before = await current();
  await night('7.2', other);
  const past = before.tables.find(({ name }) => name === table);
  // The builds share the file: each gets one of its own.
  const path = pathOf(await current(), `tables/${table}.parquet`);
  const bytes = await readFile(path);
  await rm(path);
  await writeFile(path, bytes);
  flip(path, 0.5);
  await night(rating);
  const now = (await current()).tables.find(({ name }) => name === 'ratings_before');
  expect(now && filesOfTable(now)[0]?.sha256).toBe(past && filesOfTable(past)[0]?.sha256);
});

test('prune keeps whole builds rather than one that nobody can go back to', async () => {
  const builds: string[] = [];
  for (let made = 0; made < 3; made += 1) {
    await ingest({ force: true }, { keepBuilds: 9 });
    builds.push((await current()).buildId);
  }
  const marks = damageMarks(folders.meta);
  await marks.add({ buildId: builds[2] ?? '', file: 'tables/akas.parquet', reason: 'is damaged' });
  await marks.add({ buildId: builds[1] ?? '', file: 'lookup/title.docs', reason: 'is damaged' });
  // Of a build that is gone.
  await marks.add({ buildId: '20200101T000000Z', file: 'tables/akas.parquet', reason: 'is missing' });
  await ingest({ force: true }, { keepBuilds: 2 });
  expect(await readdir(folders.builds)).toEqual([builds[1], (await readPointer(folders))?.buildId]);
  expect((await marks.read()).map(({ buildId }) => buildId)).toEqual([builds[1]]);
});
