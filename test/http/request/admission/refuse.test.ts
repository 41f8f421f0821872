import { expect, onTestFinished, test, vi } from 'vitest';

import type { ServerOptions } from '../../../../src/http/server.ts';
import { createRefusalLog } from '../../../../src/http/request/admission/refusal-log.ts';
import { newFolder } from '../../../support/folders.ts';
import { startServing } from '../../../support/serving.ts';
import { rawRequest } from '../../raw-request.ts';
import { createHarness } from '../../support.ts';

const ORIGIN = 'https://films.example';
const HELLO = '/graphql?query={hello}';
const ASKED = { origin: ORIGIN, 'x-request-id': 'mine' };

async function start(options: Partial<ServerOptions> = {}) {
  const harness = createHarness({ cors: [ORIGIN] });
  const server = await harness.start(options);
  const refused = () => harness.lines.filter(({ event }) => event === 'requests refused');
  return { ...harness, server, refused };
}

test.each<[string, Record<string, string>, number]>([
  ['another host', { host: 'evil.example' }, 421],
  ['a malformed host', { host: 'a b' }, 400],
  ['no acceptable encoding', { 'accept-encoding': '*;q=0' }, 406],
  ['an unknown expectation', { expect: 'foo' }, 417],
])('a page of an allowed origin can read why %s is refused, and the refusal is logged', async (_, headers, status) => {
  const { server, refused } = await start({ admission: { hosts: ['films.example'] } });
  const asked = { host: 'films.example', ...ASKED, ...headers };
  const answer = await rawRequest(`${server.url}${HELLO}`, { headers: asked });
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': ORIGIN,
    'access-control-expose-headers': 'x-request-id, etag, retry-after, www-authenticate',
    vary: 'Origin',
    'x-request-id': 'mine',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ message: expect.any(String) }] });
  const other = await rawRequest(`${server.url}${HELLO}`, { headers: { ...asked, origin: 'https://evil.example' } });
  expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  await server.close(0);
  expect(refused()).toMatchObject([{ level: 'warn', status, code: 'BAD_USER_INPUT', requests: 2, requestId: 'mine' }]);
  expect(refused()[0]).not.toHaveProperty('clientAddress');
});

test('a page gets its preflight and can read the refusal while there are too many requests', async () => {
  const { server, gate, refused } = await start({
    admission: { mostRequests: 1 },
    logAddresses: true,
  });
  const slow = fetch(`${server.url}/graphql?query={slow}`);
  await gate.entered;
  const preflight = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
  const answer = await rawRequest(`${server.url}${HELLO}`, { headers: ASKED });
  expect(answer).toMatchObject({ status: 503, headers: { 'access-control-allow-origin': ORIGIN, 'retry-after': '1' } });
  gate.open();
  await slow;
  await server.close(0);
  expect(refused()).toMatchObject([{ status: 503, code: 'OVERLOADED', clientAddress: '127.0.0.1' }]);
});

test('a page of an allowed origin gets its preflight from another host name and can read the refusal', async () => {
  const { server } = await start({ admission: { hosts: ['films.example'] } });
  const headers = { host: 'other.example', origin: ORIGIN, 'access-control-request-method': 'POST' };
  const preflight = await rawRequest(`${server.url}/graphql`, { method: 'OPTIONS', headers });
  expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': ORIGIN } });
});

test('serve lets pages of CORS_ORIGINS read refusals, and logs them', async () => {
  const settings = { CORS_ORIGINS: ORIGIN, ALLOWED_HOSTS: 'films.example', LOG_CLIENT_ADDRESS: 'true' };
  const serving = await startServing({ DATA_DIR: newFolder(), SCHEDULE: 'off', ...settings });
  const answer = await rawRequest(`${serving.url}${HELLO}`, { headers: { host: 'evil.example', ...ASKED } });
  expect(answer).toMatchObject({ status: 421, headers: { 'access-control-allow-origin': ORIGIN } });
  await serving.stop();
  const refused = { event: 'requests refused', name: 'http', requestId: 'mine', clientAddress: expect.any(String) };
  expect(serving.lines).toContainEqual(expect.objectContaining(refused));
});

test('createRefusalLog writes one line a second for each kind of refusal, with the first of them', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { log, lines } = createHarness();
  const refusals = createRefusalLog(log);
  const add = (status: number, requestId: string, reason = 'Too many.') =>
    refusals.add({ status, code: 'OVERLOADED', reason, requestId, clientAddress: undefined });
  for (let at = 0; at < 1000; at += 1) add(503, `a${at}`);
  add(421, 'b', 'x'.repeat(10_000));
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(lines).toMatchObject([
    { event: 'requests refused', status: 503, requests: 1000, requestId: 'a0', reason: 'Too many.' },
    { event: 'requests refused', status: 421, requests: 1, requestId: 'b', reason: 'x'.repeat(200) },
  ]);
  vi.advanceTimersByTime(10_000);
  expect(lines).toHaveLength(2);
  add(503, 'c');
  refusals.stop();
  expect(lines.at(-1)).toMatchObject({ requests: 1, requestId: 'c' });
});
