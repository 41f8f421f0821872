import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { RunningServer, ServerOptions } from '../../../../src/http/server.ts';
import { createHarness } from '../../support.ts';

async function start(options: Partial<ServerOptions> = {}) {
  const harness = createHarness();
  const server = await harness.start(options);
  return { ...harness, server };
}

/** What the server writes on a connection until it closes it. */
async function raw(server: RunningServer, text: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const GET = (path: string, headers: string): string => `GET ${path} HTTP/1.1\r\n${headers}connection: close\r\n\r\n`;
const HELLO = '/graphql?query={hello}';

test.each([
  ['two hosts', 'host: a.example\r\nhost: b.example\r\n', 400],
  ['two equal hosts', 'host: a.example\r\nHost: a.example\r\n', 400],
  ['a malformed host', 'host: a b\r\n', 400],
  ['a host with a user', 'host: me@a.example\r\n', 400],
  ['a name', 'host: a.example\r\n', 200],
  ['a name and a port', 'host: a.example:4000\r\n', 200],
  ['an address', 'host: [::1]:4000\r\n', 200],
])('a request with %s', async (_, headers, status) => {
  const { server } = await start();
  const answer = await raw(server, GET(HELLO, headers));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  if (status !== 200) expect(answer).toContain('\\"host\\"');
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
});

test.each([
  ['films.example', 200],
  ['FILMS.example:4000', 200],
  ['localhost:4000', 200],
  ['127.0.0.1:4000', 200],
  ['evil.example', 421],
  ['films.example.evil.example', 421],
])('with ALLOWED_HOSTS a request to %s', async (host, status) => {
  const { server } = await start({ admission: { hosts: ['films.example'] } });
  const answer = await raw(server, GET(HELLO, `host: ${host}\r\n`));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  if (status === 421) expect(answer).toContain('ALLOWED_HOSTS');
});

test('with ALLOWED_HOSTS probes may name any host', async () => {
  const { server } = await start({ admission: { hosts: ['films.example'] } });
  expect(await raw(server, GET('/livez', 'host: 10.0.0.7\r\n'))).toMatch(/^HTTP\/1.1 200 /);
  expect(await raw(server, GET('/health', 'host: 10.0.0.7\r\n'))).toMatch(/^HTTP\/1.1 421 /);
});

test('requests above the limit are refused at once, and the state of the service is answered all the time', async () => {
  const { server, gate } = await start({ admission: { mostRequests: 2 } });
  const ask = (path: string) => fetch(`${server.url}${path}`);
  const slow = [ask('/graphql?query={slow}'), ask('/graphql?query={slow}')];
  await gate.entered;
  const refused = await ask(HELLO);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  expect((await ask('/livez')).status).toBe(200);
  gate.open();
  expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await ask(HELLO)).status).toBe(200);
});

test('one connection may not send requests without end and read no answers', async () => {
  const { server, gate, store } = await start();
  const one = 'GET /graphql?query={slow} HTTP/1.1\r\nhost: x\r\n\r\n';
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.write(one.repeat(200));
  await gate.entered;
  await expect.poll(() => store.acquired).toBe(32);
  gate.open();
  await once(socket, 'close');
  expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(32);
  expect(answer).toContain('HTTP/1.1 503');
  expect(store).toMatchObject({ acquired: 32, released: 32 });
});

test('the socket that has been idle longest is closed if there are too many', async () => {
  const { server, gate } = await start({ mostSockets: 3 });
  const open = () => connect(server.port, '127.0.0.1').resume();
  const [busy, first, second] = [open(), open(), open()];
  busy.write('GET /graphql?query={slow} HTTP/1.1\r\nhost: x\r\n\r\n');
  await gate.entered;
  // A head that never ends is no request.
  first.write('GET /graphql HTTP/1.1\r\nx-slow: ');
  const closed = once(first, 'close');
  const third = open();
  await closed;
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  expect([busy.closed, third.closed, second.closed]).toEqual([false, false, true]);
  gate.open();
  for (const socket of [busy, third]) socket.destroy();
});

test('a client that does not read its answer is disconnected, even if it keeps sending, and one that reads is not', async () => {
  const text = 'x'.repeat(64 << 20);
  const { server } = await start({ gateway: ({ response }) => response.end(text), idleMs: 1500 });
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined).write(GET('/', 'host: x\r\n'));
  socket.pause();
  expect((await (await fetch(server.url)).text()).length).toBe(text.length);
  // What it has not taken from the system goes with the connection.
  await expect.poll(() => (socket.write('x'), socket.destroyed || socket.closed), { timeout: 20_000 }).toBe(true);
});

test('a connection whose answer was read late stays usable', async () => {
  const text = 'x'.repeat(32 << 20);
  const { server } = await start({ gateway: ({ response }) => response.end(text), idleMs: 1500 });
  const socket = connect(server.port, '127.0.0.1');
  const ask = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';
  let bytes = 0;
  socket.on('data', (chunk) => (bytes += chunk.length)).pause();
  socket.write(ask);
  // Longer than until the next look, and less than it may take.
  await sleep(1000);
  for (const times of [1, 2]) {
    socket.resume();
    await expect.poll(() => bytes, { timeout: 20_000 }).toBeGreaterThan(times * text.length);
    if (times === 1) socket.write(ask);
  }
  socket.destroy();
});
