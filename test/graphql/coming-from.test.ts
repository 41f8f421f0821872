import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { readPointer } from '../../src/storage/builds/builds.ts';
import { demoBuild, tmdbBuild } from '../support/demo-build.ts';
import { tableOf } from '../support/docs.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { writeSources } from '../support/imdb-files.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';
import { runMarquee } from '../support/run-marquee.ts';

const ADDRESS = 'http://localhost:4000';

const rows = tableOf('src/graphql/COMING-FROM.md', 'older call').map(([older = '', here = '']) => ({
  older,
  here: codeIn(here) ?? here,
}));
const queries = rows.filter(({ here }) => here.startsWith('{ '));
const commands = rows.filter(({ here }) => here.startsWith('npx marquee '));
const addresses = rows.filter(({ here }) => here.startsWith(ADDRESS));
const planned = rows.filter(({ here }) => here === 'planned');

/** The calls of TMDB by which an older mirror filled its database. */
const ofTmdb = tableOf('src/graphql/COMING-FROM.md', 'call of TMDB').map(([older = '', here = '']) => ({
  older,
  here: codeIn(here) ?? here,
}));

/** The cell without its backticks, where it is code and nothing else. */
function codeIn(cell: string): string | undefined {
  return /^`([^`]+)`$/.exec(cell)?.[1];
}

let gateway: TestGateway;
let withTmdb: TestGateway;
let origin: TestOrigin;
const dataFolder = newFolder('commands');

beforeAll(async () => {
  origin = await openOrigin(await writeSources(newFolder()));
  gateway = await openGateway((await demoBuild(0.001)).folders);
  withTmdb = await openGateway((await tmdbBuild(0.0005)).folders);
});

afterAll(async () => {
  await gateway.close();
  await withTmdb.close();
  await origin.close();
});

test('every call of the older service has a query, a command, an address or the word planned', () => {
  const known = new Set([...queries, ...commands, ...addresses, ...planned]);
  expect(rows.filter((row) => !known.has(row))).toEqual([]);
});

test.each(
  [
    '/search /title/{id} /title/{id}/credits /person/{id} /person/{id}/credits /series/{id}/episodes /movies?year=',
    '/movies/search /people/search /film/search /film/{id}/similar/{threshold} /download /extract /full-process /database/load',
    '/health /version /docs',
  ].flatMap((line) => line.split(' ')),
)('the older call %s has its row', (call) => {
  expect(rows.filter(({ older }) => older.split(/[`\s]+/).includes(call))).not.toEqual([]);
});

test.each(queries)('the query for $older answers with data', async ({ here }) => {
  const { data, errors } = await gateway.query(here);
  expect(errors).toBeUndefined();
  const fields = Object.values(data as Record<string, unknown>);
  expect(fields.length).toBeGreaterThan(0);
  expect(fields).not.toContain(null);
  expect(emptyLists(data)).toEqual([]);
});

test.each([
  '/genre/movie/list',
  '/genre/tv/list',
  '/discover/movie',
  '/movie/{id}',
  '/movie/{id}/credits',
  '/person/{id}',
])("TMDB's call %s has its row", (call) => {
  expect(ofTmdb.filter(({ older }) => older.includes(`\`${call}\``))).not.toEqual([]);
});

test.each(ofTmdb)("the query for TMDB's $older answers with TMDB's data", async ({ older, here }) => {
  const { data, errors } = await withTmdb.query(here);
  expect(errors).toBeUndefined();
  expect(Object.values(data as Record<string, unknown>)).not.toContain(null);
  expect(emptyLists(data)).toEqual([]);
  if (here.includes('tmdb {')) expect(JSON.stringify(data), older).not.toContain('"tmdb":null');
});

test("the queries for TMDB's calls lead from TMDB's ids to IMDb's", async () => {
  expect(await answerTo('/movie/{id}')).toMatchObject({
    titleBy: { id: 'tt0900001', tmdb: { collection: { parts: { nodes: [{}, { title: { id: 'tt0900002' } }] } } } },
  });
  expect(await answerTo('/movie/{id}/credits')).toMatchObject({
    titleBy: { tmdb: { cast: { nodes: [{ character: 'Lena Morrow', person: { id: 'nm0900001' } }, {}, {}, {}, {}] } } },
  });
  expect(await answerTo('/person/{id}')).toMatchObject({ personBy: { id: 'nm0900001', tmdb: { gender: 'FEMALE' } } });
  expect(await answerTo('/find/{id}')).toMatchObject({
    crosswalk: [{ tmdbId: 'tmdb:movie:101' }, { imdbId: 'tt0900100' }, { tmdbId: 'tmdb:person:401' }],
  });
});

async function answerTo(call: string): Promise<unknown> {
  const row = ofTmdb.find(({ older }) => older.startsWith(`\`${call}\``));
  return (await withTmdb.query(row?.here ?? '')).data;
}

/** Paths of lists that hold nothing; an item of a list may lack what it likes. */
function emptyLists(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => emptyLists(part, `${path}/${name}`));
}

test.each(addresses)('the address for $older answers', async ({ here }) => {
  const response = await gateway.fetch(here.slice(ADDRESS.length), { headers: { accept: 'text/html,*/*' } });
  expect(response.status).toBe(200);
});

// In the order of the table: each has what those before it have left.
test.each(commands)('the command for $older does its work', async ({ here }) => {
  const [, , ...args] = here.split(' ');
  const settings = { IMDB_BASE_URL: origin.url, EXTRACT_DIR: join(dataFolder, 'text') };
  const { code, stderr } = await runMarquee(args, { dataFolder, settings });
  expect([code, stderr]).toEqual([0, expect.stringMatching(args[0] === 'ingest' ? /^(done|promoted): .*\n$/ : /^/)]);
});

test('the commands have made two builds, the second although nothing had changed', async () => {
  expect(await readPointer(foldersIn(dataFolder))).toMatchObject({ version: 2 });
});
