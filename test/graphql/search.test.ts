import { expect, test } from 'vitest';
import type { SearchHit } from '../../src/store/model.ts';
import { ask, fakeLoaders, listOf, person, title } from './fake-loaders.ts';

const HITS: (SearchHit & { id: number })[] = [
  { id: 1, node: title(), score: 3, matchedOn: 'PRIMARY', matchedText: 'One' },
  { id: 2, node: person(), score: 2, matchedOn: 'NAME', matchedText: 'Ann' },
];

test('search answers titles and people with why they were found', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: () => listOf(HITS).list } });
  const source = `{ search(query: " one ", types: [TITLE, PERSON]) { totalCount nodes {
    score matchedOn matchedText region
    node { __typename ... on Title { id } ... on Person { id } }
  } } }`;
  expect(await ask(source, { loaders })).toEqual({
    data: {
      search: {
        totalCount: 2,
        nodes: [
          {
            score: 3,
            matchedOn: 'PRIMARY',
            matchedText: 'One',
            region: null,
            node: { __typename: 'Movie', id: 'tt0000001' },
          },
          {
            score: 2,
            matchedOn: 'NAME',
            matchedText: 'Ann',
            region: null,
            node: { __typename: 'Person', id: 'nm0000001' },
          },
        ],
      },
    },
  });
  expect(asked).toEqual([['search', 'one', ['TITLE', 'PERSON']]]);
});

test('search looks among everything when no types are given', async () => {
  const { loaders, asked } = fakeLoaders({ parts: { search: () => listOf(HITS).list } });
  await ask('{ search(query: "a") { totalCount } none: search(query: "a", types: []) { totalCount } }', { loaders });
  expect(asked).toEqual([
    ['search', 'a', undefined],
    ['search', 'a', undefined],
  ]);
});

test.each([
  ['an empty query', '', 10, /^query: there is nothing to look for/],
  ['a blank query', ' \t\n', 10, /^query: there is nothing to look for/],
  ['a long query', 'a'.repeat(201), 10, /^query: 201 characters are too many, at most 200/],
  ['a long page', 'a', 5, /^first: 5 is more than/],
])('search refuses %s', async (_what, query, first, message) => {
  const { loaders } = fakeLoaders({ parts: { search: () => listOf(HITS).list } });
  const { errors } = await ask(
    'query ($query: String!, $first: Int) { search(query: $query, first: $first) { totalCount } }',
    {
      loaders,
      variables: { query, first: first === 10 ? null : first },
    },
  );
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringMatching(message) as string }]);
});
