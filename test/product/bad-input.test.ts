import { afterAll, beforeAll, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';

const row = (...columns: string[]): string => columns.join('\t');
const film = (id: string, title: string): string => row(id, 'movie', title, title, '0', '2000', '\\N', '90', 'Drama');

const LINES = {
  'title.basics': [
    film('tt0000001', "O'Brien's 100%_\\ Film"),
    film('tt0000002', 'Second'),
    film('tt0000003', 'Third'),
    film('tt0000004', '100 Ways'),
  ],
  'title.ratings': [row('tt0000001', '7.1', '50'), row('tt0000002', '6.0', '40')],
  'title.principals': [row('tt0000001', '1', 'nm0000001', 'actor', '\\N', '["X"]')],
  'name.basics': [row('nm0000001', "Conan O'Brien", '1963', '\\N', 'actor', 'tt0000001')],
};

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway(await buildOf(LINES, 'bad-input'));
});

afterAll(() => gateway.close());

/** The one error of a request, which tells nothing of the inside. */
async function failure(
  query: string,
  variables?: Record<string, unknown>,
): Promise<{ code: unknown; message: string }> {
  const { errors } = await gateway.query(query, variables);
  expect(errors, query).toHaveLength(1);
  const { message, extensions = {} } = errors?.[0] ?? { message: '' };
  expect(message).not.toMatch(/SELECT|duckdb|parquet_builds|node_modules|\/src\/|Unexpected error| at .*:\d+/i);
  expect(Object.keys(extensions)).toEqual(['code']);
  return { code: extensions['code'], message };
}

async function cursorOf(list: string): Promise<string> {
  const { data } = await gateway.query(`{ list: ${list} { edges { cursor } } }`);
  return (data as { list: { edges: { cursor: string }[] } }).list.edges[0]?.cursor ?? '';
}

function forge(...key: unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const ids = (count: number, prefix: string): string =>
  JSON.stringify(Array.from({ length: count }, (_, at) => `${prefix}${String(at + 1).padStart(7, '0')}`));

test.each([
  ['{ title(id: "0111161") { id } }', /not an IMDb id/],
  ['{ title(id: "tt123") { id } }', /not an IMDb id/],
  ['{ title(id: "tt0000001\\u0000") { id } }', /not an IMDb id/],
  ['{ title(id: "tt０００００００１") { id } }', /not an IMDb id/],
  ['{ title(id: "") { id } }', /not an IMDb id/],
  ['{ title(id: 111161) { id } }', /not an IMDb id/],
  ['{ title(id: "nm0000001") { id } }', /id of a person, not of a title/],
  ['{ person(id: "tt0000001") { id } }', /id of a title, not of a person/],
  [`{ node(id: "tt' OR 1=1 --") { id } }`, /not an IMDb id/],
  ['{ titlesByIds(ids: ["tt0000001", "tt1", "tt0000002"]) { id } }', /ids\[1\]/],
  ['{ nodes(ids: ["tt0000001", "nm0000001", "x"]) { id } }', /ids\[2\]/],
  [`{ titlesByIds(ids: ${ids(101, 'tt')}) { id } }`, /101 ids are too many/],
  [`{ peopleByIds(ids: ${ids(101, 'nm')}) { id } }`, /101 ids are too many/],
  [`{ nodes(ids: ${ids(101, 'tt')}) { id } }`, /101 ids are too many/],
  [`{ people(filter: { ids: ${ids(101, 'nm')} }) { totalCount } }`, /101 ids are too many/],
  ['{ people(filter: { ids: ["tt0000001"] }) { totalCount } }', /filter\.ids\[0\]/],
  ['{ titles(first: -1) { totalCount } }', /negative/],
  ['{ titles(last: -1) { totalCount } }', /negative/],
  ['{ titles(offset: -1) { totalCount } }', /negative/],
  ['{ titles(first: 1, last: 1) { totalCount } }', /exclude each other/],
  ['{ titles(offset: 1, last: 1) { totalCount } }', /exclude each other/],
  ['{ titles(first: 101) { totalCount } }', /101 is more than a page/],
  ['{ title(id: "tt0000001") { credits(first: 501) { totalCount } } }', /501 is more than a page/],
  ['{ title(id: "tt0000001") { akas(last: 101) { totalCount } } }', /101 is more than a page.*startCursor with before/],
  ['{ randomTitles(first: 101) { seed } }', /first: 101 is more than a page of this list may hold, 100. Another seed/],
  ['{ titles(after: "") { totalCount } }', /not a cursor/],
  ['{ titles(after: "garbage!") { totalCount } }', /not a cursor/],
  ['{ titles(before: "\\u0000") { totalCount } }', /not a cursor/],
  [`{ titles(after: "${'A'.repeat(5000)}") { totalCount } }`, /not a cursor/],
  ['{ titles(orderBy: [{ field: YEAR }, { field: YEAR, direction: ASC }]) { totalCount } }', /YEAR occurs twice/],
  [`{ search(query: "${'a'.repeat(201)}") { totalCount } }`, /201 characters are too many/],
])('bad input %s says what is wrong', async (query, message) => {
  expect(await failure(query)).toEqual({ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) });
});

test('one refused argument costs its own field, and the others of the page are answered', async () => {
  const refused = {
    titles: 'titles(first: 101) { totalCount }',
    people: 'people(last: -1) { totalCount }',
    search: 'search(query: "film", first: 200) { totalCount }',
    suggest: 'suggest(prefix: "f", first: 200) { matchedText }',
    chart: 'chart(kind: MOST_VOTED, minVotes: 0) { totalCount }',
    careers: 'careers(category: ACTOR, minTitles: 0) { totalCount }',
    randomTitles: 'randomTitles(first: 101) { seed }',
    titlesByIds: `titlesByIds(ids: ${ids(101, 'tt')}) { id }`,
    peopleByIds: `peopleByIds(ids: ${ids(101, 'nm')}) { id }`,
    nodes: `nodes(ids: ${ids(101, 'nm')}) { id }`,
  };
  const good = 'title(id: "tt0000002") { primaryTitle }';
  const { data, errors } = await gateway.query(`{ ${Object.values(refused).join(' ')} ${good} }`);
  const empty = Object.fromEntries(Object.keys(refused).map((name) => [name, null]));
  expect(data).toEqual({ ...empty, title: { primaryTitle: 'Second' } });
  // Fields that wait for something fail later than others.
  expect(errors?.map(({ path }) => String(path)).sort()).toEqual(Object.keys(refused).sort());
  expect(new Set(errors?.map(({ extensions }) => extensions?.['code']))).toEqual(new Set(['BAD_USER_INPUT']));
});

test('a malformed id in a list is an error at its place, in both lanes', async () => {
  const query = 'query ($ids: [ID!]!) { titlesByIds(ids: $ids) { id } }';
  await gateway.query(query, { ids: ['tt0000001'] });
  for (let time = 0; time < 3; time += 1) {
    const { data, errors } = await gateway.query(query, { ids: ['tt0000001', 'tt1', 'tt0000003'] });
    expect(data).toEqual({ titlesByIds: [{ id: 'tt0000001' }, null, { id: 'tt0000003' }] });
    expect(errors).toMatchObject([{ path: ['titlesByIds', 1], extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test.each([
  ['{ titles(orderBy: [{ field: SIZE }]) { totalCount } }', /SIZE/],
  ['{ titles(filter: { types: { any: [tvSeries] } }) { totalCount } }', /tvSeries/],
  ['{ titles(first: 3000000000) { totalCount } }', /32-bit/],
  ['{ titles(first: 1.5) { totalCount } }', /Int/],
  ['{ title { id } }', /argument "id"/],
  ['{ titles { nope } }', /nope/],
])('bad document %s is refused before it runs', async (query, message) => {
  expect(await failure(query)).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringMatching(message) });
});

test.each([
  ['query ($first: Int) { titles(first: $first) { totalCount } }', { first: '3' }, /\$first/],
  ['query ($ids: [ID!]!) { titlesByIds(ids: $ids) { id } }', { ids: ['tt0000001', null] }, /\$ids/],
  ['query ($ids: [ID!]!) { titlesByIds(ids: $ids) { id } }', {}, /\$ids/],
  ['query ($f: TitleFilter) { titles(filter: $f) { totalCount } }', { f: { adult: 'SOME' } }, /\$f/],
  ['query ($f: TitleFilter) { titles(filter: $f) { totalCount } }', { f: { genre: 'DRAMA' } }, /\$f/],
  ['query ($q: String!) { search(query: $q) { totalCount } }', { q: { a: 1 } }, /\$q/],
])('bad variables of %s name the variable', async (query, variables, message) => {
  expect(await failure(query, variables)).toEqual({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(message),
  });
});

test('cursor from elsewhere is refused', async () => {
  const cursor = await cursorOf('titles');
  expect(cursor).not.toBe('');
  for (const query of [
    `{ titles(orderBy: [{ field: YEAR }], after: "${cursor}") { totalCount } }`,
    `{ people(after: "${cursor}") { totalCount } }`,
    `{ search(query: "a", after: "${cursor}") { totalCount } }`,
    `{ title(id: "tt0000001") { credits(before: "${cursor}") { totalCount } } }`,
  ]) {
    expect(await failure(query)).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/another list or under another order/),
    });
  }
});

test('cursor forged with the right order and wrong types is refused', async () => {
  const order = 'titles VOTES:DESC ID:ASC';
  for (const key of [
    [],
    [1],
    ['1', 2],
    [1, '2'],
    [1, null],
    [1, 2.5],
    [1, 2, 3],
    [true, 2],
    [[1], 2],
    [{}, 2],
    [1, 2 ** 60],
    [1e300, 2],
    [-(2 ** 53), 2],
  ]) {
    expect(await failure(`{ titles(after: "${forge(order, ...key)}") { nodes { id } } }`)).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/does not fit the order/),
    });
  }
  expect(await failure(`{ titles(after: "${forge(order, 1, 2)}=") { nodes { id } } }`)).toMatchObject({
    message: expect.stringMatching(/not a cursor/),
  });
});

test('cursor forged with numbers that no row has gives a page', async () => {
  const pages: unknown[] = [];
  for (const votes of [1.5, -1, 2 ** 31, -(2 ** 33), 2 ** 53 - 1, null]) {
    for (const id of [0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      for (const side of ['after', 'before']) {
        const { data, errors } = await gateway.query(
          `{ titles(${side}: "${forge('titles VOTES:DESC ID:ASC', votes, id)}") { nodes { id } } }`,
        );
        expect(errors, `${side} ${votes} ${id}`).toBeUndefined();
        pages.push((data as { titles: { nodes: unknown[] } }).titles.nodes.length);
      }
    }
  }
  expect(new Set(pages)).toEqual(new Set([0, 2, 4]));
});

test('cursor forged with odd texts gives a page', async () => {
  for (const text of ['', "'", '%', '\u0000', 'a\u0000b', '😀', '\u{10FFFF}', 'x'.repeat(2000)]) {
    const cursor = forge('titles TITLE:ASC ID:ASC', text, 1);
    const { errors } = await gateway.query(
      `{ titles(orderBy: [{ field: TITLE, direction: ASC }], after: "${cursor}") { nodes { id } } }`,
    );
    expect(errors, JSON.stringify(text)).toBeUndefined();
  }
});

test('ids that are well formed but of nothing are null', async () => {
  const { data, errors } = await gateway.query(
    '{ nodes(ids: ["tt999999999", "nm999999999", "tt00000001", "tt0000000"]) { id } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ nodes: [null, null, null, null] });
});

test('first 0 is an empty page with its count', async () => {
  const { data } = await gateway.query('{ titles(first: 0) { totalCount nodes { id } pageInfo { endCursor } } }');
  expect(data).toEqual({ titles: { totalCount: 4, nodes: [], pageInfo: { endCursor: null } } });
});

test('offset beyond the end is an empty page', async () => {
  const { data } = await gateway.query(
    '{ titles(offset: 2147483647) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }',
  );
  expect(data).toEqual({ titles: { nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } } });
});

test('search takes wildcards, quotes and apostrophes as they are', async () => {
  const found: Record<string, string[]> = {};
  for (const query of [
    "o'brien",
    "o'brien's 100%",
    "O'BRIEN'S 100%_\\ FILM",
    '100',
    '100%',
    '%',
    '_',
    '\\',
    "'",
    '"',
    "' OR 1=1 --",
    '(?:',
    '[a',
    '$1',
    '*',
  ]) {
    const { data, errors } = await gateway.query(
      'query ($q: String!) { search(query: $q) { nodes { matchedText } } }',
      { q: query },
    );
    expect(errors, query).toBeUndefined();
    found[query] = (data as { search: { nodes: { matchedText: string }[] } }).search.nodes.map(
      ({ matchedText }) => matchedText,
    );
  }
  expect(found).toEqual({
    "o'brien": ["O'Brien's 100%_\\ Film", "Conan O'Brien"],
    "o'brien's 100%": ["O'Brien's 100%_\\ Film"],
    "O'BRIEN'S 100%_\\ FILM": ["O'Brien's 100%_\\ Film"],
    '100': ['100 Ways', "O'Brien's 100%_\\ Film"],
    '100%': ['100 Ways', "O'Brien's 100%_\\ Film"],
    '%': [],
    _: [],
    '\\': [],
    "'": [],
    '"': [],
    "' OR 1=1 --": [],
    '(?:': [],
    '[a': [],
    $1: ['100 Ways', "O'Brien's 100%_\\ Film"],
    '*': [],
  });
});

test.each([
  ['NUL', 'a\u0000b'],
  ['only NUL', '\u0000'],
  ['a lone surrogate', 'a\uD800'],
  ['only a lone surrogate', '\uDFFF'],
  ['only an accent', '\u0301'],
  ['only punctuation', '!?.,;:-'],
  ['200 characters', 'é'.repeat(200)],
  ['emoji', '👩‍🚀🏳️‍🌈'],
  ['the last character of all', '\u{10FFFF}'],
  ['text from right to left', 'شاهنامه\u202e'],
])('search for %s finds nothing and does not fail', async (_name, query) => {
  const { data, errors } = await gateway.query(
    'query ($q: String!) { search(query: $q) { totalCount nodes { score } pageInfo { hasNextPage } } }',
    { q: query },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ search: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } });
});
