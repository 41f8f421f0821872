import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { createGraphqlClient } from './graphql-client.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function clientOf(status: number, body: string) {
  server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const query = { document: '{ title { id } }', root: 'title', variables: () => ({}) };
  return createGraphqlClient(url, { query, connections: 1 });
}

test('ask answers with the data and its size', async () => {
  const body = '{"data":{"title":{"id":"tt1"}}}';
  const client = await clientOf(200, body);
  expect(await client.ask({})).toEqual({ data: { title: { id: 'tt1' } }, bytes: body.length });
  client.close();
});

test.each([
  ['another status', 503, '{"data":{"title":{}}}', 'HTTP 503'],
  ['errors beside data', 200, '{"data":{"title":{}},"errors":[{"message":"no"}]}', '"no"'],
  ['a null root', 200, '{"data":{"title":null}}', 'title is null for {"id":"tt7"}'],
  ['no data', 200, '{"data":null}', 'title is null'],
])('ask fails for %s', async (_, status, body, message) => {
  const client = await clientOf(status, body);
  await expect(client.ask({ id: 'tt7' })).rejects.toThrow(message);
  client.close();
});
