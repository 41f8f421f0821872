import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';

import { TMDB_SNAPSHOT_FILE, tmdbSnapshotFile } from '../../../../../src/dataset/builds/paths.ts';
import type { TmdbSnapshot } from '../../../../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_SNAPSHOT_NAMES } from '../../../../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_COLUMNS, TMDB_TABLE_OF } from '../../../../../src/dataset/tables/tmdb-columns.ts';
import type { TmdbSnapshotName } from '../../../../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_TABLES } from '../../../../../src/dataset/tables/tmdb-tables.ts';
import { openMirror } from '../../../../../src/ingest/sources/tmdb/mirror.ts';
import type { Mirror } from '../../../../../src/ingest/sources/tmdb/mirror.ts';
import { snapshotHere } from '../../../../../src/ingest/sources/tmdb/snapshot/snapshot-writer.ts';
import { writeSnapshot } from '../../../../../src/ingest/sources/tmdb/snapshot/write-snapshot.ts';
import { sha256 } from '../../../../../src/storage/files/sha256.ts';
import { newFolder } from '../../../../support/folders.ts';
import { oddBody } from '../../../../support/odd-answers.ts';
import { holdAll, madeUpTmdb, someThings, TMDB_NOW } from '../../../../support/tmdb-mirror.ts';

const DAY_MS = 86_400_000;
const API = madeUpTmdb();
const THINGS = someThings(API);
const now = (): Date => TMDB_NOW;

test('writeSnapshot writes the rows of a film as its columns say', async () => {
  const { folder } = await written([{ kind: 'movie', id: 101, part: 0 }]);
  const [title] = rowsOf(folder, 'tmdb.titles');
  expect(title).toEqual({
    tmdbKey: 202,
    kind: 'MOVIE',
    id: 101,
    tconst: 900_001,
    title: 'Midnight at the Orpheum',
    originalTitle: 'Midnight at the Orpheum',
    overview: expect.stringContaining('A story of'),
    tagline: expect.any(String),
    status: 'Released',
    originalLanguage: 'en',
    spokenLanguages: expect.arrayContaining(['en']),
    countries: expect.arrayContaining(['GB']),
    genres: ['Drama', 'Mystery'],
    keywords: expect.any(Array),
    collectionId: 301,
    collectionName: 'Orpheum Collection',
    releaseDate: expect.stringMatching(/^1994-\d\d-\d\d$/),
    runtimeMinutes: 112,
    budget: expect.any(Number),
    revenue: expect.anything(),
    popularity: expect.any(Number),
    voteAverage: expect.any(Number),
    voteCount: expect.any(Number),
    posterPath: '/poster-movie-101.svg',
    backdropPath: '/backdrop-movie-101.svg',
    homepage: 'https://films.example/movie/101',
    adult: false,
    fetchedAt: '2026-11-30T12:00:00.000Z',
  });
  const credits = rowsOf(folder, 'tmdb.credits');
  expect(credits).toHaveLength(14);
  expect(credits[1]).toEqual({
    tmdbKey: 202,
    position: 1,
    creditId: expect.stringMatching(/^[0-9a-f]{24}$/),
    personId: 405,
    personName: 'Åke Lindqvist',
    department: 'Acting',
    job: null,
    character: 'Arthur Quill / The Projectionist',
    billingOrder: 1,
    episodeCount: null,
    fetchedAt: '2026-11-30T12:00:00.000Z',
  });
  expect(credits[5]).toMatchObject({ personName: 'Tomás Albrecht', department: 'Directing', job: 'Director' });
  expect(rowsOf(folder, 'tmdb.recommendations')[0]).toMatchObject({ tmdbKey: 202, position: 0, recommendedKey: 204 });
  expect(rowsOf(folder, 'tmdb.alternative_titles')).toMatchObject([
    { position: 0, country: 'IT', type: 'restored version', title: 'Midnight at the Orpheum (edizione restaurata)' },
    { position: 1, country: 'US', type: null, title: 'Midnight at the Orpheum Redux' },
  ]);
});

test('writeSnapshot writes the rows of a series, its seasons, a person, a collection and what is gone', async () => {
  const mirror = mirrorIn(newFolder('snapshot'));
  await holdAll(
    mirror,
    [
      { kind: 'tv', id: 201, part: 0 },
      { kind: 'season', id: 201, part: 0 },
      { kind: 'season', id: 201, part: 4 },
      { kind: 'person', id: 401, part: 0 },
      { kind: 'collection', id: 301, part: 0 },
    ],
    { api: API },
  );
  mirror.remove({ kind: 'tv', id: 9, part: 0 }, { at: TMDB_NOW });
  mirror.remove({ kind: 'movie', id: 11, part: 0 }, { at: TMDB_NOW, into: { kind: 'movie', id: 12, part: 0 } });
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror, folder, now });
  expect(rowsOf(folder, 'tmdb.titles')).toMatchObject([
    { tmdbKey: 403, kind: 'TV', tconst: 900_100, runtimeMinutes: 48, budget: null, collectionId: null },
  ]);
  expect(rowsOf(folder, 'tmdb.credits')[0]).toMatchObject({
    personId: 401,
    character: 'Agnes Fairweather',
    episodeCount: expect.any(Number),
  });
  const episodes = rowsOf(folder, 'tmdb.episodes');
  expect(episodes).toHaveLength(12);
  expect(episodes[0]).toMatchObject({ tmdbKey: 403, seasonNumber: 0, episodeNumber: 1, title: 'The Lost Reel' });
  expect(episodes[11]).toMatchObject({
    seasonNumber: 4,
    episodeNumber: 11,
    title: 'The Last Lens',
    airDate: '2012-04-15',
  });
  expect(rowsOf(folder, 'tmdb.people')).toMatchObject([
    {
      id: 401,
      nconst: 900_001,
      name: 'Marguerite Vallon',
      gender: 1,
      deathday: null,
      profilePath: '/profile-person-401.svg',
    },
  ]);
  expect(rowsOf(folder, 'tmdb.collections')).toMatchObject([
    { id: 301, name: 'Orpheum Collection', parts: [101, 102] },
  ]);
  expect(rowsOf(folder, 'tmdb.gone')).toEqual([
    { kind: 'MOVIE', id: 11, mergedInto: 12, fetchedAt: TMDB_NOW.toISOString() },
    { kind: 'TV', id: 9, mergedInto: null, fetchedAt: TMDB_NOW.toISOString() },
  ]);
});

test('writeSnapshot writes lines with the columns of their table, in the order of its key, which DuckDB reads', async () => {
  const { folder } = await written(THINGS);
  await expectReadable(folder);
  for (const name of TMDB_SNAPSHOT_NAMES) {
    const [row] = rowsOf(folder, name);
    if (name !== 'tmdb.gone') {
      expect(Object.keys(row ?? {})).toEqual(TMDB_COLUMNS[TMDB_TABLE_OF[name]].map((column) => column.name));
    }
  }
});

test.each([1, 2, 3, 4])(
  'writeSnapshot makes rows of any answers, and counts what is odd in them (seed %i)',
  async (seed) => {
    const { folder, odd } = await written(THINGS, (body, { kind, id, part }) =>
      oddBody(body, { seed, name: `${kind} ${id} ${part}` }),
    );
    await expectReadable(folder);
    expect(odd.map(({ column }) => column)).toEqual(
      expect.arrayContaining([
        'tmdb.titles.releaseDate',
        'tmdb.titles.voteCount',
        'tmdb.people.name',
        'tmdb.credits.personId',
      ]),
    );
    expect(odd.every(({ values, sample }) => values > 0 && sample.length <= 80)).toBe(true);
  },
);

test('writeSnapshot counts a value of each kind that TMDB does not document', async () => {
  const odd = {
    id: 101,
    title: 12,
    release_date: '2026-13-01',
    runtime: 'long',
    budget: -1,
    vote_count: 1.5,
    adult: 'no',
    homepage: 'javascript:alert(1)',
    poster_path: '/../../secret',
    genres: 'Drama',
    imdb_id: 'tt12',
    spoken_languages: [null, { iso_639_1: 'en' }],
    credits: { cast: [{ id: 1, name: 'Nobody' }], crew: [7] },
  };
  const { folder, odd: counted } = await written([{ kind: 'movie', id: 101, part: 0 }], () => odd);
  expect(rowsOf(folder, 'tmdb.titles')).toMatchObject([
    {
      title: null,
      releaseDate: null,
      homepage: null,
      posterPath: null,
      genres: [],
      spokenLanguages: ['en'],
      voteCount: 0,
    },
  ]);
  expect(rowsOf(folder, 'tmdb.credits')).toEqual([]);
  expect(Object.fromEntries(counted.map(({ column, sample }) => [column, sample]))).toEqual({
    'tmdb.credits.creditId': '7',
    'tmdb.titles.adult': '"no"',
    'tmdb.titles.budget': '-1',
    'tmdb.titles.genres': '"Drama"',
    'tmdb.titles.homepage': '"javascript:alert(1)"',
    'tmdb.titles.posterPath': '"/../../secret"',
    'tmdb.titles.releaseDate': '"2026-13-01"',
    'tmdb.titles.runtimeMinutes': '"long"',
    'tmdb.titles.spokenLanguages': 'null',
    'tmdb.titles.tconst': '"tt12"',
    'tmdb.titles.title': '12',
    'tmdb.titles.voteCount': '1.5',
  });
});

test('writeSnapshot gives the same bytes for the same mirror, and leaves files alone that have them', async () => {
  const mirror = await mirrorOf(THINGS);
  const [one, other] = [newFolder('snapshot'), newFolder('snapshot')];
  const first = await writeSnapshot({ mirror, folder: one, now });
  const second = await writeSnapshot({ mirror, folder: other, now: () => new Date(TMDB_NOW.getTime() + DAY_MS) });
  expect(second.files).toEqual(first.files);
  for (const { name } of first.files) {
    const file = tmdbSnapshotFile(name);
    expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file)))).toBe(true);
  }
  const before = readFileSync(join(one, TMDB_SNAPSHOT_FILE), 'utf8');
  expect(await writeSnapshot({ mirror, folder: one, now: () => new Date() })).toMatchObject({ status: 'unchanged' });
  expect(readFileSync(join(one, TMDB_SNAPSHOT_FILE), 'utf8')).toBe(before);
  writeFileSync(join(one, tmdbSnapshotFile('tmdb.people')), 'rubbish');
  expect(await writeSnapshot({ mirror, folder: one, now })).toMatchObject({ status: 'written' });
  await expectWhole(one);
});

test('writeSnapshot leaves out what is older than 180 days', async () => {
  const mirror = mirrorIn(newFolder('snapshot'));
  const old = new Date(TMDB_NOW.getTime() - 180 * DAY_MS - 1);
  const young = new Date(TMDB_NOW.getTime() - 180 * DAY_MS);
  await holdAll(mirror, [{ kind: 'movie', id: 101, part: 0 }], { api: API, fetchedAt: old });
  await holdAll(mirror, [{ kind: 'movie', id: 102, part: 0 }], { api: API, fetchedAt: young });
  await holdAll(mirror, [{ kind: 'person', id: 401, part: 0 }], { api: API, fetchedAt: old });
  const folder = newFolder('snapshot');
  const { tooOld, files } = await writeSnapshot({ mirror, folder, now });
  expect(tooOld).toBe(2);
  expect(rowsOf(folder, 'tmdb.titles').map(({ id }) => id)).toEqual([102]);
  expect(rowsOf(folder, 'tmdb.people')).toEqual([]);
  expect(files.find(({ name }) => name === 'tmdb.titles')).toMatchObject({
    rows: 1,
    oldestFetchedAt: young.toISOString(),
    newestFetchedAt: young.toISOString(),
  });
});

test('writeSnapshot leaves out the seasons of a series that it has not', async () => {
  const seasons = [1, 2].map((part) => ({ kind: 'season' as const, id: 201, part }));
  const mirror = mirrorIn(newFolder('mirror'));
  await holdAll(mirror, [{ kind: 'tv', id: 201, part: 0 }, ...seasons], { api: API });
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror, folder, now });
  expect(rowsOf(folder, 'tmdb.episodes')).toHaveLength(26);
  mirror.remove({ kind: 'tv', id: 201, part: 0 }, { at: TMDB_NOW });
  await writeSnapshot({ mirror, folder, now });
  expect(rowsOf(folder, 'tmdb.episodes')).toEqual([]);
});

test('writeSnapshot that cannot write a file says so, and leaves the snapshot that was there', async () => {
  const mirror = await mirrorOf(THINGS.slice(0, 10));
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror, folder, now });
  await holdAll(mirror, THINGS, { api: API });
  mkdirSync(join(folder, `${tmdbSnapshotFile('tmdb.credits')}.new`));
  await expect(writeSnapshot({ mirror, folder, now })).rejects.toThrow(/EISDIR.*tmdb.credits/);
  await expectWhole(folder);
  expect(readdirSync(folder).filter((file) => file.endsWith('.new'))).toEqual([]);
});

test('writeSnapshot of a mirror that is begun anew keeps the snapshot until half of its titles are there again', async () => {
  const full = await mirrorOf(THINGS);
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror: full, folder, now });
  const titles = rowsOf(folder, 'tmdb.titles').length;
  expect(titles).toBeGreaterThan(4);
  const anew = await mirrorOf([]);
  expect(await writeSnapshot({ mirror: anew, folder, now })).toMatchObject({ status: 'kept' });
  await expectWhole(folder);
  expect(rowsOf(folder, 'tmdb.titles')).toHaveLength(titles);
  // What is too old is kept for nobody.
  const later = (): Date => new Date(now().getTime() + 181 * 86_400_000);
  expect(await writeSnapshot({ mirror: anew, folder, now: later })).toMatchObject({ status: 'written' });
  await writeSnapshot({ mirror: full, folder, now });
  await holdAll(anew, THINGS, { api: API });
  expect(await writeSnapshot({ mirror: anew, folder, now })).toMatchObject({ status: 'unchanged' });
});

test('writeSnapshot that is stopped leaves the snapshot that was there', async () => {
  const mirror = await mirrorOf(THINGS.slice(0, 10));
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror, folder, now });
  const before = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'base64')]);
  await holdAll(mirror, THINGS, { api: API });
  const stopping = new AbortController();
  const answers = mirror.answers.bind(mirror);
  let asked = 0;
  const stopped: Mirror = {
    ...mirror,
    answers: (kind) => {
      asked += 1;
      if (asked === 3) stopping.abort(new Error('stopped here'));
      return answers(kind);
    },
  };
  await expect(writeSnapshot({ mirror: stopped, folder, now, signal: stopping.signal })).rejects.toThrow(
    'stopped here',
  );
  expect(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'base64')])).toEqual(before);
  await expectWhole(folder);
});

test('writeSnapshot that ends between two files is told from a whole one, and mended by the next', async () => {
  const mirror = await mirrorOf(THINGS.slice(0, 10));
  const folder = newFolder('snapshot');
  await writeSnapshot({ mirror, folder, now });
  await holdAll(mirror, THINGS, { api: API });
  // The rename of this file fails, when those before it have their names.
  const people = join(folder, tmdbSnapshotFile('tmdb.people'));
  rmSync(people);
  mkdirSync(join(people, 'x'), { recursive: true });
  await expect(writeSnapshot({ mirror, folder, now })).rejects.toThrow();
  await expect(expectWhole(folder)).rejects.toThrow();
  rmSync(people, { recursive: true });
  expect(await writeSnapshot({ mirror, folder, now })).toMatchObject({ status: 'written' });
  await expectWhole(folder);
  expect(readdirSync(folder).filter((file) => file.endsWith('.new'))).toEqual([]);
});

test('snapshotHere ends when its flag is raised', async () => {
  const folder = newFolder('snapshot');
  const mirror = mirrorIn(folder);
  await holdAll(mirror, THINGS, { api: API });
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const to = join(folder, 'snapshot');
  expect(await snapshotHere({ folder: to, time: TMDB_NOW.getTime(), stop })).toMatchObject({ status: 'written' });
  await expectWhole(to);
  stop[0] = 1;
  const answers = snapshotHere({ folder: to, time: TMDB_NOW.getTime() + DAY_MS, stop });
  await expect(answers).rejects.toThrow('aborted');
  await expectWhole(to);
});

async function mirrorOf(
  things: typeof THINGS,
  change?: (body: object, thing: (typeof THINGS)[0]) => unknown,
): Promise<Mirror> {
  const mirror = mirrorIn(newFolder('mirror'));
  await holdAll(mirror, things, { api: API, ...(change && { change }) });
  return mirror;
}

function mirrorIn(folder: string): Mirror {
  const mirror = openMirror(folder);
  onTestFinished(() => mirror.close());
  return mirror;
}

async function written(things: typeof THINGS, change?: (body: object, thing: (typeof THINGS)[0]) => unknown) {
  const folder = newFolder('snapshot');
  const result = await writeSnapshot({ mirror: await mirrorOf(things, change), folder, now });
  return { folder, ...result };
}

function rowsOf(folder: string, name: TmdbSnapshotName): Record<string, unknown>[] {
  const text = gunzipSync(readFileSync(join(folder, tmdbSnapshotFile(name)))).toString();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function expectWhole(folder: string): Promise<void> {
  const { files } = JSON.parse(readFileSync(join(folder, TMDB_SNAPSHOT_FILE), 'utf8')) as TmdbSnapshot;
  expect(files.map(({ name }) => name)).toEqual(TMDB_SNAPSHOT_NAMES);
  for (const { name, sha256: sum, rows } of files) {
    expect(await sha256(join(folder, tmdbSnapshotFile(name)))).toBe(sum);
    expect(rowsOf(folder, name)).toHaveLength(rows);
  }
}

/** Each file as DuckDB reads it: all rows, none without what each has, each key once and in order. */
async function expectReadable(folder: string): Promise<void> {
  await expectWhole(folder);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const { name: table, columns, sortedBy, from } of TMDB_TABLES) {
      const name = TMDB_SNAPSHOT_NAMES.find((file) => file === from);
      if (name === undefined) continue;
      const types = columns.map((column) => `'${column.name}': '${column.type}'`).join(', ');
      const read = `read_json('${join(folder, tmdbSnapshotFile(name))}', format = 'newline_delimited', columns = {${types}})`;
      const given = columns.filter(({ nullable }) => !nullable).map((column) => `"${column.name}" IS NULL`);
      const key = (sortedBy ?? []).join(', ');
      const [row] = (
        await connection.runAndReadAll(`SELECT count(*)::INTEGER AS rows, count(DISTINCT (${key}))::INTEGER AS keys,
          count(*) FILTER (${given.join(' OR ')})::INTEGER AS lacking FROM ${read}`)
      ).getRowObjects();
      expect([table, row]).toEqual([table, { rows: rowsOf(folder, name).length, keys: row?.['rows'], lacking: 0 }]);
      const keys = (await connection.runAndReadAll(`SELECT ${key} FROM ${read}`)).getRowsJson();
      const sorted = (await connection.runAndReadAll(`SELECT ${key} FROM ${read} ORDER BY ${key}`)).getRowsJson();
      expect(keys).toEqual(sorted);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
