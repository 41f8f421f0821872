import { expect, test } from 'vitest';
import { loadEach } from '../../../src/graphql/base/ids.ts';
import { ask, fakeLoaders, person, title } from '../fake-loaders.ts';

function raise(error: Error): never {
  throw error;
}

function fake() {
  return fakeLoaders({
    titles: [title({ id: 1 }), title({ id: 2, titleType: 'tvSeries' })],
    people: [person({ id: 5 })],
  });
}

test('title, person and node return the object with the id, and null for an unknown id', async () => {
  const { loaders } = fake();
  const source = `{
    title(id: "tt0000001") { __typename id }
    person(id: "nm0000005") { __typename id }
    series: node(id: "tt0000002") { __typename id }
    somebody: node(id: "nm0000005") { __typename id }
    noTitle: title(id: "tt0000009") { id }
    noPerson: person(id: "nm0000009") { id }
    noNode: node(id: "nm0000009") { id }
  }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      title: { __typename: 'Movie', id: 'tt0000001' },
      person: { __typename: 'Person', id: 'nm0000005' },
      series: { __typename: 'Series', id: 'tt0000002' },
      somebody: { __typename: 'Person', id: 'nm0000005' },
      noTitle: null,
      noPerson: null,
      noNode: null,
    },
  });
});

test('titlesByIds, peopleByIds and nodes keep order, duplicates and unknown ids', async () => {
  const { loaders } = fake();
  const source = `{
    titlesByIds(ids: ["tt0000002", "tt0000009", "tt0000002"]) { id }
    peopleByIds(ids: ["nm0000009", "nm0000005"]) { id }
    nodes(ids: ["nm0000005", "tt0000001", "tt0000009"]) { id }
    none: nodes(ids: []) { id }
  }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      titlesByIds: [{ id: 'tt0000002' }, null, { id: 'tt0000002' }],
      peopleByIds: [null, { id: 'nm0000005' }],
      nodes: [{ id: 'nm0000005' }, { id: 'tt0000001' }, null],
      none: [],
    },
  });
});

test.each([
  [
    'title(id: "x") { id }',
    'id: "x" is not an IMDb id. An id is tt (title) or nm (person) and seven to nine digits, such as tt0111161; TMDB\'s is such as tmdb:movie:603 or tmdb:person:287.',
  ],
  ['title(id: 111161) { id }', /^id: "111161" is not an IMDb id/],
  ['title(id: "tt123") { id }', /^id: "tt123" is not an IMDb id/],
  [`title(id: "${'a'.repeat(5000)}") { id }`, /^id: "a{40}…" is not an IMDb id/],
  [
    'title(id: "nm0000001") { id }',
    'id: "nm0000001" is the id of a person, not of a title. Use person(id:) or peopleByIds(ids:), or node(id:) for both.',
  ],
  ['person(id: "tt0000001") { id }', /^id: "tt0000001" is the id of a title, not of a person. Use title\(id:\)/],
  ['node(id: "TT0000001") { id }', /^id: "TT0000001" is not an IMDb id/],
  [
    'node(id: "tt0000002/season/x") { id }',
    'id: "tt0000002/season/x" is not the id of a season: that of a series, /season/ and a number or unknown, such as tt0900100/season/2.',
  ],
  ['node(id: "tt0000002/season/01") { id }', /^id: "tt0000002\/season\/01" is not the id of a season/],
  ['node(id: "tt0000002/season/-1") { id }', /is not the id of a season/],
  ['node(id: "tt0000002/season/1/") { id }', /is not the id of a season/],
  ['node(id: "tt0000002/") { id }', /is not the id of a season/],
  ['node(id: "nm0000002/season/1") { id }', /^id: "nm0000002" is the id of a person, not of a title/],
  ['node(id: "tt12/season/1") { id }', /^id: "tt12" is not an IMDb id/],
  ['title(id: "tt0000002/season/1") { id }', /^id: "tt0000002\/season\/1" is not an IMDb id/],
  ['titlesByIds(ids: ["nm0000001"]) { id }', /^ids\[0\]: "nm0000001" is the id of a person/],
  ['nodes(ids: ["tt0000001", "tt0000001", "tt0000001", "tt0000001"]) { id }', /^ids: 4 ids are too many, at most 3/],
  ['people(filter: { ids: ["nm0000001", "x"] }) { nodes { id } }', /^filter.ids\[1\]: "x" is not an IMDb id/],
  [
    'people(filter: { ids: ["nm0000001", "nm0000002", "nm0000003", "nm0000004"] }) { nodes { id } }',
    /^filter.ids: 4 ids are too many/,
  ],
])('readKey and readConst refuse %s', async (field, message) => {
  const { loaders, asked } = fake();
  const { errors } = await ask(`{ ${field} }`, { loaders });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toMatch(message);
  expect(asked).toEqual([]);
});

test('titlesByIds, peopleByIds and nodes report a malformed id at its position, and answer the others', async () => {
  const { loaders } = fake();
  const source = `{
    titlesByIds(ids: ["tt0000001", "x", "tt0000009"]) { id }
    peopleByIds(ids: ["tt0000001", "nm0000005"]) { id }
    all: nodes(ids: ["nm0000005", "", "tt123"]) { id }
  }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      titlesByIds: [{ id: 'tt0000001' }, null, null],
      peopleByIds: [null, { id: 'nm0000005' }],
      all: [{ id: 'nm0000005' }, null, null],
    },
    errors: [
      ['titlesByIds.1', /^ids\[1\]: "x" is not an IMDb id/],
      ['peopleByIds.0', /^ids\[0\]: "tt0000001" is the id of a title/],
      ['all.1', /^ids\[1\]: "" is not an IMDb id/],
      ['all.2', /^ids\[2\]: "tt123" is not an IMDb id/],
    ].map(([path, message]) => ({ code: 'BAD_USER_INPUT', path, message: expect.stringMatching(message as RegExp) })),
  });
});

test('loadEach rethrows an error that is not a ClientError', async () => {
  const bug = new TypeError('a bug');
  const asks = () => loadEach(['tt0000001'], { most: 1, load: () => raise(bug) });
  expect(asks).toThrow(bug);
});
