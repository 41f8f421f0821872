import { afterAll, beforeAll, expect, test } from 'vitest';

import { ATTRIBUTION } from '../../../src/dataset/sources/imdb.ts';
import { TMDB_ATTRIBUTION } from '../../../src/dataset/sources/tmdb-terms.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import type { Answer, TestGateway } from '../../support/gateway.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { SMALL_TMDB } from '../../support/tmdb-rows.ts';
import type { TmdbRow } from '../../support/tmdb-snapshot.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';

const SETUP_MS = 240_000;
const NOW = (): Date => new Date('2026-11-21T01:30:00.500Z');
const BOTH = [ATTRIBUTION, TMDB_ATTRIBUTION];

let from: string;
let withTmdb: Folders;
let without: Folders;
/** By documents, by tables, and over a build without TMDB's data. */
let gateways: { index: TestGateway; parquet: TestGateway; without: TestGateway };

beforeAll(async () => {
  from = await writeSources(newFolder('files'));
  [withTmdb, without] = [foldersIn(newFolder()), foldersIn(newFolder())];
  await writeTmdbSnapshot(withTmdb, SMALL_TMDB);
  await ingestInto(withTmdb, { from, now: NOW });
  await ingestInto(without, { from, now: NOW });
  gateways = {
    index: await openGateway(withTmdb),
    parquet: await openGateway(withTmdb, { lookup: 'parquet' }),
    without: await openGateway(without),
  };
}, SETUP_MS);

afterAll(async () => {
  await Promise.all(Object.values(gateways).map((gateway) => gateway.close()));
});

/** What documents and tables say, which must be the same. */
async function ask(query: string, variables?: Record<string, unknown>): Promise<Answer> {
  const answer = await gateways.index.query(query, variables);
  expect(await gateways.parquet.query(query, variables)).toEqual(answer);
  return answer;
}

async function dataOf(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>> {
  const answer = await ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Record<string, unknown>;
}

function attributionsOf(answer: Answer): unknown {
  const dataset = answer.extensions?.['dataset'] as Record<string, unknown> | undefined;
  return dataset?.['attributions'];
}

const TITLE_FIELDS = `id kind url title originalTitle overview tagline status originalLanguage spokenLanguages countries
  genres keywords releaseDate runtimeMinutes budget revenue popularity voteAverage voteCount homepage isAdult fetchedAt
  posterUrl backdropUrl imdbTitle { id } collection { id name overview fetchedAt }`;

/** What the graph says of a row of the snapshot. */
function expectedTitle(row: TmdbRow): Record<string, unknown> {
  const text = (name: string): unknown => row[name] ?? null;
  const list = (name: string): unknown => row[name] ?? [];
  const word = row['kind'] === 'TV' ? 'tv' : 'movie';
  return {
    id: `tmdb:${word}:${String(row['id'])}`,
    kind: row['kind'],
    url: `https://www.themoviedb.org/${word}/${String(row['id'])}`,
    ...Object.fromEntries(
      ['title', 'originalTitle', 'overview', 'tagline', 'status', 'originalLanguage', 'releaseDate', 'runtimeMinutes']
        .concat(['budget', 'revenue', 'popularity', 'voteAverage', 'voteCount', 'homepage', 'fetchedAt'])
        .map((name) => [name, text(name)]),
    ),
    ...Object.fromEntries(['spokenLanguages', 'countries', 'genres', 'keywords'].map((name) => [name, list(name)])),
    isAdult: row['adult'],
    posterUrl: row['posterPath'] === undefined ? null : `https://image.tmdb.org/t/p/w342${String(row['posterPath'])}`,
    backdropUrl:
      row['backdropPath'] === undefined ? null : `https://image.tmdb.org/t/p/w780${String(row['backdropPath'])}`,
  };
}

test('Title.tmdb has every column of the row of the snapshot', async () => {
  const { film, series, episode } = await dataOf(`{
    film: title(id: "tt0000001") { tmdb { ${TITLE_FIELDS} } }
    series: title(id: "tt0000002") { tmdb { ${TITLE_FIELDS} } }
    episode: title(id: "tt0000003") { tmdb { id } }
  }`);
  const rows = SMALL_TMDB['tmdb.titles'] ?? [];
  const rowOf = (key: number): TmdbRow => rows.find(({ tmdbKey }) => tmdbKey === key) ?? {};
  expect(film).toEqual({
    tmdb: {
      ...expectedTitle(rowOf(1206)),
      imdbTitle: { id: 'tt0000001' },
      collection: {
        id: 'tmdb:collection:10',
        name: 'The Film Collection',
        overview: 'All of it.',
        fetchedAt: '2026-11-19T03:00:00.000Z',
      },
    },
  });
  expect(series).toEqual({ tmdb: { ...expectedTitle(rowOf(1207)), imdbTitle: { id: 'tt0000002' }, collection: null } });
  expect(episode).toEqual({ tmdb: { id: 'tmdb:episode:tt0000003' } });
});

test('Person.tmdb has every column of the row of the snapshot', async () => {
  const { person } = await dataOf(`{
    person(id: "nm0000002") { tmdb {
      id url name biography birthday deathday placeOfBirth gender alsoKnownAs knownForDepartment popularity fetchedAt
      profileUrl small: profileUrl(size: W45) high: profileUrl(size: H632) imdbPerson { id }
    } }
  }`);
  expect(person).toEqual({
    tmdb: {
      id: 'tmdb:person:1',
      url: 'https://www.themoviedb.org/person/1',
      name: 'Ann',
      biography: 'Born.\n\nPlays "Ann".',
      birthday: '1960-01-02',
      deathday: '2020-03-04',
      placeOfBirth: 'Graz, Austria',
      gender: 'FEMALE',
      alsoKnownAs: ['Anna', 'Анна'],
      knownForDepartment: 'Acting',
      popularity: 12.5,
      fetchedAt: '2026-11-19T03:00:00.000Z',
      profileUrl: 'https://image.tmdb.org/t/p/w185/ann.jpg',
      small: 'https://image.tmdb.org/t/p/w45/ann.jpg',
      high: 'https://image.tmdb.org/t/p/h632/ann.jpg',
      imdbPerson: { id: 'nm0000002' },
    },
  });
});

test('TmdbTitle.credits has cast and crew in TMDB’s order, by kind, department and page, with the people of both', async () => {
  const fields = `nodes { creditId name department job character billingOrder episodeCount tmdbPersonId
    tmdbPerson { name } person { id primaryName } } totalCount`;
  const { title } = await dataOf(`{ title(id: "tt0000001") { tmdb {
    all: credits { ${fields} }
    cast: credits(kind: CAST) { nodes { creditId } totalCount }
    crew: credits(kind: CREW, department: "Directing") { nodes { creditId } totalCount }
    none: credits(department: "Sound") { totalCount }
    page: credits(first: 1) { nodes { creditId } pageInfo { hasNextPage endCursor } }
  } } }`);
  const { all, cast, crew, none, page } = (title as { tmdb: Record<string, { pageInfo?: { endCursor: string } }> })
    .tmdb;
  const ann = { tmdbPersonId: 'tmdb:person:1', tmdbPerson: { name: 'Ann' } };
  const bob = { tmdbPersonId: 'tmdb:person:2', tmdbPerson: { name: 'Bob' } };
  expect(all).toEqual({
    totalCount: 3,
    nodes: [
      {
        creditId: 'c0',
        name: 'Ann',
        department: 'Acting',
        job: null,
        character: 'The "Boss"',
        billingOrder: 0,
        episodeCount: null,
        ...ann,
        person: { id: 'nm0000002', primaryName: 'Ann' },
      },
      {
        creditId: 'c1',
        name: 'Not fetched',
        department: 'Acting',
        job: null,
        character: null,
        billingOrder: 1,
        episodeCount: null,
        tmdbPersonId: 'tmdb:person:77',
        tmdbPerson: null,
        person: null,
      },
      {
        creditId: 'c2',
        name: 'Bob',
        department: 'Directing',
        job: 'Director',
        character: null,
        billingOrder: null,
        episodeCount: null,
        ...bob,
        person: { id: 'nm0000001', primaryName: 'Bob' },
      },
    ],
  });
  expect(cast).toEqual({ totalCount: 2, nodes: [{ creditId: 'c0' }, { creditId: 'c1' }] });
  expect(crew).toEqual({ totalCount: 1, nodes: [{ creditId: 'c2' }] });
  expect(none).toEqual({ totalCount: 0 });
  expect(page).toMatchObject({ nodes: [{ creditId: 'c0' }], pageInfo: { hasNextPage: true } });
  const after = page?.pageInfo?.endCursor;
  const next = await dataOf(
    'query ($after: String) { title(id: "tt0000001") { tmdb { credits(first: 5, after: $after) { nodes { creditId } } } } }',
    { after },
  );
  expect(next).toEqual({ title: { tmdb: { credits: { nodes: [{ creditId: 'c1' }, { creditId: 'c2' }] } } } });
});

test('recommendations, parts of the collection and alternative titles are in TMDB’s order, with what both know', async () => {
  const { title } = await dataOf(`{ title(id: "tt0000001") { tmdb {
    recommendations { totalCount nodes { tmdbId tmdb { title } title { id } } }
    collection { posterUrl backdropUrl(size: W1280) parts(first: 5) { totalCount nodes { tmdbId tmdb { id } title { id } } } }
    alternativeTitles { totalCount nodes { title country type } }
  } } }`);
  expect(title).toEqual({
    tmdb: {
      recommendations: {
        totalCount: 3,
        nodes: [
          { tmdbId: 'tmdb:tv:603', tmdb: { title: 'The Series' }, title: { id: 'tt0000002' } },
          { tmdbId: 'tmdb:movie:606', tmdb: { title: 'Title 606' }, title: { id: 'tmdb:movie:606' } },
          { tmdbId: 'tmdb:movie:44444', tmdb: null, title: null },
        ],
      },
      collection: {
        posterUrl: 'https://image.tmdb.org/t/p/w342/collection.jpg',
        backdropUrl: 'https://image.tmdb.org/t/p/w1280/collection-wide.jpg',
        parts: {
          totalCount: 3,
          nodes: [
            { tmdbId: 'tmdb:movie:603', tmdb: { id: 'tmdb:movie:603' }, title: { id: 'tt0000001' } },
            { tmdbId: 'tmdb:movie:605', tmdb: { id: 'tmdb:movie:605/record' }, title: { id: 'tmdb:movie:605' } },
            { tmdbId: 'tmdb:movie:777', tmdb: null, title: null },
          ],
        },
      },
      alternativeTitles: {
        totalCount: 2,
        nodes: [
          { title: 'Der Film', country: 'DE', type: 'TV title' },
          { title: 'Le Film', country: 'FR', type: null },
        ],
      },
    },
  });
});

test('titleBy and personBy find by ids and URLs of both, through merges', async () => {
  const titles: [string, string | null][] = [
    ['id: "tt0000001"', 'tt0000001'],
    ['id: "tmdb:movie:603"', 'tt0000001'],
    ['id: "tmdb:tv:603"', 'tt0000002'],
    ['tmdbMovieId: 603', 'tt0000001'],
    ['tmdbMovieId: 604', 'tt0000001'],
    ['tmdbMovieId: 700', 'tt0000001'],
    ['tmdbMovieId: 701', null],
    ['tmdbMovieId: 605', 'tmdb:movie:605'],
    ['id: "tmdb:movie:606"', 'tmdb:movie:606'],
    ['tmdbMovieId: 999999999', null],
    ['tmdbTvId: 603', 'tt0000002'],
    ['url: "https://m.imdb.com/title/tt0000001/?ref_=nv_sr_1"', 'tt0000001'],
    ['url: "www.imdb.com/de/title/tt0000001/fullcredits#cast"', 'tt0000001'],
    ['url: "https://www.themoviedb.org/movie/603-the-film?language=de"', 'tt0000001'],
    ['url: "https://de.themoviedb.org/tv/603-the-series/season/1/episode/1"', 'tt0000002'],
  ];
  for (const [lookup, id] of titles) {
    const { titleBy } = await dataOf(`{ titleBy(lookup: { ${lookup} }) { id } }`);
    expect([lookup, titleBy]).toEqual([lookup, id && { id }]);
  }
  const people: [string, string | null][] = [
    ['id: "nm0000002"', 'nm0000002'],
    ['id: "tmdb:person:1"', 'nm0000002'],
    ['tmdbId: 70', 'nm0000002'],
    ['tmdbId: 2', 'nm0000001'],
    ['tmdbId: 3', 'tmdb:person:3'],
    ['url: "https://www.imdb.com/name/nm0000002/bio"', 'nm0000002'],
    ['url: "themoviedb.org/person/1-ann"', 'nm0000002'],
  ];
  for (const [lookup, id] of people) {
    const { personBy } = await dataOf(`{ personBy(lookup: { ${lookup} }) { id } }`);
    expect([lookup, personBy]).toEqual([lookup, id && { id }]);
  }
});

test('node and nodes find what TMDB has under ids of its own, also of what IMDb lacks', async () => {
  const ids = ['tmdb:movie:606', 'tmdb:movie:606/record', 'tmdb:person:3', 'tmdb:person:3/record', 'tmdb:movie:605'];
  ids.push('tmdb:tv:603', 'tmdb:tv:603/record', 'tmdb:movie:700', 'tmdb:tv:606', 'tt0000001');
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
    ... on Title { source primaryTitle } ... on Person { source primaryName }
    ... on TmdbTitle { title imdbTitle { id } } ... on TmdbPerson { name imdbPerson { id } } } }`;
  const answer = await ask(query, { ids });
  expect(answer.data).toEqual({
    nodes: [
      { __typename: 'Movie', id: 'tmdb:movie:606', source: 'TMDB', primaryTitle: 'Title 606' },
      { __typename: 'TmdbTitle', id: 'tmdb:movie:606/record', title: 'Title 606', imdbTitle: null },
      { __typename: 'Person', id: 'tmdb:person:3', source: 'TMDB', primaryName: 'Nobody of IMDb' },
      { __typename: 'TmdbPerson', id: 'tmdb:person:3/record', name: 'Nobody of IMDb', imdbPerson: null },
      { __typename: 'Movie', id: 'tmdb:movie:605', source: 'TMDB', primaryTitle: 'Title 605' },
      { __typename: 'TmdbTitle', id: 'tmdb:tv:603', title: 'The Series', imdbTitle: { id: 'tt0000002' } },
      null,
      null,
      null,
      { __typename: 'Movie', id: 'tt0000001', source: 'IMDB', primaryTitle: 'The Film' },
    ],
  });
  expect(attributionsOf(answer)).toEqual(BOTH);
  const { node } = await dataOf('{ node(id: "tmdb:movie:603") { id } }');
  expect(node).toEqual({ id: 'tmdb:movie:603' });
  expect((await gateways.without.query('{ node(id: "tmdb:movie:603") { id } }')).data).toEqual({ node: null });
});

test('titleBy and personBy refuse what is no id, no URL or of the other kind', async () => {
  const wrong: [string, RegExp][] = [
    ['titleBy(lookup: { id: "x" }) { id }', /lookup\.id: "x" is no id/],
    ['titleBy(lookup: { id: "nm0000002" }) { id }', /Use personBy/],
    ['titleBy(lookup: { url: "https://example.org/title/tt0000001" }) { id }', /no address/],
    ['titleBy(lookup: { url: "https://imdb.com.example.org/title/tt0000001" }) { id }', /no address/],
    ['titleBy(lookup: { tmdbMovieId: 0 }) { id }', /lookup\.tmdbMovieId: 0 is no number/],
    ['personBy(lookup: { tmdbId: -1 }) { id }', /lookup\.tmdbId: -1 is no number/],
    ['personBy(lookup: { url: "https://www.themoviedb.org/movie/603" }) { id }', /Use titleBy/],
    ['titleBy(lookup: { id: "tt0000001", tmdbTvId: 1 }) { id }', /[Ee]xactly one/],
  ];
  for (const [query, message] of wrong) {
    const { errors } = await ask(`{ ${query} }`);
    expect([query, errors?.[0]?.message]).toEqual([query, expect.stringMatching(message)]);
  }
});

test('crosswalk says of ids of both what they are, both ways, and what was merged or is gone', async () => {
  const ids = [
    'tt0000001',
    'tt0000003',
    'tt9999999',
    'nm0000001',
    'tmdb:movie:603',
    'tmdb:movie:604',
    'tmdb:movie:605',
  ];
  ids.push(
    'tmdb:movie:606',
    'tmdb:movie:700',
    'tmdb:movie:701',
    'tmdb:movie:9',
    'tmdb:person:70',
    'tmdb:tv:603',
    'oops',
  );
  const answer = await ask(
    'query ($ids: [ID!]!) { crosswalk(ids: $ids) { askedId kind state imdbId tmdbId mergedInto title { id } person { id } } }',
    { ids },
  );
  expect(answer.errors).toMatchObject([{ path: ['crosswalk', 13], extensions: { code: 'BAD_USER_INPUT' } }]);
  const { crosswalk } = answer.data as { crosswalk: (Record<string, unknown> | null)[] };
  const said = crosswalk.map((entry) => {
    if (entry === null) return null;
    const { askedId, kind, state, imdbId, tmdbId, mergedInto, title, person } = entry;
    const found = (title ?? person) as { id: string } | null;
    return [askedId, kind, state, imdbId, tmdbId, mergedInto, found?.id ?? null];
  });
  expect(said).toEqual([
    ['tt0000001', 'TITLE', 'FOUND', 'tt0000001', 'tmdb:movie:603', null, 'tt0000001'],
    ['tt0000003', 'TITLE', 'FOUND', 'tt0000003', null, null, 'tt0000003'],
    ['tt9999999', 'TITLE', 'UNKNOWN', null, null, null, null],
    ['nm0000001', 'PERSON', 'FOUND', 'nm0000001', 'tmdb:person:4', null, 'nm0000001'],
    ['tmdb:movie:603', 'TITLE', 'FOUND', 'tt0000001', 'tmdb:movie:603', null, 'tt0000001'],
    ['tmdb:movie:604', 'TITLE', 'FOUND', 'tt0000001', 'tmdb:movie:604', null, 'tt0000001'],
    ['tmdb:movie:605', 'TITLE', 'FOUND', 'tt9999999', 'tmdb:movie:605', null, 'tmdb:movie:605'],
    ['tmdb:movie:606', 'TITLE', 'FOUND', null, 'tmdb:movie:606', null, 'tmdb:movie:606'],
    ['tmdb:movie:700', 'TITLE', 'MERGED', 'tt0000001', 'tmdb:movie:603', 'tmdb:movie:603', 'tt0000001'],
    ['tmdb:movie:701', 'TITLE', 'GONE', null, null, null, null],
    ['tmdb:movie:9', 'TITLE', 'UNKNOWN', null, null, null, null],
    ['tmdb:person:70', 'PERSON', 'MERGED', 'nm0000002', 'tmdb:person:1', 'tmdb:person:1', 'nm0000002'],
    ['tmdb:tv:603', 'TITLE', 'FOUND', 'tt0000002', 'tmdb:tv:603', null, 'tt0000002'],
    null,
  ]);
});

test('extensions.dataset.attributions names TMDB in answers with its data alone, in both lanes and from memory', async () => {
  const ofTmdb = [
    '{ title(id: "tt0000001") { tmdb { title } } }',
    '{ title(id: "tt0000003") { tmdb { confidence } } }',
    '{ person(id: "nm0000001") { tmdb { name } } }',
    '{ titleBy(lookup: { tmdbMovieId: 603 }) { id } }',
    '{ crosswalk(ids: ["tt0000001"]) { tmdbId } }',
  ];
  const others = [
    '{ title(id: "tt0000001") { primaryTitle } }',
    '{ title(id: "tt9999999") { tmdb { title } } }',
    '{ titleBy(lookup: { id: "tt0000001" }) { id } }',
    '{ crosswalk(ids: ["tt0000003"]) { tmdbId } }',
    '{ dataset { version } }',
  ];
  // The first goes the long way, the second is executed in the fast lane, and the third is from memory.
  for (let time = 0; time < 3; time += 1) {
    for (const query of ofTmdb) expect([query, attributionsOf(await ask(query))]).toEqual([query, BOTH]);
    for (const query of others) expect([query, attributionsOf(await ask(query))]).toEqual([query, undefined]);
  }
});

test('Dataset.tmdb names TMDB’s terms, when its data was fetched and how much there is', async () => {
  const query = `{ dataset { tmdb { attribution licence oldestFetchedAt newestFetchedAt titles linkedTitles people linkedPeople } } }`;
  const { dataset } = await dataOf(query);
  expect(dataset).toEqual({
    tmdb: {
      attribution: TMDB_ATTRIBUTION,
      licence: expect.stringContaining('themoviedb.org') as string,
      oldestFetchedAt: '2026-11-19T03:00:00.000Z',
      newestFetchedAt: '2026-11-19T03:00:00.000Z',
      titles: 5,
      linkedTitles: 2,
      people: 4,
      linkedPeople: 2,
    },
  });
  expect((await gateways.without.query(query)).data).toEqual({ dataset: { tmdb: null } });
});

test('a build without TMDB’s data answers null, reads nothing of it, and has the same bytes for IMDb’s fields', async () => {
  const { without: none, index } = gateways;
  const query = `{ title(id: "tt0000001") { primaryTitle tmdb { title credits { totalCount } } }
    titleBy(lookup: { tmdbMovieId: 603 }) { id } crosswalk(ids: ["tt0000001", "tmdb:movie:603"]) { state imdbId tmdbId } }`;
  const answer = await none.query(query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual({
    title: { primaryTitle: 'The Film', tmdb: null },
    titleBy: null,
    crosswalk: [
      { state: 'FOUND', imdbId: 'tt0000001', tmdbId: null },
      { state: 'UNKNOWN', imdbId: null, tmdbId: null },
    ],
  });
  const imdb = JSON.stringify({
    query: `{ titles(filter: {}, first: 10) { totalCount nodes { id primaryTitle genres rating { average } akas { nodes { title } } } facets { genre { value count } } }
      people(first: 5) { nodes { id primaryName credits { nodes { title { id } } } } } search(query: "film") { nodes { score } } }`,
  });
  const headers = { 'content-type': 'application/json' };
  const bytes = await Promise.all(
    [none, index].map(async (one) => (await one.fetch('/graphql', { method: 'POST', headers, body: imdb })).text()),
  );
  expect(bytes[0]).toBe(bytes[1]);
});

test('answers with what TMDB alone has name TMDB, in both lanes and from memory, and lists of IMDb’s do not', async () => {
  const ofTmdb = [
    '{ titles(source: TMDB) { nodes { id } } }',
    '{ titles(source: ANY, first: 20) { nodes { id } } }',
    '{ people(source: TMDB) { edges { node { id primaryName } } } }',
    '{ title(id: "tmdb:movie:606") { id source imdbUrl primaryTitle genres rating { votes } credits { totalCount } } }',
    '{ person(id: "tmdb:person:3") { id source imdbUrl primaryProfessions knownFor { id } credits { totalCount } } }',
    '{ titles(source: TMDB) { totalCount } }',
    '{ titles(filter: { tmdb: { country: { any: ["DE"] } } }) { nodes { id } } }',
    '{ chart(kind: TOP_RATED_MOVIES, filter: { tmdb: { status: { any: ["Released"] } } }) { totalCount } }',
    '{ search(query: "film", source: ANY) { totalCount } }',
    '{ titlesByIds(ids: ["tt0000001", "tmdb:movie:605"]) { id } }',
    '{ peopleByIds(ids: ["nm0000001", "tmdb:person:3"]) { id } }',
  ];
  const others = [
    '{ titles { nodes { id } } }',
    '{ title(id: "tmdb:movie:9") { id } }',
    '{ person(id: "tmdb:person:9") { id } }',
  ];
  for (let time = 0; time < 3; time += 1) {
    for (const query of ofTmdb) expect([query, attributionsOf(await ask(query))]).toEqual([query, BOTH]);
    for (const query of others) expect([query, attributionsOf(await ask(query))]).toEqual([query, undefined]);
  }
  expect(await dataOf(ofTmdb[3] ?? '')).toEqual({
    title: {
      id: 'tmdb:movie:606',
      source: 'TMDB',
      imdbUrl: null,
      primaryTitle: 'Title 606',
      genres: [],
      rating: null,
      credits: { totalCount: 0 },
    },
  });
  for (const query of others.slice(1)) expect(Object.values(await dataOf(query))).toEqual([null]);
});

test('an id of TMDB’s finds the title or person of IMDb that both have, in lookups and in filters, and each is listed once', async () => {
  const found = await dataOf(`{
    title(id: "tmdb:movie:603") { id source }
    titlesByIds(ids: ["tmdb:tv:603", "tmdb:movie:604", "tmdb:movie:606"]) { id }
    person(id: "tmdb:person:1") { id source }
    imdb: titles(filter: { ids: ["tmdb:movie:603", "tt0000001", "tmdb:movie:604", "tmdb:movie:606"] }) { nodes { id } }
    tmdb: titles(source: TMDB, filter: { ids: ["tmdb:movie:603", "tmdb:movie:605", "tmdb:movie:606"] }) { nodes { id } }
    people(source: ANY, filter: { ids: ["tmdb:person:1", "tmdb:person:2", "tmdb:person:3", "nm0000002"] }) {
      totalCount nodes { id }
    }
  }`);
  expect(found).toEqual({
    title: { id: 'tt0000001', source: 'IMDB' },
    titlesByIds: [{ id: 'tt0000002' }, { id: 'tt0000001' }, { id: 'tmdb:movie:606' }],
    person: { id: 'nm0000002', source: 'IMDB' },
    imdb: { nodes: [{ id: 'tt0000001' }] },
    tmdb: { nodes: [{ id: 'tmdb:movie:605' }, { id: 'tmdb:movie:606' }] },
    people: { totalCount: 3, nodes: [{ id: 'nm0000002' }, { id: 'nm0000001' }, { id: 'tmdb:person:3' }] },
  });
});

test('a build without TMDB’s data has nothing that TMDB alone has, and any source is IMDb', async () => {
  const query = `{ tmdb: titles(source: TMDB) { totalCount nodes { id } } any: titles(source: ANY) { nodes { id } }
    imdb: titles { nodes { id } } people(source: TMDB) { totalCount } title(id: "tmdb:movie:606") { id } }`;
  const { data, errors } = await gateways.without.query(query);
  expect(errors).toBeUndefined();
  const { any, imdb, ...none } = data as Record<string, unknown>;
  expect(none).toEqual({ tmdb: { totalCount: 0, nodes: [] }, people: { totalCount: 0 }, title: null });
  expect(any).toEqual(imdb);
});
