import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';

import type { RunningServer } from '../../src/http/server.ts';
import type { GatewayOptions } from '../../src/http/gateway.ts';
import type { Harness } from './support.ts';
import { UsageError } from '../../src/errors.ts';
import { startServer } from '../../src/http/server.ts';
import { createHarness } from './support.ts';

async function start(options: Partial<GatewayOptions> = {}): Promise<Harness & { server: RunningServer }> {
  const harness = createHarness(options);
  const server = await harness.start();
  return { ...harness, server };
}

/** What the server writes to a connection on which `text` was sent, until it closes it. */
async function raw(server: RunningServer, text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

function ask(server: RunningServer, query: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

test('startServer passes every audit of GraphQL over HTTP', async () => {
  const { server } = await start();
  const results = await Promise.all(serverAudits({ url: `${server.url}/graphql` }).map((audit) => audit.fn()));
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});

test('startServer names the port that is in use', async () => {
  const { server, gateway } = await start();
  const second = startServer({ gateway, host: '127.0.0.1', port: server.port });
  await expect(second).rejects.toThrow(UsageError);
  await expect(second).rejects.toThrow(`Port ${server.port} is in use`);
});

test('startServer names an address that is not one of this machine', async () => {
  const { gateway } = createHarness();
  await expect(startServer({ gateway, host: '192.0.2.1', port: 0 })).rejects.toThrow(UsageError);
});

test('startServer finishes the requests in flight before it closes', async () => {
  const { server, gate, store } = await start();
  const answer = ask(server, '{ slow }');
  await gate.entered;
  const closed = server.close(10_000);
  expect(server.close(10_000)).toBe(closed);
  await expect(ask(server, '{ hello }')).rejects.toThrow();
  gate.open();
  const response = await answer;
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toMatchObject({ data: { slow: 7 } });
  expect(await closed).toEqual({ cutOff: 0 });
  expect(store).toMatchObject({ acquired: 1, released: 1 });
});

test('startServer aborts requests that last longer than the deadline', async () => {
  const { server, gate, store } = await start();
  const answer = ask(server, '{ slow }');
  await gate.entered;
  const closed = server.close(20);
  await expect(answer).rejects.toThrow();
  expect(await closed).toEqual({ cutOff: 1 });
  gate.open();
  await expect.poll(() => store.released).toBe(1);
});

test('startServer closes idle connections at once', async () => {
  const { server } = await start();
  const agent = new Agent({ keepAlive: true });
  const idle = request(`${server.url}/livez`, { agent });
  idle.end();
  const [response] = await once(idle, 'response');
  response.resume();
  await once(response, 'end');
  expect(await server.close(10_000)).toEqual({ cutOff: 0 });
  agent.destroy();
});

test('startServer is not ready, and still answers, while it drains', async () => {
  const { server } = await start({
    health: () => ({ build: { id: 'b7', version: 7, builtAt: '2026-01-01T00:00:00Z' }, warnings: [] }),
  });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  server.drain();
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ status: 'draining' });
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  const answer = await ask(server, '{ hello }');
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
});

test('startServer releases the lease once after the client has left', async () => {
  const { server, gate, store, lines } = await start();
  const client = new AbortController();
  const answer = ask(server, '{ slow }', client.signal);
  await gate.entered;
  client.abort();
  await expect(answer).rejects.toThrow();
  // The server learns of it later than the client.
  await new Promise((resolve) => setTimeout(resolve, 50));
  gate.open();
  await expect.poll(() => lines.filter(({ event }) => event === 'request')).toMatchObject([{ aborted: true }]);
  expect(store).toMatchObject({ acquired: 1, released: 1 });
  expect(lines.filter(({ event }) => event === 'unexpected error')).toEqual([]);
});

test.each([
  ['with a length', false],
  ['in chunks', true],
])('startServer answers 2 MB %s with 413', async (_, chunked) => {
  const { server } = await start();
  const text = JSON.stringify({ query: `{ hello ${' '.repeat(2_000_000)} }` });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(chunked ? { body: new Blob([text]).stream(), duplex: 'half' } : { body: text }),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  expect((await ask(server, '{ hello }')).status).toBe(200);
});

test('startServer survives a body that ends early', async () => {
  const { server, lines } = await start();
  const socket = connect(server.port, '127.0.0.1');
  const head =
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"que';
  await new Promise<void>((resolve) => socket.write(head, () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();
  await expect.poll(() => lines.filter(({ event }) => event === 'request')).toMatchObject([{ aborted: true }]);
  expect(lines).toHaveLength(1);
});

test.each([
  ['a query string over the limit', `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
  ['a wrong host', 'GET /graphql HTTP/1.1\r\nhost: a[b/\r\n\r\n', 400],
  ['a target that is not a path', 'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['a target of another scheme', 'GET ftp://x/graphql HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['a target with a wrong host', 'GET http://a[b/graphql HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['a target with a password', 'GET http://me:secret@x/graphql HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['something that is not HTTP', 'hello\r\n\r\n', 400],
])('startServer answers %s in JSON', async (_, text, status) => {
  const { server } = await start();
  const answer = await raw(server, text);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const body: unknown = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
  expect(body).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code: expect.any(String) } }] });
  expect(answer).not.toContain('node_modules');
});

test.each([
  ['http://films.example/livez', 200, '{"status":"alive"}'],
  ['HTTP://films.example:8080/graphql?query={hello}', 200, '{"data":{"hello":"hello"}'],
  ['https://films.example/graphql?query={hello}', 200, '{"data":{"hello":"hello"}'],
  ['http://films.example', 404, 'GraphQL is at /graphql'],
  ['http://films.example?query={hello}', 404, 'GraphQL is at /graphql'],
])('startServer answers the target %s as its path', async (target, status, holds) => {
  const { server } = await start();
  const answer = await raw(server, `GET ${target} HTTP/1.1\r\nhost: other\r\nconnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain(holds);
});

test('startServer answers a POST with an absolute target, whose host replaces the header', async () => {
  const hosts: unknown[] = [];
  const server = await createHarness().start({
    gateway: ({ request: { url, headers }, response }) => {
      hosts.push([url, headers.host]);
      response.end();
    },
  });
  await raw(
    server,
    'POST http://films.example:81/a?b HTTP/1.1\r\nhost: other\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
  );
  expect(hosts).toEqual([['/a?b', 'films.example:81']]);
});
