import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

import { documentFiles, readOperations } from '../../src/client/operations.ts';
import { postmanCollection } from '../../src/client/postman-collection.ts';
import { demoBuild } from '../support/demo-build.ts';
import { readDoc, ROOT } from '../support/docs.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

/** What the format 2.1 demands of the parts that are used, and what a request of GraphQL needs. */
const COLLECTION = z.strictObject({
  info: z.strictObject({
    name: z.string().min(1),
    description: z.string(),
    schema: z.literal('https://schema.getpostman.com/json/collection/v2.1.0/collection.json'),
  }),
  item: z.array(
    z.strictObject({
      name: z.string().min(1),
      request: z.strictObject({
        method: z.literal('POST'),
        header: z.array(z.strictObject({ key: z.string().min(1), value: z.string() })),
        url: z.strictObject({ raw: z.string(), host: z.array(z.string()), path: z.array(z.string()) }),
        description: z.string(),
        body: z.strictObject({
          mode: z.literal('graphql'),
          graphql: z.strictObject({ query: z.string().min(1), variables: z.string().transform(readObject) }),
        }),
      }),
    }),
  ),
  variable: z.array(z.strictObject({ key: z.string().min(1), value: z.string() })),
});

const collection = postmanCollection(readOperations(documentFiles(ROOT)));
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.001)).folders, { compare: false });
});

afterAll(() => gateway.close());

/** @throws SyntaxError, ZodError for what is no object in JSON. */
function readObject(text: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

test('postmanCollection has the form of 2.1, and a name of its own for each request', () => {
  const { item } = COLLECTION.parse(collection);
  expect(item.length).toBeGreaterThan(10);
  expect(new Set(item.map(({ name }) => name)).size).toBe(item.length);
  const { request } = collection.item[0] ?? {};
  const wrong = { ...collection, item: [{ name: 'A', request: { ...request, method: 'GET' } }] };
  expect(COLLECTION.safeParse(wrong).success).toBe(false);
});

test('postmanCollection asks a server whose address is a variable of the collection', () => {
  const known = new Map(collection.variable.map(({ key, value }) => [`{{${key}}}`, value]));
  for (const { request } of collection.item) {
    const { raw, host, path } = request.url;
    expect([...host, ...path].join('/')).toBe(raw);
    expect(known.get(host.join(''))).toMatch(/^http:\/\/localhost:\d+$/);
  }
});

test.each(collection.item.map(({ name, request }) => [name, request] as const))(
  'the request %s of the collection is answered with data',
  async (_name, { method, header, url, body }) => {
    const response = await gateway.fetch(`/${url.path.join('/')}`, {
      method,
      headers: Object.fromEntries(header.map(({ key, value }) => [key, value])),
      body: JSON.stringify({ query: body.graphql.query, variables: readObject(body.graphql.variables) }),
    });
    const answer = (await response.json()) as { data?: object; errors?: unknown };
    expect([response.status, answer.errors]).toEqual([200, undefined]);
    expect(Object.values(answer.data ?? {}).filter((value) => value !== null).length).toBeGreaterThan(0);
  },
);

test('the requests of the collection fit the schema', () => {
  const schema = buildSchema(readDoc('schema.graphql'));
  for (const { request } of collection.item) {
    expect(validate(schema, parse(request.body.graphql.query))).toEqual([]);
  }
});
