import { buildSchema, parse, print } from 'graphql';
import { expect, test } from 'vitest';

import { cacheRulesOf } from '../../src/client/cache-rules.ts';
import { enumLabelsOf } from '../../src/client/enum-labels.ts';
import { introspectionOf } from '../../src/client/introspection.ts';
import { withIds } from '../../src/client/with-ids.ts';
import { schema } from '../../src/graphql/schema.ts';

test('cacheRulesOf keeps what no id finds in its owner, even if it has an id, and tells lists by their filters', () => {
  const small = buildSchema(`
    interface Node { id: ID! }
    type Film implements Node { id: ID! rating: Rating, cast(after: String, first: Int, role: String): CastConnection }
    type Rating { average: Float }
    type Hit { id: ID! }
    type CastConnection { edges: [CastEdge!]! pageInfo: PageInfo! }
    type CastEdge { node: Film! cursor: String! }
    type PageInfo { endCursor: String }
    union Found = Film | Hit
    type Query { node(id: ID!): Node, found(first: Int): [Found!], films(after: String, offset: Int): CastConnection! }
  `);
  expect(cacheRulesOf(small)).toEqual({
    possibleTypes: { Found: ['Film', 'Hit'], Node: ['Film'] },
    embeddedTypes: ['CastConnection', 'CastEdge', 'Hit', 'PageInfo', 'Rating'],
    connectionFields: { Film: { cast: ['role'] }, Query: { films: ['offset'] } },
  });
});

test('cacheRulesOf knows every connection of the graph', () => {
  const { connectionFields, possibleTypes } = cacheRulesOf(schema);
  expect(connectionFields['Query']).toMatchObject({
    titles: ['filter', 'offset', 'orderBy', 'source'],
    people: expect.anything(),
  });
  for (const type of possibleTypes['Title'] ?? []) {
    expect(connectionFields[type]).toMatchObject({ credits: ['categories'], cast: [] });
  }
});

test("enumLabelsOf has IMDb's words where they are for readers, and else the name in words", () => {
  const { Genre, TitleType, CreditCategory, ChartKind } = enumLabelsOf(schema);
  expect(Genre).toMatchObject({ SCI_FI: 'Sci-Fi', FILM_NOIR: 'Film-Noir', OTHER: 'Other' });
  expect(TitleType).toMatchObject({ TV_MINI_SERIES: 'TV mini series', MOVIE: 'Movie' });
  expect(CreditCategory).toMatchObject({ ARCHIVE_FOOTAGE: 'Archive footage' });
  expect(ChartKind).toMatchObject({ TOP_RATED_MOVIES: 'Top rated movies' });
});

test('introspectionOf tells which fields have fields of their own, and no more of scalars and enums', () => {
  const small = buildSchema(`
    interface Node { id: ID! }
    enum Kind { FILM }
    type Film implements Node { id: ID! kind: Kind!, similar(first: Int): [Film!]! }
    type Query { film: Film }
  `);
  const any = { kind: 'SCALAR', name: 'Any' };
  const film = { kind: 'OBJECT', name: 'Film' };
  const { types, ...roots } = introspectionOf(small).__schema;
  expect(roots).toEqual({ queryType: { name: 'Query' }, mutationType: null, subscriptionType: null });
  expect(types.at(-1)).toEqual(any);
  expect(types).toContainEqual({
    ...film,
    interfaces: [{ kind: 'INTERFACE', name: 'Node' }],
    fields: [
      { name: 'id', type: { kind: 'NON_NULL', ofType: any }, args: [] },
      { name: 'kind', type: { kind: 'NON_NULL', ofType: any }, args: [] },
      {
        name: 'similar',
        type: { kind: 'NON_NULL', ofType: { kind: 'LIST', ofType: { kind: 'NON_NULL', ofType: film } } },
        args: [],
      },
    ],
  });
});

test('withIds asks every node for its id, once, and nothing else', () => {
  const asked = withIds(
    parse('{ title(id: "tt1") { rating { votes } } nodes(ids: []) { id } dataset { version } }'),
    schema,
  );
  expect(print(asked).replaceAll(/\s+/g, ' ')).toBe(
    '{ title(id: "tt1") { id rating { votes } } nodes(ids: []) { id } dataset { version } }',
  );
});
