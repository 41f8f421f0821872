import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { describe, expect, test } from 'vitest';

import { openLane } from '../open-lane.ts';

/** All that a client sees, but the moment. */
async function seen(response: Response) {
  const headers = Object.fromEntries(response.headers);
  delete headers['date'];
  return { status: response.status, headers, body: await response.text() };
}

const ECHO = 'query Echo($n: Int, $color: Color) { echo(n: $n, color: $color) version }';

test.each([
  ['application/json'],
  ['application/graphql-response+json'],
  ['application/graphql-response+json, application/json;q=0.9'],
  ['application/json, text/plain, */*'],
  ['*/*'],
])('the fast lane answers like Yoga with accept: %s', async (accept) => {
  const { post, takeLeft, lines } = await openLane();
  const question = { query: ECHO, operationName: 'Echo', variables: { n: 1, color: 'RED' } };
  const headers = {
    accept,
    'content-type': 'application/json; charset=utf-8',
    origin: 'https://films.example',
    'x-request-id': 'mine',
  };
  const slow = await seen(await post(question, headers));
  expect(takeLeft()).toBe(1);
  expect(await seen(await post(question, headers))).toEqual(slow);
  expect(takeLeft()).toBe(0);
  const logged = lines.filter(({ event }) => event === 'request');
  for (const line of logged) Object.assign(line, { time: 0, durationMs: 0 });
  expect(logged).toHaveLength(2);
  expect(logged[1]).toEqual(logged[0]);
});

test('the fast lane leases a build once for a request, and again for another build', async () => {
  const { post, store, learn, takeLeft } = await openLane();
  await learn('{ version }');
  const before = store.acquired;
  for (let time = 0; time < 3; time += 1) {
    expect(await (await post({ query: '{ version }' })).json()).toMatchObject({ data: { version: 7 } });
  }
  expect(store.acquired - before).toBe(1);
  store.build = { id: 'b8', version: 8 };
  expect(await (await post({ query: '{ version }' })).json()).toMatchObject({
    data: { version: 8 },
    extensions: { dataset: { buildId: 'b8' } },
  });
  expect(store.released).toBe(store.acquired);
  expect(takeLeft()).toBe(0);
});

test('the fast lane drops an answer when the same build gets a new version', async () => {
  const { post, get, store, learn, takeLeft } = await openLane();
  await learn('{ version }');
  const search = `query=${encodeURIComponent('{ version }')}`;
  const etags = new Set<string | null>();
  for (const version of [7, 8, 9]) {
    store.build = { id: 'b7', version };
    for (let time = 0; time < 2; time += 1) {
      const expected = { data: { version }, extensions: { dataset: { buildId: 'b7', version } } };
      expect(await (await post({ query: '{ version }' })).json()).toMatchObject(expected);
      const answer = await get(search);
      expect(await answer.json()).toMatchObject(expected);
      etags.add(answer.headers.get('etag'));
    }
  }
  expect(takeLeft()).toBe(0);
  expect(etags.size).toBe(3);
});

test('the fast lane drops an answer when another build has the same version', async () => {
  const { post, get, store, learn } = await openLane();
  await learn('{ version }');
  const search = `query=${encodeURIComponent('{ version }')}`;
  const etags = new Set<string | null>();
  for (const id of ['b7', 'b8']) {
    store.build = { id, version: 7 };
    expect(await (await post({ query: '{ version }' })).json()).toMatchObject({
      extensions: { dataset: { buildId: id } },
    });
    etags.add((await get(search)).headers.get('etag'));
  }
  expect(etags.size).toBe(2);
});

test('a body that is labelled as compressed is refused, even if its document is known', async () => {
  const { post, learn, takeLeft } = await openLane();
  await learn('{ version }');
  for (const coding of ['gzip', 'br']) {
    const answer = await post({ query: '{ version }' }, { 'content-encoding': coding });
    expect(answer.status).toBe(415);
    expect(takeLeft()).toBe(0);
  }
});

test.each([
  ['a field that fails', { query: '{ refuse }' }, 'BAD_USER_INPUT'],
  ['a field that crashes', { query: '{ crash }' }, 'INTERNAL_SERVER_ERROR'],
  ['a non-null field that crashes', { query: '{ crashNonNull }' }, 'INTERNAL_SERVER_ERROR'],
  ['a variable of the wrong type', { query: ECHO, variables: { n: 'x' } }, 'BAD_USER_INPUT'],
  ['an unknown operation', { query: '{ version }', operationName: 'X' }, 'BAD_USER_INPUT'],
])('the fast lane passes %s on to Yoga', async (_what, question, code) => {
  const { post, learn, takeLeft } = await openLane();
  for (const query of ['{ refuse }', '{ crash }', '{ crashNonNull }', '{ version }', ECHO]) await learn(query);
  const body = (await (await post(question)).json()) as { errors: { extensions: { code: string } }[] };
  expect(body.errors[0]?.extensions.code).toBe(code);
  expect(takeLeft()).toBe(1);
});

test.each([
  ['an unknown key', { query: '{ version }', nope: 1 }, 'BAD_USER_INPUT'],
  ['variables that are not an object', { query: '{ version }', variables: [1] }, 'BAD_USER_INPUT'],
  ['no JSON', '{"query": "{ version }"', 'BAD_USER_INPUT'],
])('%s is refused before the fast lane', async (_what, question, code) => {
  const { post, learn, takeLeft } = await openLane();
  await learn('{ version }');
  const body = (await (await post(question)).json()) as { errors: { extensions: { code: string } }[] };
  expect(body.errors[0]?.extensions.code).toBe(code);
  expect(takeLeft()).toBe(0);
});

test('the fast lane passes requests for the cost on to Yoga, and answers while the server stops', async () => {
  const { post, learn, takeLeft, server } = await openLane();
  await learn('{ version }');
  await post({ query: '{ version }' }, { 'x-query-cost': 'true' });
  expect(takeLeft()).toBe(1);
  server.drain();
  const answer = await post({ query: '{ version }' });
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(takeLeft()).toBe(0);
});

test('the fast lane separates answers to bodies and to query strings with the same text', async () => {
  const { server, post, learn } = await openLane();
  for (const query of ['{version}', '{hello}#"}}']) await learn(query);
  const asked = '{"query":"{version}","variables":{"a":"&query={hello}#"}}';
  expect(await (await post(asked)).json()).toMatchObject({ data: { version: 7 } });
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`GET /graphql?${asked} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  expect(await text(socket)).toContain('{"data":{"hello":"hello"}');
});

test('the fast lane reports a missing dataset like Yoga', async () => {
  const { post, learn, store, takeLeft } = await openLane();
  await learn('{ version }');
  store.hasBuild = false;
  expect((await post({ query: '{ version }' })).status).toBe(503);
  expect(takeLeft()).toBe(1);
});

test('GET has an ETag by build and query, and 304 for a client that has it, in both lanes', async () => {
  const { get, store, takeLeft } = await openLane();
  const search = `query=${encodeURIComponent('{ version }')}`;
  const headers = { 'x-request-id': 'mine' };
  const first = await seen(await get(search, { headers }));
  expect(first).toMatchObject({
    status: 200,
    headers: {
      'cache-control': 'public, max-age=60',
      vary: 'Accept, Accept-Encoding, Authorization, X-Query-Cost, Origin',
    },
  });
  const etag = first.headers['etag'] ?? '';
  expect(takeLeft()).toBe(1);
  for (let time = 0; time < 2; time += 1) {
    const fresh = await get(search, { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([fresh.status, await fresh.text(), fresh.headers.get('etag')]).toEqual([304, '', etag]);
    expect(await seen(await get(search, { headers: { ...headers, 'if-none-match': '"other"' } }))).toEqual(first);
    expect(takeLeft()).toBe(0);
  }
  const other = await get(search, { headers: { accept: 'application/graphql-response+json' } });
  expect(other.headers.get('etag')).not.toBe(etag);
  store.build = { id: 'b8', version: 8 };
  const next = await get(search, { headers: { 'if-none-match': etag } });
  expect([next.status, next.headers.get('etag') === etag]).toEqual([200, false]);
  expect(takeLeft()).toBe(0);
  expect((await get(`${search}&query=x`)).status).toBe(200);
  expect(takeLeft()).toBe(0);
});

test.each([['{ refuse }'], ['{ chance }'], ['{ nope }']])(
  'GET is no-store if other clients may get another answer: %s',
  async (query) => {
    const { get } = await openLane();
    for (let time = 0; time < 3; time += 1) {
      const answer = await get(`query=${encodeURIComponent(query)}`);
      expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([null, 'no-store']);
    }
  },
);

test('GET with its cost is no-store, and never 304', async () => {
  const { get, learn } = await openLane();
  const search = `query=${encodeURIComponent('{ version }')}`;
  for (let time = 0; time < 2; time += 1) {
    const plain = await get(search);
    expect(plain.headers.get('vary')).toContain('X-Query-Cost');
    const etag = plain.headers.get('etag') ?? '';
    for (const known of [etag, '*']) {
      const priced = await get(search, { headers: { 'x-query-cost': 'true', 'if-none-match': known } });
      const { headers } = priced;
      expect([priced.status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'no-store']);
      expect(await priced.json()).toMatchObject({ extensions: { cost: { limit: expect.any(Number) } } });
    }
    const unpriced = await get(search, { headers: { 'x-query-cost': 'false', 'if-none-match': etag } });
    expect(unpriced.status).toBe(304);
    await learn('{ version }');
  }
});

describe.each([['application/json'], ['application/graphql-response+json']])('to accept: %s', (accept) => {
  test.each([
    ['{ busy }', 503, '1'],
    ['{ a: busy b: busy }', 503, '1'],
    ['{ late }', 504, null],
    ['{ late busy }', 504, '1'],
    ['{ busy hello }', 200, '1'],
    ['{ busy refuse }', 200, '1'],
    ['{ late hello }', 200, null],
  ])('%s is answered with %s and Retry-After %s, in both lanes', async (query, status, retryAfter) => {
    const { get, post, takeLeft } = await openLane();
    const search = `query=${encodeURIComponent(query)}`;
    for (let time = 0; time < 3; time += 1) {
      for (const answer of [await post({ query }, { accept }), await get(search, { headers: { accept } })]) {
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
        expect(answer.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
        const body = (await answer.json()) as { data: unknown; errors: unknown[]; extensions: object };
        expect(body).toMatchObject({ data: expect.anything(), errors: expect.any(Array) });
        expect(Object.keys(body.extensions)).toEqual(['dataset']);
      }
    }
    const kept = await get(search, { headers: { 'if-none-match': '*' } });
    expect([kept.status, kept.headers.get('etag'), kept.headers.get('cache-control')]).toEqual([
      status,
      null,
      'no-store',
    ]);
    expect(takeLeft()).toBe(7);
  });
});

test('a body in several chunks is read completely, in both lanes', async () => {
  const { server, learn, takeLeft } = await openLane();
  await learn('{ version }');
  for (const [body, leaves] of [
    [JSON.stringify({ query: '{ version }' }), 0],
    [JSON.stringify({ query: '{ version hello }' }), 1],
    [JSON.stringify({ query: `{ version } #${'x'.repeat(40_000)}` }), 1],
  ] as const) {
    const socket = connect(server.port, '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    for (const piece of [body.slice(0, 5), body.slice(5, -3), body.slice(-3)]) {
      socket.write(piece);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]*"version":7/);
    expect(takeLeft()).toBe(leaves);
  }
});

function rawRequest(query: string, last: boolean): string {
  const body = JSON.stringify({ query });
  return `POST /graphql HTTP/1.1\r\nhost: x\r\n${last ? 'connection: close\r\n' : ''}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

test('one connection serves both lanes in turn', async () => {
  const { server, learn } = await openLane();
  await learn('{ version }');
  const socket = connect(server.port, '127.0.0.1');
  const queries = ['{ version }', '{ hello }', '{ version }', '{ refuse }', '{ version }', '{ hello }'];
  socket.write(queries.map((query, at) => rawRequest(query, at === queries.length - 1)).join(''));
  const answers = (await text(socket)).match(/\{"(?:data|errors)":.*?(?=HTTP|$)/gs) ?? [];
  expect(answers.map((answer) => /"(version|hello|refuse)"/.exec(answer)?.[1])).toEqual([
    'version',
    'hello',
    'version',
    'refuse',
    'version',
    'hello',
  ]);
});
