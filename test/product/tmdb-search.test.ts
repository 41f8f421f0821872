import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { buildFolder, postingsFile, tableFile, termsFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { ATTRIBUTION } from '../../src/dataset/sources/imdb.ts';
import { TMDB_ATTRIBUTION } from '../../src/dataset/sources/tmdb-terms.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import { flip } from '../damage/flip.ts';
import { copyData } from '../support/copy-data.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { Answer, TestGateway } from '../support/gateway.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openLanes } from '../support/lanes.ts';
import type { Lanes } from '../support/lanes.ts';
import { SMALL_TMDB, tmdbPerson, tmdbTitle } from '../support/tmdb-rows.ts';
import type { TmdbRow, TmdbRows } from '../support/tmdb-snapshot.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';

const SETUP_MS = 240_000;
const NOW = (): Date => new Date('2026-11-21T01:30:00.500Z');
const BOTH = [ATTRIBUTION, TMDB_ATTRIBUTION];

const alternative = (tmdbKey: number, position: number, country: string | null, title: string): TmdbRow => ({
  tmdbKey,
  position,
  country,
  title,
  fetchedAt: '2026-11-19T03:00:00.000Z',
});

/** With a film, an adult film and a series that IMDb lacks, which are called like one of IMDb's. */
const ROWS: TmdbRows = {
  ...SMALL_TMDB,
  'tmdb.titles': [
    ...(SMALL_TMDB['tmdb.titles'] ?? []),
    tmdbTitle({
      kind: 'MOVIE',
      id: 700,
      title: 'The Film',
      originalTitle: 'Зорвекс',
      releaseDate: '2004-05-06',
      popularity: 3,
    }),
    tmdbTitle({ kind: 'TV', id: 700, title: 'The Film', releaseDate: '2010-01-01', popularity: 9 }),
    tmdbTitle({ kind: 'MOVIE', id: 701, title: 'The Film', adult: true, popularity: 50 }),
    ...['first', 'second', 'third'].map((word, at) =>
      tmdbTitle({ kind: 'MOVIE', id: 710 + at, title: `Quellmar ${word}` }),
    ),
  ],
  'tmdb.people': [...(SMALL_TMDB['tmdb.people'] ?? []), tmdbPerson({ id: 9, name: 'Ann Zorvex', popularity: 2 })],
  'tmdb.alternative_titles': [
    ...(SMALL_TMDB['tmdb.alternative_titles'] ?? []),
    alternative(1206, 2, null, 'Kinofilm'),
    alternative(1400, 0, 'SU', 'Zorvex Prime'),
    alternative(1400, 1, 'DE', 'THE FILM!'),
    alternative(1400, 1023, 'JP', 'Zorvex Nearly'),
    // Beyond what the numbers of texts have room for.
    alternative(1400, 1024, 'JP', 'Zorvex Beyond'),
  ],
};

let withTmdb: Folders;
let without: Folders;
let gateways: { index: TestGateway; parquet: TestGateway; without: TestGateway };
let lanes: Lanes;

beforeAll(async () => {
  const akas = [...SMALL['title.akas'], ['tt0000002', '1', 'Das Ding', 'AT', 'de', 'imdbDisplay', '\\N', '0']];
  const from = await writeSources(newFolder('files'), { rows: { 'title.akas': akas } });
  [withTmdb, without] = [foldersIn(newFolder()), foldersIn(newFolder())];
  await writeTmdbSnapshot(withTmdb, ROWS);
  await ingestInto(withTmdb, { from, now: NOW });
  await ingestInto(without, { from, now: NOW });
  gateways = {
    index: await openGateway(withTmdb),
    parquet: await openGateway(withTmdb, { lookup: 'parquet' }),
    without: await openGateway(without),
  };
  lanes = await openLanes(withTmdb);
}, SETUP_MS);

afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.close()));
});

const HIT = `score matchedOn matchedText region id displayName
  node { __typename ... on Title { id source primaryTitle startYear } ... on Person { id source primaryName } }`;

function searchFor(args: string, more = ''): string {
  return `{ search(${args}) { totalCount totalCountIsExact correctedQuery nodes { ${HIT} } ${more} } }`;
}

interface Hit {
  id: string;
  matchedOn: string;
  matchedText: string;
  region: string | null;
}

/** By both lanes, by the files and by the tables, which must answer alike. */
async function ask(query: string): Promise<Answer> {
  const answer = await gateways.index.query(query);
  expect(await gateways.parquet.query(query)).toEqual(answer);
  // The second time the lane knows the document.
  for (const url of [lanes.lane, lanes.lane, lanes.plain]) {
    const response = await fetch(`${url}?${new URLSearchParams({ query }).toString()}`);
    expect(await response.json()).toEqual(answer);
  }
  return answer;
}

async function hitsOf(args: string): Promise<Hit[]> {
  const { data, errors } = await ask(searchFor(args));
  expect([args, errors]).toEqual([args, undefined]);
  const { search } = data as { search: { totalCount: number; nodes: Hit[] } };
  expect([args, search.totalCount]).toEqual([args, search.nodes.length]);
  return search.nodes;
}

async function idsOf(args: string): Promise<string[]> {
  return (await hitsOf(args)).map(({ id }) => id);
}

function attributionsOf({ extensions }: Answer): unknown {
  const dataset = extensions?.['dataset'] as Record<string, unknown> | undefined;
  return dataset?.['attributions'];
}

test('what TMDB alone has is found behind IMDb’s, the popular first, where the source is ANY, and alone where it is TMDB', async () => {
  const query = 'query: "the film"';
  expect(await idsOf(query)).toEqual(['tt0000001']);
  expect(await idsOf(`${query}, source: IMDB`)).toEqual(['tt0000001']);
  expect(await idsOf(`${query}, source: ANY`)).toEqual(['tt0000001', 'tmdb:tv:700', 'tmdb:movie:700']);
  expect(await idsOf(`${query}, source: TMDB`)).toEqual(['tmdb:tv:700', 'tmdb:movie:700']);
  expect(await idsOf(`${query}, source: TMDB, adult: INCLUDE`)).toEqual([
    'tmdb:movie:701',
    'tmdb:tv:700',
    'tmdb:movie:700',
  ]);
  expect(await idsOf(`${query}, source: ANY, adult: ONLY`)).toEqual(['tmdb:movie:701']);
  expect(await idsOf(`${query}, source: ANY, year: 2004`)).toEqual(['tmdb:movie:700']);
  expect(await idsOf('query: "the film 2010", source: ANY')).toEqual(['tmdb:tv:700', 'tt0000001', 'tmdb:movie:700']);
  expect(await idsOf(`${query}, source: ANY, types: [SERIES]`)).toEqual(['tmdb:tv:700']);
  expect(await idsOf(`${query}, source: ANY, types: [MOVIE]`)).toEqual(['tt0000001', 'tmdb:movie:700']);
});

test('people whom TMDB alone has, original titles, parts of words, other writings and typing errors find, too', async () => {
  expect(await idsOf('query: "ann", source: ANY')).toEqual(['nm0000002', 'tmdb:person:9']);
  expect(await hitsOf('query: "ann", source: TMDB')).toMatchObject([
    {
      id: 'tmdb:person:9',
      matchedOn: 'NAME',
      matchedText: 'Ann Zorvex',
      node: { __typename: 'Person', source: 'TMDB', primaryName: 'Ann Zorvex' },
    },
  ]);
  expect(await hitsOf('query: "Зорвекс", source: ANY')).toMatchObject([
    { id: 'tmdb:movie:700', matchedOn: 'ORIGINAL', matchedText: 'Зорвекс', score: 1, region: null },
  ]);
  expect(await idsOf('query: "orve", source: ANY, types: [PERSON]')).toEqual(['tmdb:person:9']);
  const answer = await ask(searchFor('query: "qelmar", source: ANY'));
  expect(answer.data).toMatchObject({ search: { totalCount: 3, correctedQuery: 'quellmar' } });
  expect(attributionsOf(await ask('{ search(query: "qelmar", source: ANY) { correctedQuery } }'))).toEqual(BOTH);
});

test('TMDB’s alternative titles find titles of IMDb’s that have no such text, and say so', async () => {
  expect(await hitsOf('query: "le film", source: ANY')).toMatchObject([
    {
      id: 'tt0000001',
      matchedOn: 'TMDB_ALTERNATIVE_TITLE',
      matchedText: 'Le Film',
      region: 'FR',
      node: { source: 'IMDB', primaryTitle: 'The Film' },
    },
  ]);
  expect(await hitsOf('query: "kinofilm", source: ANY')).toMatchObject([
    { id: 'tt0000001', matchedText: 'Kinofilm', region: null },
  ]);
  // IMDb has it, and no search of it alone finds TMDB's.
  expect(await hitsOf('query: "der film", source: ANY')).toMatchObject([{ id: 'tt0000001', matchedOn: 'ORIGINAL' }]);
  expect(await hitsOf('query: "kinofilm"')).toEqual([]);
  expect(await hitsOf('query: "kinofilm", source: TMDB')).toEqual([]);
  expect(await hitsOf('query: "zorvex prime", source: TMDB')).toMatchObject([
    { id: 'tmdb:movie:700', matchedOn: 'TMDB_ALTERNATIVE_TITLE', matchedText: 'Zorvex Prime', region: 'SU' },
  ]);
  expect(await hitsOf('query: "kinofilm", source: ANY, includeAkas: false')).toEqual([]);
  expect(await hitsOf('query: "zorvex nearly", source: ANY')).toMatchObject([{ matchedText: 'Zorvex Nearly' }]);
  expect(await hitsOf('query: "zorvex beyond", source: ANY')).toEqual([]);
});

test('a region is one of IMDb’s or of TMDB’s countries, as far as the source has them', async () => {
  expect(await idsOf('query: "zorvex prime", source: ANY, region: "su"')).toEqual(['tmdb:movie:700']);
  expect(await idsOf('query: "zorvex prime", source: ANY, region: "FR"')).toEqual([]);
  expect(await idsOf('query: "das ding", source: ANY, region: "AT"')).toEqual(['tt0000002']);
  for (const args of ['region: "SU"', 'source: ANY, region: "XX"', 'source: TMDB, region: "XX"']) {
    const { errors } = await ask(`{ search(query: "film", ${args}) { nodes { id } } }`);
    expect([args, errors]).toMatchObject([args, [{ extensions: { code: 'BAD_USER_INPUT' } }]]);
  }
});

const attributed = async (args: string): Promise<unknown> => attributionsOf(await ask(searchFor(args)));

test('answers that carry TMDB’s data, and they alone, have its attribution', async () => {
  expect(await attributed('query: "the film", source: ANY')).toEqual(BOTH);
  expect(await attributed('query: "kinofilm", source: ANY')).toEqual(BOTH);
  expect(await attributed('query: "tmdb:movie:603", source: ANY')).toEqual(BOTH);
  expect(await attributed('query: "der film", source: ANY')).toEqual(BOTH);
  expect(await attributed('query: "the film"')).toBeUndefined();
});

test.each([
  ['tmdb:movie:700', 'tmdb:movie:700'],
  ['"tmdb:TV:700"', 'tmdb:tv:700'],
  ['https://www.themoviedb.org/movie/700-the-film?language=de', 'tmdb:movie:700'],
  ['themoviedb.org/person/9', 'tmdb:person:9'],
  // IMDb has them.
  ['tmdb:movie:603', 'tt0000001'],
  ['tmdb:person:1', 'nm0000002'],
  ['<https://www.themoviedb.org/tv/603>', 'tt0000002'],
])('%s finds %s where the source allows', async (text, id) => {
  const query = `query: ${JSON.stringify(text)}`;
  const isOnly = id.startsWith('tmdb:');
  expect(await hitsOf(`${query}, source: ANY`)).toMatchObject([{ id, matchedOn: 'ID', score: 1, region: null }]);
  expect(await idsOf(`${query}, source: TMDB`)).toEqual(isOnly ? [id] : []);
  // To a search of IMDb's data they are words.
  expect((await hitsOf(query)).map(({ matchedOn }) => matchedOn)).not.toContain('ID');
});

test('ids that neither has find nothing, and ids of IMDb’s find nothing that TMDB alone has', async () => {
  for (const text of ['tmdb:movie:999999', 'tmdb:person:999', 'https://www.themoviedb.org/tv/5'])
    expect(await hitsOf(`query: "${text}", source: ANY`)).toEqual([]);
  expect(await idsOf('query: "tt0000001", source: ANY')).toEqual(['tt0000001']);
  expect(await idsOf('query: "tt0000001", source: TMDB')).toEqual([]);
});

function page(args: string): Promise<Answer> {
  return ask(`{ search(query: "quellmar", ${args}) { nodes { id } pageInfo { endCursor hasNextPage } } }`);
}

test('pages go on from cursors of the same source, and refuse those of another', async () => {
  const first = (await page('source: ANY, first: 2')).data as {
    search: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
  };
  const { nodes, pageInfo } = first.search;
  const after = `after: "${pageInfo.endCursor}"`;
  expect((await page(`source: ANY, ${after}`)).data).toMatchObject({ search: { nodes: [{ id: 'tmdb:movie:712' }] } });
  expect(nodes.map(({ id }) => id)).toEqual(['tmdb:movie:710', 'tmdb:movie:711']);
  for (const source of ['IMDB', 'TMDB']) {
    const { errors } = await page(`source: ${source}, ${after}`);
    expect([source, errors]).toMatchObject([source, [{ extensions: { code: 'BAD_USER_INPUT' } }]]);
  }
});

/** Of a build with TMDB's data and one without. */
function bodies(query: string): Promise<string[]> {
  const asked = new URLSearchParams({ query }).toString();
  return Promise.all(
    [gateways.index, gateways.without].map(async ({ url }) => (await fetch(`${url}/graphql?${asked}`)).text()),
  );
}

test('a search of IMDb’s data answers with the same bytes as a build without TMDB’s, whose files of search are the same', async () => {
  const [one, other] = [await readCurrent(withTmdb), await readCurrent(without)];
  for (const name of ['search_lists', 'search_terms']) {
    const sumOf = (build: typeof one) => build?.lookups.find((lookup) => lookup.name === name)?.sha256;
    expect(sumOf(one)).toBe(sumOf(other) ?? expect.fail());
  }
  for (const text of [
    'the film',
    'film',
    'kinofilm',
    'ann',
    'zorvex',
    'the flim',
    'tt0000001',
    'tmdb:movie:603',
    'a',
  ]) {
    const [mine, its] = await bodies(
      searchFor(`query: "${text}", first: 2`, 'edges { cursor } pageInfo { endCursor hasNextPage }'),
    );
    expect(mine).toBe(its);
    const [suggested, others] = await bodies(`{ suggest(prefix: "${text}") { ${HIT} } }`);
    expect(suggested).toBe(others);
  }
});

test('without TMDB’s data the source TMDB finds nothing, and ANY what IMDb has', async () => {
  for (const text of ['the film', 'ann', 'tmdb:movie:603', 'zorvex']) {
    const found = async (source: string) =>
      (await gateways.without.query(searchFor(`query: "${text}", source: ${source}`))).data;
    expect(await found('TMDB')).toMatchObject({ search: { totalCount: 0, correctedQuery: null, nodes: [] } });
    if (text !== 'tmdb:movie:603') expect(await found('ANY')).toEqual(await found('IMDB'));
  }
});

const DAMAGES: Readonly<Record<string, (path: string) => Promise<void> | void>> = {
  damaged: (path) => flip(path, 0.01),
  missing: (path) => rm(path),
};
const FILES = [postingsFile('tmdb_search_lists'), termsFile('tmdb_search_terms')];

test.each(FILES.flatMap((file) => Object.keys(DAMAGES).map((how) => [file, how] as const)))(
  '%s that is %s is gone round by the tables, and named',
  async (file, how) => {
    const { folders, buildId, open } = await copied();
    await DAMAGES[how]?.(join(buildFolder(folders, buildId), file));
    const gateway = await open();
    for (const text of ['the film', 'kinofilm', 'qelmar', 'orve']) {
      const query = searchFor(`query: "${text}", source: ANY`);
      expect(await gateway.query(query)).toEqual(await gateways.index.query(query));
    }
    expect(gateway.store.state().problems.join()).toContain(file);
    expect(gateway.store.state().build?.id).toBe(buildId);
    expect((await checkBuild(folders, buildId)).join()).toContain(`${file} `);
  },
);

test('a damaged table of TMDB’s search refuses those searches alone that need it', async () => {
  const { folders, buildId, open } = await copied();
  await truncate(join(buildFolder(folders, buildId), tableFile('tmdb_search_texts')), 100);
  const [index, parquet] = [await open(), await open('parquet')];
  const query = searchFor('query: "the film", source: ANY');
  expect(await index.query(query)).toEqual(await gateways.index.query(query));
  expect((await parquet.query(query)).errors).toMatchObject([{ extensions: { code: 'DATASET_UNAVAILABLE' } }]);
  const own = searchFor('query: "the film"');
  expect((await parquet.query(own)).data).toEqual((await gateways.index.query(own)).data);
  expect(parquet.store.state().build?.id).toBe(buildId);
});

async function copied() {
  const folders = await copyData(withTmdb);
  const { buildId } = (await readCurrent(folders)) ?? expect.fail();
  const open = async (lookup: 'index' | 'parquet' = 'index') => {
    const gateway = await openGateway(folders, { compare: false, lookup });
    onTestFinished(() => gateway.close());
    return gateway;
  };
  return { folders, buildId, open };
}
