import { expect, test } from 'vitest';
import type { SearchHit, SearchList } from '../../src/store/model/model.ts';
import { ask, fakeLoaders, listOf, person, title } from './fake-loaders.ts';

const HITS: (SearchHit & { id: number })[] = [
  { id: 1, node: title(), score: 1, matchedOn: 'AKA', matchedText: 'Eins', region: 'DE' },
  { id: 2, node: person(), score: 0.9, matchedOn: 'NAME', matchedText: 'Ann', region: null },
];

function found(total = { total: HITS.length, exact: true }): SearchList {
  const { list } = listOf<SearchHit & { id: number }>(HITS);
  return {
    ...list,
    count: () => total.total,
    counted: async () => total,
    corrected: async () => 'one',
  };
}

test('search returns titles and people with the reason why they match', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: { list: () => found() } } });
  const source = `{ search(query: "on", types: [TITLE, PERSON]) { totalCount totalCountIsExact correctedQuery nodes {
    score matchedOn matchedText region
    node { __typename ... on Title { id } ... on Person { id } }
  } } }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      search: {
        totalCount: 2,
        totalCountIsExact: true,
        correctedQuery: 'one',
        nodes: [
          {
            score: 1,
            matchedOn: 'AKA',
            matchedText: 'Eins',
            region: 'DE',
            node: { __typename: 'Movie', id: 'tt0000001' },
          },
          {
            score: 0.9,
            matchedOn: 'NAME',
            matchedText: 'Ann',
            region: null,
            node: { __typename: 'Person', id: 'nm0000001' },
          },
        ],
      },
    },
  });
  expect(asked).toEqual([
    ['search.list', { query: 'on', filter: { adult: 'EXCLUDE', includeAkas: true, types: ['TITLE', 'PERSON'] } }],
  ]);
});

test('hits have the id and the name to show beside the node', async () => {
  const { loaders } = fakeLoaders({
    parts: {
      search: { list: () => found(), suggest: async () => HITS },
      akas: { displayTitle: async (_id, { audience }) => (audience.language === 'de' ? 'Eins' : null) },
    },
  });
  const hits = 'id displayName german: displayName(language: "DE") french: displayName(region: "FR", language: "fr")';
  const { data } = await ask(`{ search(query: "on") { nodes { ${hits} } } suggest(prefix: "on") { ${hits} } }`, {
    loaders,
  });
  const expected = [
    { id: 'tt0000001', displayName: 'One', german: 'Eins', french: 'One' },
    { id: 'nm0000001', displayName: 'Ann', german: 'Ann', french: 'Ann' },
  ];
  expect(data).toEqual({ search: { nodes: expected }, suggest: expected });
});

test('search tells when it stopped counting', async () => {
  const { loaders } = fakeLoaders({ parts: { search: { list: () => found({ total: 10_000, exact: false }) } } });
  expect(await ask('{ search(query: "on") { totalCount totalCountIsExact } }', { loaders })).toEqual({
    data: { search: { totalCount: 10_000, totalCountIsExact: false } },
  });
});

test('search returns hits of all types if none is given', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: { list: () => found() } } });
  await ask('{ search(query: "a") { totalCount } none: search(query: "a", types: []) { totalCount } }', { loaders });
  const filter = { adult: 'EXCLUDE', includeAkas: true };
  expect(asked).toEqual([
    ['search.list', { query: 'a', filter }],
    ['search.list', { query: 'a', filter }],
  ]);
});

test('search passes its filters on, with regions in upper case', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: { list: () => found() } } });
  await ask('{ search(query: "a", region: "de", year: 1999, adult: ONLY, includeAkas: false) { totalCount } }', {
    loaders,
  });
  expect(asked).toEqual([
    ['search.list', { query: 'a', filter: { region: 'DE', year: 1999, adult: 'ONLY', includeAkas: false } }],
  ]);
});

test('suggest returns ten suggestions, or as many as are requested', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: { suggest: async () => HITS } } });
  const source =
    '{ suggest(prefix: "o", first: 2) { matchedText } people: suggest(prefix: "a", types: [PERSON]) { score } }';
  expect(await ask(source, { loaders })).toMatchObject({
    data: { suggest: [{ matchedText: 'Eins' }, { matchedText: 'Ann' }] },
  });
  expect(asked).toEqual([
    ['search.suggest', { prefix: 'o', limit: 2 }],
    // The most that a page may hold here is 4.
    ['search.suggest', { prefix: 'a', limit: 4, types: ['PERSON'] }],
  ]);
});

test.each([
  ['search(query: $text) { totalCount }', 'a'.repeat(201), /^query: 201 characters are too many, at most 200/],
  ['search(query: $text, first: 5) { totalCount }', 'a', /^first: 5 is more than/],
  ['suggest(prefix: $text) { score }', 'a'.repeat(10_000), /^prefix: 10000 characters are too many, at most 200/],
  ['suggest(prefix: $text, first: 5) { score }', 'a', /^first: 5 is not a number of suggestions, 0 to 4/],
  ['suggest(prefix: $text, first: -1) { score }', 'a', /^first: -1 is not a number of suggestions/],
])('%s refuses arguments that are too large', async (field, text, message) => {
  const { loaders } = fakeLoaders({ parts: { search: { list: () => found(), suggest: async () => [] } } });
  const { errors } = await ask(`query ($text: String!) { ${field} }`, { loaders, variables: { text } });
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) as string }]);
});
