import { ANONYMOUS } from '../support/clients.ts';
import type { GraphQLArgument } from 'graphql';

import { execute, getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, parse } from 'graphql';
import { expect, test } from 'vitest';

import { leaseSource } from '../../src/service/lease-source.ts';
import { schema as whole } from '../../src/graphql/schema.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import { openLanes } from '../support/lanes.ts';
import { createDocuments } from '../support/random-documents.ts';
import type { RandomDocument } from '../support/random-documents.ts';
import { seeded } from './random-filters.ts';

/** As many as there is time for: `DOCUMENTS=5000 npm test -- test/product/both-lanes`. */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 1000);
/** As clients without a role see it: both lanes refuse what they do not see. */
const schema = visibleSchema(whole);
const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100, maxFilterIds: 1000 };

const { folders } = await demoBuild(0.001);
/** Nothing is refused for what it costs: the judge would answer it. */
const lanes = await openLanes(folders, { cost: { mode: 'off', most: 1 } });
const { store, close } = await openGateway(folders, { compare: false });

const random = seeded(5);
const oneOf = <T>(values: readonly T[]): T => values[random(values.length)] as T;

const TITLES = ['"tt0900001"', '"tt0900002"', '"tt0900100"', '"tt0900101"', '"tt9999998"', '"nm0900001"', '"x"'];
const PEOPLE = ['"nm0900001"', '"nm0900002"', '"nm0900003"', '"nm9999998"', '"tt0900001"'];
const FILTERS = ['{ votes: { min: 5 } }', '{ genres: { any: [DRAMA] } }', '{ year: { min: 2, max: 1 } }'];

/** What clients send for an argument, some of it wrong. */
function argument(arg: GraphQLArgument): string | undefined {
  const isNeeded = ['id', 'ids', 'query', 'prefix', 'kind', 'category', 'seed'].includes(arg.name);
  if (!isNeeded && random(3) !== 0) return undefined;
  switch (arg.name) {
    case 'id':
      return oneOf([...TITLES, ...PEOPLE]);
    case 'ids':
      return arg.description?.includes('people') === true ? '["nm0900001"]' : '["tt0900001", "tt0900002"]';
    case 'first':
    case 'last':
      return String(oneOf([0, 1, 2, 3, 1000, -1]));
    case 'offset':
      return String(random(4));
    case 'query':
    case 'prefix':
      return oneOf(['"midnight"', '"the"', '"marg"', '""']);
    case 'seed':
      return '"a"';
    case 'filter':
      return String(arg.type) === 'TitleFilter' ? oneOf(FILTERS) : undefined;
    case 'season':
      return String(random(3));
    default:
      return valueOf(arg);
  }
}

function valueOf({ type }: GraphQLArgument): string | undefined {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type));
  if (isEnumType(named)) {
    const { name } = oneOf(named.getValues());
    return isList ? `[${name}]` : name;
  }
  if (!isInputObjectType(named)) return undefined;
  const { field } = named.getFields();
  const fieldType = field === undefined ? undefined : getNamedType(field.type);
  return isList && isEnumType(fieldType) ? `[{ field: ${oneOf(fieldType.getValues()).name} }]` : undefined;
}

async function ask(url: string, { query, variables }: RandomDocument) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'x-request-id': 'the-same',
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: response.status, body: await response.text() };
}

test(`the fast lane answers ${DOCUMENTS} documents as the gateway does, and graphql's own executor`, async () => {
  const next = createDocuments({ schema, random, argument, size: 25 });
  const leases = leaseSource(store);
  let withData = 0;
  let withErrors = 0;
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const document = next();
    const plain = await ask(lanes.plain, document);
    for (let time = 0; time < 5; time += 1) {
      expect(await ask(lanes.lane, document), JSON.stringify(document)).toEqual(plain);
    }
    const { data, errors } = JSON.parse(plain.body) as { data?: unknown; errors?: unknown[] };
    if (data != null) withData += 1;
    if (errors !== undefined) withErrors += 1;
    const lease = leases.acquire();
    const judged = await execute({
      schema,
      document: parse(document.query),
      variableValues: document.variables,
      contextValue: { loaders: lease?.loaders, limits: LIMITS, client: ANONYMOUS },
    });
    lease?.release();
    expect(JSON.stringify(data ?? null), JSON.stringify(document)).toBe(JSON.stringify(judged.data ?? null));
    expect(errors === undefined, JSON.stringify(document)).toBe(judged.errors === undefined);
  }
  // What the lane leaves is the first of five, and errors.
  expect(lanes.takeLeft()).toBeLessThan(5 * DOCUMENTS);
  expect(withData).toBeGreaterThan(DOCUMENTS / 3);
  expect(withErrors).toBeGreaterThan(DOCUMENTS / 20);
  await close();
});

test.each([
  ['constants', '@include(if: false)', {}],
  ['variables', '@include(if: $no)', { no: false }],
])(
  'a fragment that is spread twice under different %s loses no fields when it is sent again',
  async (_, directive, variables) => {
    const head = directive.includes('$') ? 'query ($no: Boolean!) ' : '';
    const query = `${head}{ x: title(id: "tt0900001") { id ...f ${directive} } y: title(id: "tt0900100") { id ...f } }
    fragment f on Title { primaryTitle }`;
    const first = await ask(lanes.plain, { query, variables });
    expect(JSON.parse(first.body)).toMatchObject({
      data: { x: { id: 'tt0900001' }, y: { id: 'tt0900100', primaryTitle: expect.any(String) } },
    });
    for (let time = 0; time < 5; time += 1) expect(await ask(lanes.lane, { query, variables })).toEqual(first);
  },
);

test('null for a switch that has a default is an error, however often it is sent', async () => {
  const query = 'query ($a: Boolean = true) { title(id: "tt0900001") @include(if: $a) { id } }';
  for (const url of [lanes.plain, lanes.lane, lanes.lane, lanes.lane]) {
    const { status, body } = await ask(url, { query, variables: { a: null } });
    expect([status, JSON.parse(body)]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
  }
});
