import { parse, validate, getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';

import { readExamples } from '../../../../src/service/examples.ts';
import { schema } from '../../../../src/graphql/schema.ts';
import { createCostLimit } from '../../../../src/http/engine/cost/cost-limit.ts';
import { costOf } from '../../../../src/http/engine/cost/cost-of.ts';
import { createFieldArguments } from '../../../../src/http/engine/execution/field-arguments.ts';
import { plannedOperation } from '../../../../src/http/engine/planning/operations.ts';

const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100, maxFilterIds: 1000 };
const MOST = 2_000_000;

function planned(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = plannedOperation(schema, { document, operationName: undefined })?.for(variables);
  if (operation === undefined) throw new Error('there is no operation');
  return { operation, args: createFieldArguments(variables) };
}

function cost(query: string, variables: Record<string, unknown> = {}) {
  return costOf({ ...planned(query, variables), limits: LIMITS, most: MOST });
}

const points = (query: string, variables: Record<string, unknown> = {}): number => cost(query, variables).points;

const CREDITS = '{ title(id: "tt0900001") { credits(first: 10) { nodes { categoryName } } } }';

test('costOf adds the weights of fields, multiplied by the rows of lists', () => {
  expect(points('{ title(id: "tt0900001") { id titleType } }')).toBe(20 + 2);
  // title 20, credits 50, ten rows of a node with one field.
  expect(points(CREDITS)).toBe(20 + 50 + 10 * (1 + 1));
  expect(points(CREDITS.replace('first: 10', 'first: 20'))).toBe(20 + 50 + 20 * 2);
});

test.each([
  ['the default page', CREDITS.replace('(first: 10)', '')],
  ['last', CREDITS.replace('first', 'last').replace('10', '20')],
  ['edges', '{ title(id: "tt0900001") { credits(first: 20) { edges { __typename } } } }'],
  ['a fragment', '{ title(id: "tt0900001") { ...f } } fragment f on Title { credits { nodes { categoryName } } }'],
  ['a variable', CREDITS.replace('{ title', 'query($n: Int) { title').replace('10', '$n')],
  ['a field twice', CREDITS.replace('categoryName', 'categoryName categoryName')],
])('costOf counts %s correctly', (_, query) => {
  const variables = query.includes('$n') ? { n: 20 } : {};
  const rows = query.includes('first: 10') ? 10 : 20;
  expect(points(query, variables)).toBe(20 + 50 + rows * (query.includes('edges') ? 2 : 2));
});

test('costOf adds what an argument makes dearer, by value and by variable', () => {
  const query =
    'query($e: EpisodeCredits!) { person(id: "nm0900001") { credits(episodes: $e, first: 0) { totalCount } } }';
  expect(points(query, { e: 'LIST' })).toBe(20 + 100 + 1);
  expect(points(query, { e: 'BY_SERIES' })).toBe(20 + 5000 + 100 + 1);
  expect(cost(query, { e: 'LIST' }).isFixed).toBe(false);
  expect(points('{ person(id: "nm0900001") { credits(episodes: BY_SERIES, first: 0) { totalCount } } }')).toBe(5121);
});

const ids = (count: number) => ({ filter: { ids: Array.from({ length: count }, () => 'tt0900001') } });

test('costOf adds points for each id of a filter of titles, and none where there are too many', () => {
  const query = 'query($filter: TitleFilter) { titles(filter: $filter, first: 0) { totalCount } }';
  const none = points(query, { filter: {} });
  expect(points(query, ids(0))).toBe(none);
  expect(points(query, ids(100))).toBe(none + 2000);
  expect(points(query, ids(1001))).toBe(none);
  expect(cost(query, ids(1)).isFixed).toBe(false);
  const via = 'query($via: TitleFilter) { path(from: "nm0900001", to: "nm0900002", via: $via) { degrees } }';
  expect(points(via, { via: ids(10).filter })).toBe(points(via, { via: {} }) + 200);
});

test('costOf counts aliases and repeated fragments, and no fields that @skip or @include omit', () => {
  const one = points('{ title(id: "tt0900001") { id } }');
  expect(points('{ a: title(id: "tt0900001") { id } b: title(id: "tt0900001") { id } }')).toBe(2 * one);
  const twice = '{ a: title(id: "tt0900001") { ...f } b: title(id: "tt0900001") { ...f } } fragment f on Title { id }';
  expect(points(twice)).toBe(2 * one);
  expect(points('{ title(id: "tt0900001") { id credits @skip(if: true) { totalCount } } }')).toBe(one);
});

test('costOf counts the most expensive type of an interface', () => {
  const query = '{ title(id: "tt0900001") { ... on Movie { id } ... on Series { seasons { number } } } }';
  // The seasons of a series, ten more or less.
  expect(points(query)).toBe(20 + 50 + 10 * 2);
});

test.each([
  ['too many rows', 'first: 501'],
  ['less than none', 'first: -1'],
  ['none', 'first: 0'],
])('costOf counts no rows if the field refuses its argument: %s', (_, first) => {
  expect(points(CREDITS.replace('first: 10', first))).toBe(20 + 50);
});

test("costOf counts the server's default page size", () => {
  const query = CREDITS.replace('(first: 10)', '');
  const limits = { ...LIMITS, defaultPage: 50 };
  expect(costOf({ ...planned(query), limits, most: MOST }).points).toBe(20 + 50 + 50 * 2);
});

test('costOf counts lists by the length of their ids', () => {
  const query = '{ titlesByIds(ids: ["tt0900001", "tt0900002", "tt0900100"]) { id } }';
  expect(points(query)).toBe(500 + 3 * 2);
});

test('costOf counts introspection as it counts data', () => {
  const one = points('{ __schema { types { name } } }');
  const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__')).length;
  expect(one).toBe(1 + 1 + types * 2);
  expect(points('{ a: __schema { types { name } } b: __schema { types { name } } }')).toBe(2 * one);
  expect(points('{ __schema { types { fields { name } } } }')).toBeGreaterThan(5 * one);
});

const SEVERAL = (count: number, field: (at: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field(at)}`).join(' ')} }`;
const PAGE = '{ credits(first: 500) { nodes { person { credits(first: 500) { nodes { job } } } } } }';

test.each([
  [
    'the list that most of it is for',
    `{ titles(first: 100) { nodes ${PAGE} } }`,
    '99% of it by titles.nodes.credits.nodes.person.credits with up to 3,750,000 rows',
  ],
  [
    'a list of types that an interface may be',
    `{ titles(first: 100) { nodes { ... on Movie ${PAGE} ... on Series ${PAGE} ... on Episode ${PAGE} } } }`,
    '99% of it by titles.nodes.credits.nodes.person.credits with up to 3,750,000 rows',
  ],
  [
    'a field under many keys',
    SEVERAL(150, (at) => `search(query: "${at}") { nodes { score } }`),
    'This operation would cost 2,256,000, 100% of it by 150 times search with up to 3,000 rows; the limit is 40',
  ],
  [
    'a list under many keys in a list',
    `{ titles(first: 100) { nodes ${SEVERAL(9, (at) => `credits(first: 10${at}) { nodes { job } }`)} } }`,
    '98% of it by 9 times titles.nodes.credits with up to 67,500 rows;',
  ],
  [
    'a field that is not a list',
    SEVERAL(99, (at) => `title(id: "tt09000${at}") { id }`),
    '100% of it by 99 times title;',
  ],
  [
    'what is no list, and stands once',
    '{ title(id: "tt0900001") { id titleType } person(id: "nm0900001") { id } __typename }',
    '50% of it by title;',
  ],
  [
    'the greatest of several that are none of them half',
    '{ titles(first: 30) { nodes { id } } people { totalCount } chart(kind: TOP_RATED_MOVIES) { totalCount } titleTypes { count } }',
    '45% of it by titleTypes with up to 11 rows;',
  ],
])('check names %s', (_, query, part) => {
  const limit = createCostLimit({ mode: 'enforce', most: 40, limits: LIMITS });
  const price = limit.costOf(planned(query));
  expect(() => limit.check(price ?? expect.fail('it is not counted'))).toThrow(part);
});

const bucketsOf = (filter: string): string => `{ titles(filter: ${filter}) { facets { genre { filter } } } }`;

test('costOf counts the filter of a bucket by its length, also in a variable', () => {
  const genres = Array.from({ length: 100 }, () => 'DRAMA');
  // A list of 100 words of 5 letters, 8 characters each with quotes and comma, and of three keys.
  const characters = JSON.stringify({ adult: 'EXCLUDE', genres: { any: genres } }).length;
  expect(points(bucketsOf(`{ genres: { any: [${genres.join()}] } }`)) - points(bucketsOf('null'))).toBeCloseTo(
    (30 * (characters - 'null'.length)) / 100,
    0,
  );
  const query = bucketsOf('$f').replace('{', 'query ($f: TitleFilter) {');
  const asked = cost(query, { f: { adult: 'EXCLUDE', genres: { any: genres } } });
  expect(asked).toMatchObject({ points: points(bucketsOf(`{ genres: { any: [${genres.join()}] } }`)), isFixed: false });
});

/** Each fragment spreads the next one twice: what it stands for doubles with each. */
test('costOf of a short document whose fragments grow exponentially is fast', () => {
  const fragments = Array.from({ length: 60 }, (_, at) => {
    const below = `credits { nodes { person { knownFor { ${at < 59 ? `...F${at + 1}` : 'id'} } } } }`;
    return `fragment F${at} on Title { a: ${below} b: ${below} }`;
  });
  const query = `{ title(id: "tt0900001") { ...F0 } } ${fragments.join(' ')}`;
  expect(points(query)).toBeGreaterThan(2 ** 60);
});

/** Each type leaves out one of the fragments: which are left differs for each way through the types. */
test('an operation whose fragments expand to too many fields is refused', () => {
  const types = ['Movie', 'Series', 'Episode', 'Short', 'Special', 'Video', 'VideoGame', 'OtherTitle'];
  const fragments = types.flatMap((_, chain) =>
    Array.from({ length: 7 }, (__, level) => {
      const below = level < 6 ? `...F${chain}x${level + 1}` : 'id';
      const on = types
        .filter((___, type) => type !== chain)
        .map((type) => `... on ${type} { k: credits { nodes { title { ${below} } } } }`);
      return `fragment F${chain}x${level} on Title { ${on.join(' ')} }`;
    }),
  );
  const query = `{ title(id: "tt0900001") { ${types.map((_, chain) => `...F${chain}x0`).join(' ')} } } ${fragments.join(' ')}`;
  expect(() => points(query)).toThrow(expect.objectContaining({ code: 'COST_LIMIT_EXCEEDED' }) as Error);
});

test('usual queries are within the limit', () => {
  for (const { query, title } of readExamples()) expect(points(query), title).toBeLessThan(MOST / 5);
  expect(points(getIntrospectionQuery())).toBeLessThan(MOST / 5);
});

test.each([
  ['enforce', 'This operation would cost 90, 77% of it by title.credits with up to 10 rows; the limit is 50'],
  ['measure', undefined],
] as const)('check that is to %s', (mode, refusal) => {
  const limit = createCostLimit({ mode, most: 50, limits: LIMITS });
  const price = limit.costOf(planned(CREDITS));
  if (price === undefined) throw new Error('it is not counted');
  expect(price.points).toBe(90);
  if (refusal === undefined) limit.check(price);
  else expect(() => limit.check(price)).toThrow(refusal);
});

test('costOf computes nothing if off, and otherwise recomputes what depends on variables', () => {
  expect(createCostLimit({ mode: 'off', most: 1, limits: LIMITS }).costOf(planned(CREDITS))).toBeUndefined();
  const limit = createCostLimit({ mode: 'enforce', most: MOST, limits: LIMITS });
  const query = CREDITS.replace('{ title', 'query($n: Int) { title').replace('10', '$n');
  const { operation } = planned(query);
  for (const n of [1, 2, 3]) {
    expect(limit.costOf({ operation, args: createFieldArguments({ n }) })?.points).toBe(70 + 2 * n);
  }
});

test('every list declares its size', () => {
  const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!('getFields' in type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const isList = String(field.type).startsWith('[') || /Connection!?$/.test(String(field.type));
      const isRow = ['edges', 'nodes'].includes(field.name) && /Connection$|^RandomTitles$/.test(type.name);
      const isLeaf = /^\[(String|Genre)!?\]!?$/.test(String(field.type)) || !('args' in field);
      return isList && !isRow && !isLeaf && field.extensions['cost'] === undefined
        ? [`${type.name}.${field.name}`]
        : [];
    });
  });
  expect(silent).toEqual([]);
});
