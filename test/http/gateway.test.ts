import { getIntrospectionQuery } from 'graphql';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';

import { UsageError } from '../../src/errors.ts';
import { createHarness, LIMITS, SECRET } from './support.ts';

test('createGateway leases one build to each request and names it', async () => {
  const { post, store } = createHarness();
  expect(await post({ query: '{ version maxPage }' })).toMatchObject({
    status: 200,
    body: {
      data: { version: 7, maxPage: LIMITS.maxPage },
      extensions: { dataset: { buildId: 'b7', version: 7, attribution: expect.stringContaining('IMDb') } },
    },
  });
  expect(store).toMatchObject({ acquired: 1, released: 1 });
});

test('createGateway keeps the lease until the last field is resolved', async () => {
  const { post, store, gate } = createHarness();
  const answer = post({ query: '{ version slow }' });
  await gate.entered;
  expect(store).toMatchObject({ acquired: 1, released: 0 });
  gate.open();
  expect((await answer).body.data).toEqual({ version: 7, slow: 7 });
  expect(store).toMatchObject({ acquired: 1, released: 1 });
});

test.each([
  ['a field that fails', '{ crash }', 1],
  ['a result without data', '{ version crashNonNull }', 1],
  ['wrong variables', 'query($n: Int!) { needs(n: $n) }', 0],
  ['an invalid document', '{ nothing }', 0],
  ['a document that cannot be parsed', '{', 0],
])('createGateway releases the lease once after %s', async (_, query, leases) => {
  const { post, store } = createHarness();
  await post({ query });
  expect(store).toMatchObject({ acquired: leases, released: leases });
});

test('createGateway releases the lease once after the client has left, and starts no further queries', async () => {
  const { post, store, gate, lines } = createHarness();
  const client = new AbortController();
  const answer = post({ query: '{ slow }' }, { signal: client.signal });
  await gate.entered;
  client.abort();
  await expect(answer).rejects.toThrow(/abort/i);
  expect(store.released).toBe(0);
  gate.open();
  await expect.poll(() => store.released).toBe(1);
  await turn();
  expect(store).toMatchObject({ acquired: 1, released: 1 });
  expect(lines.filter(({ event }) => event === 'unexpected error')).toEqual([]);
});

test('createGateway starts no query for a field after an error of a sibling has completed the answer', async () => {
  const { post, store, gate, ended } = createHarness();
  const { body } = await post({ query: '{ crashNonNull slow }' });
  expect(body.data).toBeNull();
  expect(store).toMatchObject({ acquired: 1, released: 1 });
  gate.open();
  await turn();
  expect(ended).toEqual(['AbortError']);
});

test('createGateway hides errors of the store', async () => {
  const { post } = createHarness({
    store: {
      acquire() {
        throw new Error(SECRET);
      },
      current: () => null,
      whyNone: () => '',
    },
  });
  const { status, body } = await post({ query: '{ hello }' });
  expect(status).toBe(500);
  expect(body.errors?.[0]).toMatchObject({ message: 'Unexpected error.' });
  expect(JSON.stringify(body)).not.toContain('parquet');
});

test('createGateway answers data with 503 and introspection with 200 while there is no build', async () => {
  const { post, store } = createHarness();
  store.hasBuild = false;
  const data = await post({ query: '{ hello version }' });
  expect(data.status).toBe(503);
  expect(data.body).toMatchObject({
    data: { hello: 'hello', version: null },
    errors: [{ message: 'There is no dataset yet.', extensions: { code: 'DATASET_UNAVAILABLE' } }],
  });
  expect(data.body).not.toHaveProperty('extensions');
  expect((await post({ query: '{ version }' }, { headers: { accept: 'application/json' } })).status).toBe(503);
  expect(await post({ query: getIntrospectionQuery() })).toMatchObject({ status: 200 });
});

test('createGateway hides internal errors from the client and logs them once', async () => {
  const { post, lines } = createHarness();
  const headers = { 'x-request-id': 'my-request.1' };
  const { status, body } = await post(
    { query: 'query Q { crash a: crash overflow colors refuse hello }' },
    { headers },
  );
  expect(status).toBe(200);
  const codes = body.errors?.map(({ path, extensions }) => [path?.[0], extensions.code]);
  expect(codes).toEqual([
    ['crash', 'INTERNAL_SERVER_ERROR'],
    ['a', 'INTERNAL_SERVER_ERROR'],
    ['overflow', 'INTERNAL_SERVER_ERROR'],
    ['colors', 'INTERNAL_SERVER_ERROR'],
    ['refuse', 'BAD_USER_INPUT'],
  ]);
  expect(body.errors?.[0]).toEqual({
    message: 'Unexpected error.',
    path: ['crash'],
    locations: [{ line: 1, column: 11 }],
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'my-request.1' },
  });
  expect(JSON.stringify(body)).not.toMatch(/srv|SELECT|stack|node_modules|1099511627776|PINK/);
  const logged = lines.filter(({ event }) => event === 'unexpected error');
  expect(logged).toHaveLength(4);
  expect(logged[0]).toMatchObject({
    level: 'error',
    requestId: 'my-request.1',
    operationName: null,
    err: { message: expect.stringContaining(SECRET), stack: expect.stringContaining('support.ts') },
  });
});

test('createGateway logs one line for each request, without its text', async () => {
  const { post, lines } = createHarness();
  await post({
    query: 'query Mine($t: String) { echo(text: $t) }',
    operationName: 'Mine',
    variables: { t: 'private' },
  });
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      pid: process.pid,
      event: 'request',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      operationName: 'Mine',
      durationMs: expect.any(Number),
      status: 200,
      errors: 0,
      buildId: 'b7',
      cost: 1,
    },
  ]);
});

test('createGateway logs the beginning of the name of an operation that is as long as a body', async () => {
  const { post, lines } = createHarness();
  await post({ query: '{ hello }', operationName: 'x'.repeat(50_000) });
  expect(lines).toMatchObject([{ event: 'request', operationName: 'x'.repeat(100) }]);
});

test.each([
  ['trace-1_a.b', true],
  ['a'.repeat(65), false],
  ['a b', false],
  ['<x>', false],
])('createGateway takes the request id %s: %s', async (id, taken) => {
  const { post } = createHarness();
  const { headers } = await post({ query: '{ hello }' }, { headers: { 'x-request-id': id } });
  expect(headers.get('x-request-id') === id).toBe(taken);
  expect(headers.get('x-request-id')).toMatch(/^[\w.-]{1,64}$/);
});

test.each([
  ['https://films.example', true],
  ['http://localhost:5173', true],
  ['http://localhost', true],
  ['https://films.example:8443', false],
  ['https://films.example.evil', false],
  ['http://localhost.evil:80', false],
  ['https://localhost:5173', false],
  ['null', false],
])('createGateway allows the origin %s: %s', async (origin, allowed) => {
  const { fetch, post } = createHarness({ cors: ['https://films.example', 'http://localhost:*'] });
  const preflight = await fetch('/graphql', {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
  const answer = await post({ query: '{ hello }' }, { headers: { origin } });
  expect(preflight.status).toBe(204);
  for (const { headers } of [preflight, answer]) {
    expect(headers.get('access-control-allow-origin')).toBe(allowed ? origin : null);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toBe('Origin');
  }
  expect(preflight.headers.get('access-control-allow-methods')).toBe(allowed ? 'GET, POST' : null);
  expect(preflight.headers.get('access-control-allow-headers')).toBe(allowed ? 'content-type' : null);
});

test('createGateway allows no origin by default', async () => {
  const { post } = createHarness();
  const { headers } = await post({ query: '{ hello }' }, { headers: { origin: 'http://localhost:5173' } });
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['*', 'films.example', 'https://films.example/', 'https://*.example'])(
  'createGateway refuses %s as an origin',
  (origin) => {
    expect(() => createHarness({ cors: [origin] })).toThrow(UsageError);
  },
);

test('createGateway serves GraphiQL without the internet', async () => {
  const { fetch, lines } = createHarness({ examples: [{ title: 'First example', query: '{ hello }' }] });
  const headers = { accept: 'text/html,*/*;q=0.8' };
  const response = await fetch('/graphql', { headers });
  const page = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page).toContain('<title>marquee</title>');
  expect(page).toContain(String.raw`# First example\n{ hello }\n`);
  expect(page.length).toBeLessThan(3000);
  expect(lines).toEqual([]);
});

test('createGateway answers a browser with GraphQL if GraphiQL is off', async () => {
  const { fetch } = createHarness({ graphiql: false });
  const response = await fetch('/graphql?query={hello}', { headers: { accept: 'text/html,*/*' } });
  expect(await response.json()).toMatchObject({ data: { hello: 'hello' } });
});

test('createGateway redirects a browser from / to GraphiQL and tells other clients the paths', async () => {
  const { fetch } = createHarness();
  const home = await fetch('/', { headers: { accept: 'text/html' }, redirect: 'manual' });
  expect([home.status, home.headers.get('location')]).toEqual([302, 'graphql']);
  for (const path of ['/', '/nothing', '/other/graphql', '/nothing?x=/graphql', '/x/health', '/graphql/x']) {
    const response = await fetch(path);
    expect(response.status, path).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('/graphql'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  }
});

test('createGateway routes a query string that ends with a path by the path of the URL', async () => {
  const { fetch } = createHarness();
  const response = await fetch('/graphql?query={hello}&operationName=&x=/health');
  expect(await response.json()).toMatchObject({ data: { hello: 'hello' } });
});

test('createGateway answers with 500 if a handler throws, logs the cause, and continues', async () => {
  let times = 0;
  const lane = () => async () => {
    times += 1;
    throw new Error(SECRET);
  };
  const { post, lines } = createHarness({ lane });
  for (let time = 1; time <= 2; time += 1) {
    const { status, body } = await post({ query: '{ hello }' }, { headers: { 'x-request-id': 'mine' } });
    expect([status, times]).toEqual([500, time]);
    expect(body.errors).toEqual([{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  }
  expect(lines).toMatchObject([1, 2].map(() => ({ event: 'unexpected error', requestId: 'mine', err: {} })));
});
