import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import {
  buildFolder,
  documentsFile,
  postingsFile,
  stagingFolder,
  termsFile,
  TMDB_SNAPSHOT_FILE,
  tmdbSnapshotFile,
} from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { TMDB_DOCUMENT_KINDS } from '../../../src/dataset/indexes/tmdb-document-kinds.ts';
import { changeManifest } from '../../support/build-format.ts';
import { TMDB_SNAPSHOT_NAMES } from '../../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_COLUMNS, TMDB_TABLE_OF } from '../../../src/dataset/tables/tmdb-columns.ts';
import { TMDB_TABLES } from '../../../src/dataset/tables/tmdb-tables.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { readCurrent, readStaged } from '../../../src/storage/builds/builds.ts';
import { checkBuild } from '../../../src/storage/damage/check-build.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { parquetRows } from '../../support/parquet-rows.ts';
import { SMALL_TMDB, tmdbTitle } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';

/** Of tests with several ingests, on a busy machine. */
const SLOW_MS = 240_000;

/** Tables that are made of TMDB's people, straight or not. */
const OF_PEOPLE = new Set([
  'tmdb_people',
  'tmdb_person_links',
  'tmdb_only_people',
  'tmdb_search_entities',
  'tmdb_search_texts',
  'tmdb_search_words',
]);

const NIGHT = new Date('2026-11-21T01:30:00.500Z');

let folders: Folders;
let from: string;
let lines: Record<string, unknown>[];

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder('files'));
  lines = [];
});

function write(text: string): void {
  lines.push(JSON.parse(text) as Record<string, unknown>);
}

async function ingest({ daysLater = 0, ...options }: { daysLater?: number; force?: boolean } = {}) {
  const log = createLogger({ level: 'info', pretty: false, destination: { write } });
  const now = (): Date => new Date(NIGHT.getTime() + daysLater * 86_400_000);
  const outcome = await ingestInto(folders, { from, now, log, run: options });
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no build');
  return { outcome, manifest, folder: buildFolder(folders, manifest.buildId) };
}

function logged(event: string): Record<string, unknown>[] {
  return lines.filter((line) => line['event'] === event);
}

async function inode(folder: string, file: string): Promise<number> {
  return (await stat(join(folder, file))).ino;
}

/** A table's rows as its Parquet file has them. */
function tableOf(folder: string, name: string): Promise<Record<string, unknown>[]> {
  return parquetRows(join(folder, `tables/${name}.parquet`));
}

test('a build has each row of each file of the snapshot, and its manifest says where they are from', async () => {
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  const { outcome, manifest, folder } = await ingest();
  expect(outcome.status).toBe('promoted');
  for (const name of TMDB_SNAPSHOT_NAMES) {
    const columns = TMDB_COLUMNS[TMDB_TABLE_OF[name]].map((column) => column.name);
    const given = (SMALL_TMDB[name] ?? []).map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    );
    expect(await tableOf(folder, TMDB_TABLE_OF[name]), name).toEqual(given);
  }
  expect(manifest.tmdb?.sources.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
    'tmdb.titles 5',
    'tmdb.people 4',
    'tmdb.credits 4',
    'tmdb.recommendations 3',
    'tmdb.alternative_titles 2',
    'tmdb.collections 1',
    'tmdb.episodes 1',
    'tmdb.gone 4',
  ]);
  expect(manifest.sources).toHaveLength(7);
  expect(await checkBuild(folders, manifest.buildId)).toEqual([]);
  const names = new Set(manifest.lookups.map(({ name }) => name));
  expect(TMDB_DOCUMENT_KINDS.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

test('links are of ids that IMDb has, of several titles the one with more votes, of people the more popular one', async () => {
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  const { folder } = await ingest();
  expect(await tableOf(folder, 'tmdb_title_links')).toEqual([
    { tconst: 1, tmdbKey: 1206 },
    { tconst: 2, tmdbKey: 1207 },
  ]);
  expect(await tableOf(folder, 'tmdb_person_links')).toEqual([
    { nconst: 1, id: 4 },
    { nconst: 2, id: 1 },
  ]);
  expect(await tableOf(folder, 'tmdb_gone_titles')).toEqual([
    { tmdbKey: 1400, mergedInto: 1206 },
    { tmdbKey: 1401, mergedInto: null },
    { tmdbKey: 1402, mergedInto: null },
  ]);
  expect(await tableOf(folder, 'tmdb_gone_people')).toEqual([{ id: 70, mergedInto: 1 }]);
});

test('links go to the lower key where votes are equal', async () => {
  const rows = [605, 603, 604].map((id) => tmdbTitle({ kind: 'MOVIE', id, tconst: 1, voteCount: 7 }));
  await writeTmdbSnapshot(folders, { 'tmdb.titles': rows });
  const { folder } = await ingest();
  expect(await tableOf(folder, 'tmdb_title_links')).toEqual([{ tconst: 1, tmdbKey: 1206 }]);
});

test('rows that TMDB’s terms do not allow to be kept any more, and rows without what each has, are left out and counted', async () => {
  const old = new Date(NIGHT.getTime() - 180 * 86_400_000 - 1).toISOString();
  const justKept = new Date(NIGHT.getTime() - 180 * 86_400_000).toISOString();
  await writeTmdbSnapshot(folders, {
    'tmdb.titles': [
      tmdbTitle({ kind: 'MOVIE', id: 1, fetchedAt: old }),
      tmdbTitle({ kind: 'MOVIE', id: 2, fetchedAt: justKept }),
      tmdbTitle({ kind: 'MOVIE', id: 3, voteCount: null }),
    ],
  });
  const { manifest, folder } = await ingest();
  expect((await tableOf(folder, 'tmdb_titles')).map(({ id }) => id)).toEqual([2]);
  const record = manifest.tables.find(({ name }) => name === 'tmdb_titles');
  expect(record).toMatchObject({
    rows: 1,
    leftOut: { tooOld: 1, unfit: 1 },
    oldestFetchedAt: justKept,
    newestFetchedAt: justKept,
  });
});

test('a build without a snapshot has none of TMDB’s files and says nothing of it', async () => {
  const { outcome, manifest, folder } = await ingest();
  expect(outcome.status).toBe('promoted');
  expect(manifest.tmdb).toEqual({ snapshotSha256: null, sources: [] });
  const files = [...(await readdir(join(folder, 'tables'))), ...(await readdir(join(folder, 'lookup')))];
  expect(files.filter((name) => name.startsWith('tmdb'))).toEqual([]);
  expect(lines.filter(({ event }) => String(event).includes('tmdb'))).toEqual([]);
});

/** What can be wrong with a snapshot. */
const DAMAGES: Record<string, { spoil: (folder: string) => Promise<void>; reason: RegExp }> = {
  'a file that is missing': {
    spoil: (folder) => rm(join(folder, tmdbSnapshotFile('tmdb.credits'))),
    reason: /tmdb\.credits\.ndjson\.gz is missing/,
  },
  'a file that is cut': {
    spoil: async (folder) => {
      const path = join(folder, tmdbSnapshotFile('tmdb.people'));
      await writeFile(path, (await readFile(path)).subarray(0, -5));
    },
    reason: /tmdb\.people\.ndjson\.gz has \d+ bytes, expected \d+/,
  },
  'a byte that has changed': {
    spoil: async (folder) => {
      const path = join(folder, tmdbSnapshotFile('tmdb.titles'));
      const bytes = await readFile(path);
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      await writeFile(path, bytes);
    },
    reason: /tmdb\.titles\.ndjson\.gz has another checksum than snapshot\.json/,
  },
  'a snapshot.json that is no JSON': {
    spoil: (folder) => writeFile(join(folder, TMDB_SNAPSHOT_FILE), '{"format":1,'),
    reason: /snapshot\.json cannot be read/,
  },
  'a snapshot.json of a newer program': {
    spoil: (folder) => writeFile(join(folder, TMDB_SNAPSHOT_FILE), '{"format":99,"files":[]}'),
    reason: /snapshot\.json is of format 99, this program reads 1/,
  },
};

for (const [what, { spoil, reason }] of Object.entries(DAMAGES)) {
  test(`${what} leaves TMDB out of the first build, with the reason in the log`, async () => {
    await spoil(await writeTmdbSnapshot(folders, SMALL_TMDB));
    const { outcome, manifest, folder } = await ingest();
    expect(outcome.status).toBe('promoted');
    expect(manifest.tmdb?.sources).toEqual([]);
    expect(manifest.tmdb?.problem).toMatch(reason);
    expect(logged('tmdb left out')).toMatchObject([{ reason: expect.stringMatching(reason) as string }]);
    expect((await readdir(join(folder, 'tables'))).filter((name) => name.startsWith('tmdb'))).toEqual([]);
    expect(await checkBuild(folders, manifest.buildId)).toEqual([]);
  });
}

// Whatever is wrong with a snapshot, the next build goes on in one way.
test(
  'a snapshot that is not whole lets the next build take the tables of the build before',
  async () => {
    const { spoil, reason } = DAMAGES['a file that is missing'] ?? expect.fail();
    const snapshot = await writeTmdbSnapshot(folders, SMALL_TMDB);
    const first = await ingest();
    await spoil(snapshot);
    const second = await ingest({ daysLater: 1, force: true });
    expect(second.outcome.status).toBe('promoted');
    expect(second.manifest.tmdb?.sources).toEqual(first.manifest.tmdb?.sources);
    expect(second.manifest.tmdb?.problem).toMatch(reason);
    expect(logged('tmdb snapshot not used')).toHaveLength(1);
    for (const { name } of TMDB_TABLES)
      expect(await tableOf(second.folder, name)).toEqual(await tableOf(first.folder, name));
    expect(await checkBuild(folders, second.manifest.buildId)).toEqual([]);
    expect(await checkBuild(folders, first.manifest.buildId)).toEqual([]);
    // But not for longer than TMDB's terms allow.
    const third = await ingest({ daysLater: 200, force: true });
    expect(third.outcome.status).toBe('promoted');
    expect(third.manifest.tables.find(({ name }) => name === 'tmdb_titles')).toMatchObject({
      rows: 0,
      leftOut: { tooOld: 5 },
    });
  },
  SLOW_MS,
);

test('lines that cannot be read leave TMDB out, and the build is made', async () => {
  await writeTmdbSnapshot(folders, { ...SMALL_TMDB, 'tmdb.credits': [{ tmdbKey: 'no number' }] });
  const { outcome, manifest, folder } = await ingest();
  expect(outcome.status).toBe('promoted');
  expect(manifest.tmdb?.sources).toEqual([]);
  expect(manifest.tmdb?.problem).toMatch(/no number/);
  expect((await readdir(join(folder, 'tables'))).filter((name) => name.startsWith('tmdb'))).toEqual([]);
});

test('rows that repeat a key leave TMDB out, and the build is made', async () => {
  const twice = tmdbTitle({ kind: 'MOVIE', id: 1 });
  await writeTmdbSnapshot(folders, { 'tmdb.titles': [twice, twice] });
  const { outcome, manifest } = await ingest();
  expect(outcome.status).toBe('promoted');
  expect(manifest.tmdb?.problem).toMatch(/expected each tmdbKey once/);
});

test('files are taken from the build before where the snapshot and IMDb’s titles are the same, and made where not', async () => {
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  const first = await ingest();
  expect((await ingest({ daysLater: 1 })).outcome.status).toBe('unchanged');
  // The same rows in a snapshot that is made again.
  await writeTmdbSnapshot(folders, SMALL_TMDB, { madeAt: '2026-11-22T00:00:00.000Z' });
  expect((await ingest({ daysLater: 2 })).outcome.status).toBe('unchanged');
  const people = (SMALL_TMDB['tmdb.people'] ?? []).slice(0, 2);
  await writeTmdbSnapshot(folders, { ...SMALL_TMDB, 'tmdb.people': people });
  lines = [];
  const second = await ingest({ daysLater: 3 });
  expect(second.outcome.status).toBe('promoted');
  for (const { name } of TMDB_TABLES) {
    const file = `tables/${name}.parquet`;
    const isKept = (await inode(first.folder, file)) === (await inode(second.folder, file));
    expect([name, isKept]).toEqual([name, !OF_PEOPLE.has(name)]);
  }
  const keptLookups = logged('lookup kept').map(({ lookup }) => lookup);
  expect(keptLookups).toContain('tmdb_title');
  expect(keptLookups).not.toContain('tmdb_person');
  expect(keptLookups).not.toContain('tmdb_search_lists');
  // The mirror has one credit less, of which no search is made.
  const credits = (SMALL_TMDB['tmdb.credits'] ?? []).slice(1);
  await writeTmdbSnapshot(folders, { ...SMALL_TMDB, 'tmdb.people': people, 'tmdb.credits': credits });
  lines = [];
  await ingest({ daysLater: 4 });
  expect(logged('lookup kept').map(({ lookup }) => lookup)).toEqual(
    expect.arrayContaining(['tmdb_search_lists', 'tmdb_search_terms']),
  );
  expect(await tableOf(second.folder, 'tmdb_person_links')).toEqual([
    { nconst: 1, id: 2 },
    { nconst: 2, id: 1 },
  ]);
});

test('a build is made anew when it lacks a table that is made of the snapshot, and keeps the others', async () => {
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  const first = await ingest();
  await changeManifest(folders, first.manifest.buildId, (manifest) => ({
    ...manifest,
    tables: manifest.tables.filter(({ name }) => name !== 'tmdb_only_titles'),
  }));
  const second = await ingest({ daysLater: 1 });
  expect(second.outcome.status).toBe('promoted');
  expect(await tableOf(second.folder, 'tmdb_only_titles')).toEqual(await tableOf(first.folder, 'tmdb_only_titles'));
  for (const name of ['tmdb_titles', 'tmdb_only_people'])
    expect(await inode(first.folder, `tables/${name}.parquet`)).toBe(
      await inode(second.folder, `tables/${name}.parquet`),
    );
  expect((await ingest({ daysLater: 2 })).outcome.status).toBe('unchanged');
});

test('a build is made anew when rows of it have become too old', async () => {
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  await ingest();
  expect((await ingest({ daysLater: 170 })).outcome.status).toBe('unchanged');
  const later = await ingest({ daysLater: 190 });
  expect(later.outcome.status).toBe('promoted');
  expect(await tableOf(later.folder, 'tmdb_people')).toEqual([]);
  expect((await ingest({ daysLater: 191 })).outcome.status).toBe('unchanged');
});

test('a snapshot that was refused is refused once', async () => {
  await writeTmdbSnapshot(folders, { 'tmdb.credits': [{ tmdbKey: 'no number' }] });
  await ingest();
  expect((await ingest({ daysLater: 1 })).outcome.status).toBe('unchanged');
});

test('a snapshot that was removed is left out of the next build', async () => {
  const snapshot = await writeTmdbSnapshot(folders, SMALL_TMDB);
  await ingest();
  await rm(snapshot, { recursive: true });
  const next = await ingest({ daysLater: 1 });
  expect(next.outcome.status).toBe('promoted');
  expect(next.manifest.tmdb?.sources).toEqual([]);
  expect(logged('tmdb left out')).toHaveLength(1);
});

test.each([documentsFile('tmdb_person'), postingsFile('tmdb_search_lists'), termsFile('tmdb_search_terms')])(
  '%s that does not read back as it was written is left out with all of TMDB’s, and IMDb’s files are verified',
  async (file) => {
    await writeTmdbSnapshot(folders, SMALL_TMDB);
    for (const only of ['download', 'build'] as const) await ingestInto(folders, { from, run: { steps: [only] } });
    const [staged] = await readStaged(folders);
    const folder = stagingFolder(folders, staged?.buildId ?? '');
    const path = join(folder, file);
    const bytes = await readFile(path);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const log = createLogger({ level: 'info', pretty: false, destination: { write } });
    const outcome = await ingestInto(folders, { from, log, run: { steps: ['verify', 'promote'] } });
    expect(outcome.status).toBe('promoted');
    const manifest = await readCurrent(folders);
    expect(manifest?.tmdb).toMatchObject({
      sources: [],
      problem: expect.stringContaining(basename(file, extname(file))) as string,
    });
    expect(logged('tmdb left out')).toHaveLength(1);
    expect(await checkBuild(folders, manifest?.buildId ?? '')).toEqual([]);
  },
);
