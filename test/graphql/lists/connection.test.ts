import { expect, test } from 'vitest';
import { encodeCursor } from '../../../src/graphql/lists/cursor.ts';
import { ask, fakeLoaders, listOf, title } from '../fake-loaders.ts';

const ORDER = 'things PLACE:ASC';
const TITLES = [1, 2, 3, 4].map((id) => title({ id }));

function at(index: number): string {
  return encodeCursor(ORDER, [index, index + 1]);
}

async function page(
  args: string,
  selection = 'nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
) {
  const { list, requests } = listOf(TITLES);
  const { loaders } = fakeLoaders({ parts: { titles: { list: () => list } } });
  return { answer: await ask(`{ titles${args} { ${selection} } }`, { loaders }), requests };
}

test('connect returns the default page without arguments', async () => {
  const { answer, requests } = await page('');
  expect(answer).toEqual({
    data: {
      titles: {
        nodes: [{ id: 'tt0000001' }, { id: 'tt0000002' }],
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: at(0), endCursor: at(1) },
      },
    },
  });
  expect(requests).toEqual([{ limit: 2, backward: false }]);
});

test.each([
  ['(first: 3)', { limit: 3, backward: false }],
  ['(first: 5)', { limit: 5, backward: false }],
  ['(last: 1)', { limit: 1, backward: true }],
  [`(first: 1, after: "${at(1)}")`, { limit: 1, backward: false, after: [1, 2] }],
  [`(last: 1, before: "${at(1)}")`, { limit: 1, backward: true, before: [1, 2] }],
  [`(before: "${at(3)}")`, { limit: 2, backward: true, before: [3, 4] }],
  [`(after: "${at(0)}", before: "${at(3)}")`, { limit: 2, backward: false, after: [0, 1], before: [3, 4] }],
  ['(offset: 2)', { limit: 2, backward: false, offset: 2 }],
  ['(first: 2, last: null, after: null, before: null, offset: null)', { limit: 2, backward: false }],
])('connect asks the list for %s', async (args, request) => {
  expect((await page(args)).requests).toEqual([request]);
});

test.each([
  ['(first: 1, last: 1)', /^first and last exclude each other/],
  ['(first: -1)', /^first: -1 is negative/],
  ['(last: -1)', /^last: -1 is negative/],
  ['(first: 6)', /^first: 6 is more than a page of this list may hold, 5/],
  ['(last: 6)', /^last: 6 is more than/],
  ['(offset: -1)', /^offset: -1 is negative/],
  [`(offset: 1, after: "${at(1)}")`, /^offset and after exclude each other/],
  [`(offset: 1, before: "${at(1)}")`, /^offset and before exclude each other/],
  ['(offset: 1, last: 1)', /^offset and last exclude each other/],
  ['(after: "x")', /^after: this is not a cursor/],
  ['(before: "x")', /^before: this is not a cursor/],
])('connect refuses %s', async (args, message) => {
  const { answer, requests } = await page(args);
  expect(answer.errors).toEqual([
    { code: 'BAD_USER_INPUT', message: expect.stringMatching(message) as string, path: 'titles' },
  ]);
  expect(requests).toEqual([]);
});

test('connect reads no rows for an empty page, except for hasNextPage', async () => {
  const rows = await page('(first: 0)', 'totalCount nodes { id } edges { cursor }');
  expect(rows.answer).toEqual({ data: { titles: { totalCount: 4, nodes: [], edges: [] } } });
  expect(rows.requests).toEqual(['count']);
  const { answer } = await page('(first: 0)', 'nodes { id } pageInfo { hasNextPage endCursor }');
  expect(answer).toEqual({
    data: { titles: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } } },
  });
});

test('connect counts only if totalCount is selected, and reads rows only if rows are', async () => {
  expect((await page('', 'totalCount')).requests).toEqual(['count']);
  expect((await page('', 'nodes { id }')).requests).toEqual([{ limit: 2, backward: false }]);
});

test('connect reads a page once for edges, nodes and pageInfo', async () => {
  const { answer, requests } = await page('', 'edges { cursor node { id } } nodes { id } pageInfo { endCursor }');
  expect(requests).toHaveLength(1);
  expect(answer.data).toMatchObject({
    titles: {
      edges: [
        { cursor: at(0), node: { id: 'tt0000001' } },
        { cursor: at(1), node: { id: 'tt0000002' } },
      ],
    },
  });
});

test('connect awaits a page that is a promise', async () => {
  const { list } = listOf(TITLES);
  const later = {
    ...list,
    page: async (request: Parameters<typeof list.page>[0]) => list.page(request),
    count: async () => 4,
  };
  const { loaders } = fakeLoaders({ parts: { titles: { list: () => later } } });
  expect(await ask('{ titles(first: 1) { totalCount nodes { id } } }', { loaders })).toEqual({
    data: { titles: { totalCount: 4, nodes: [{ id: 'tt0000001' }] } },
  });
});
