import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import type { RunningServer, ServerOptions } from '../../../../src/http/server.ts';
import { malformed } from '../../../../src/http/request/admission/malformed.ts';
import { createRefusals } from '../../../../src/http/request/admission/refuse.ts';
import { createHarness } from '../../support.ts';

async function start(options: Partial<ServerOptions> = {}) {
  const harness = createHarness();
  const server = await harness.start(options);
  const refused = () => harness.lines.filter(({ event }) => event === 'requests refused');
  return { ...harness, server, refused };
}

/** Writes it, and reads until the server closes. */
function raw(server: RunningServer, sent: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(sent);
  return text(socket);
}

const HOST = 'host: x\r\n';
const CLOSE = 'connection: close\r\n\r\n';
const SLOW = `GET /graphql?query={slow} HTTP/1.1\r\n${HOST}\r\n`;
const CHUNKED = `POST /graphql HTTP/1.1\r\n${HOST}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;

test.each([
  ['no host', `GET /livez HTTP/1.1\r\n${CLOSE}`, 400],
  ['no host, and another in its target', `GET http://x/livez HTTP/1.1\r\n${CLOSE}`, 400],
  ['an unknown expectation', `GET /livez HTTP/1.1\r\n${HOST}expect: foo\r\n${CLOSE}`, 417],
  ['a tunnel', `CONNECT x:443 HTTP/1.1\r\nhost: x:443\r\n\r\n`, 405],
  ['something that is not HTTP', 'hello\r\n\r\n', 400],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['an unknown method', `FOO / HTTP/1.1\r\n${HOST}\r\n`, 400],
  ['two lengths', `POST / HTTP/1.1\r\n${HOST}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, 400],
  ['a head that is too large', `GET /?${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
  ['a target that is not a path', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, 400],
])('a request with %s is answered in JSON with nosniff', async (_, sent, status) => {
  const { server, refused } = await start();
  const [head = '', body = ''] = (await raw(server, sent)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
  expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
  expect(head.toLowerCase()).toMatch(/^content-type: application\/json/m);
  const [, id] = /^x-request-id: ([\w-]{36})\r?$/im.exec(head) ?? [];
  expect(id).toBeDefined();
  expect(JSON.parse(body)).toMatchObject({ errors: [{ message: expect.any(String), extensions: {} }] });
  await server.close(0);
  expect(refused()).toMatchObject([{ status, requests: 1, requestId: id }]);
});

test('a request of HTTP/1.0 needs no host', async () => {
  const { server } = await start();
  expect(await raw(server, 'GET /livez HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
});

test.each([
  ['something that is not HTTP', 'hello\r\n\r\n'],
  ['a target that is not a path', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['a body that is not HTTP', `${CHUNKED}zz\r\n`],
])('%s after a request is answered after its answer', async (_, sent) => {
  const { server, gate } = await start();
  const answer = raw(server, `${SLOW}${sent}`);
  await gate.entered;
  await new Promise((resolve) => setTimeout(resolve, 20));
  gate.open();
  expect(await answer).toMatch(/^HTTP\/1.1 200 [^]*"slow":7[^]*HTTP\/1.1 400 [^]*"BAD_USER_INPUT"/);
});

test('a body that is not HTTP ends an answer in progress, and nothing is written into it', async () => {
  const begun = Promise.withResolvers<void>();
  const { server } = await start({
    gateway({ response }) {
      response.write('begun', () => begun.resolve());
    },
  });
  const socket = connect(server.port, '127.0.0.1');
  const answer = text(socket);
  socket.write(CHUNKED);
  await begun.promise;
  socket.write('zz\r\n');
  expect(await answer).toMatch(/begun\r\n$/);
});

test('a body that is not HTTP is answered once, and has one line in the log', async () => {
  const { server, lines } = await start();
  expect((await raw(server, `${CHUNKED}zz\r\n`)).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 400']);
  await server.close(0);
  await expect.poll(() => lines).toMatchObject([{ event: 'request', aborted: true }]);
});

test('a request that takes too long to arrive is answered with 408', async () => {
  const answer = malformed({ inFlight: new Set(), refusals: createRefusals({ cors: () => ({}) }), maxHeaderBytes: 1 });
  const server = createServer((socket) => {
    answer(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const got = await text(connect((server.address() as AddressInfo).port, '127.0.0.1'));
  expect(got).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n[^]*nosniff[^]*took too long to arrive/);
  server.close();
  await once(server, 'close');
});

test('a client that keeps sending after a refusal is disconnected', async () => {
  const { server } = await start();
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined).resume();
  socket.write('CONNECT x:1 HTTP/1.1\r\nhost: x:1\r\n\r\n');
  await once(socket, 'end');
  await expect.poll(() => (socket.write('x'), socket.destroyed), { timeout: 5000 }).toBe(true);
});

test('a client that expects 100-continue gets it if it is admitted, and otherwise the refusal', async () => {
  const { server, gate } = await start({ admission: { mostRequests: 1 } });
  const body = JSON.stringify({ query: '{ hello }' });
  const head =
    `POST /graphql HTTP/1.1\r\n${HOST}content-type: application/json\r\n` +
    `content-length: ${body.length}\r\nexpect: 100-continue\r\n${CLOSE}`;
  expect(await raw(server, `${head}${body}`)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /);
  const slow = fetch(`${server.url}/graphql?query={slow}`);
  await gate.entered;
  expect(await raw(server, head)).toMatch(/^HTTP\/1.1 503 /);
  gate.open();
  await slow;
});
