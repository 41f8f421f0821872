import type { IncomingMessage } from 'node:http';

import { once } from 'node:events';
import { request } from 'node:http';

import { expect, test } from 'vitest';

import { openLane } from '../../open-lane.ts';
import { rawRequest } from '../../raw-request.ts';
import type { RawAnswer } from '../../raw-request.ts';
import { createHarness, Gate, longText } from '../../support.ts';

const LONG = 'query ($characters: Int, $seed: Int) { long(characters: $characters, seed: $seed) version }';

/** A question of an answer of so many characters and some more. */
function asking(characters: number, seed = 0): string {
  return new URLSearchParams({ query: LONG, variables: JSON.stringify({ characters, seed }) }).toString();
}

async function open() {
  const lane = await openLane();
  const { url } = lane.server;
  const get = (search: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    rawRequest(`${url}/graphql?${search}`, { headers });
  const head = (search: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    rawRequest(`${url}/graphql?${search}`, { headers, method: 'HEAD' });
  return { ...lane, get, head, url };
}

/** What an answer holds, whatever its form. */
function dataOf({ text }: RawAnswer): unknown {
  return (JSON.parse(text) as { data: unknown }).data;
}

const moment = ({ date: _date, 'x-request-id': _id, ...headers }: RawAnswer['headers']) => headers;

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['deflate, zstd', undefined],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['gzip;q=0', undefined],
  ['gzip; q=0.000, br;q=0', undefined],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
  ['*;q=0, gzip', 'gzip'],
  ['*;q=0, identity', undefined],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['identity;q=0.5, gzip;q=0.1', undefined],
  ['gzip;q=0.1', 'gzip'],
])('answers of both lanes for accept-encoding %j are encoded as %s', async (header, encoding) => {
  const { get, takeLeft } = await open();
  const search = asking(2000);
  const headers: Record<string, string> = header === undefined ? {} : { 'accept-encoding': header };
  for (const left of [1, 0, 0]) {
    const answer = await get(search, headers);
    expect(takeLeft()).toBe(left);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
    expect(answer.headers.vary).toBe('Accept, Accept-Encoding, Authorization, X-Query-Cost, Origin');
    expect(dataOf(answer)).toEqual({ long: longText(2000), version: 7 });
    if (encoding !== undefined) expect(answer.bytes.length).toBeLessThan(1900);
  }
});

test.each([
  [100, 'gzip, br', undefined],
  [100, 'identity;q=0, gzip', 'gzip'],
  [1024, 'gzip, br', 'br'],
  [40_000, 'gzip', 'gzip'],
  [500_000, 'gzip', 'gzip'],
  [500_000, 'br', 'br'],
])(
  'answers of a little over %i characters for accept-encoding %s are encoded as %s',
  async (characters, header, encoding) => {
    const { get } = await open();
    for (let time = 0; time < 4; time += 1) {
      const answer = await get(asking(characters), { 'accept-encoding': header });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
      expect(dataOf(answer)).toMatchObject({ long: longText(characters) });
    }
  },
);

test('answers to POST, long errors and long answers of /health are encoded', async () => {
  const { url } = await open();
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' };
  for (const characters of [2000, 40_000]) {
    const body = JSON.stringify({ query: LONG, variables: { characters } });
    for (let time = 0; time < 4; time += 1) {
      const answer = await rawRequest(`${url}/graphql`, { method: 'POST', headers, body });
      expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringContaining('Encoding') });
      expect(dataOf(answer)).toMatchObject({ long: longText(characters) });
    }
  }
  const body = JSON.stringify({ query: `{ ${'nope'.repeat(500)} }` });
  const refused = await rawRequest(`${url}/graphql`, { method: 'POST', headers, body });
  expect(refused.headers['content-encoding']).toBe('gzip');
  expect(refused.text).toContain('Cannot query field');
});

test.each(['*;q=0', 'identity;q=0', 'gzip;q=0, br;q=0, identity;q=0', 'zstd, identity;q=0'])(
  'accept-encoding %s, which refuses every form, is answered with 406',
  async (header) => {
    const { get } = await open();
    const answer = await get(asking(2000), { 'accept-encoding': header });
    expect(answer.status).toBe(406);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ message: expect.stringContaining('accept-encoding'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  },
);

test('each encoding has its own ETag, and a client that has an acceptable one gets 304 with its ETag', async () => {
  const { get, takeLeft } = await open();
  const search = asking(2000);
  const tags: Record<string, string> = {};
  for (const form of ['identity', 'gzip', 'br']) {
    tags[form] = (await get(search, { 'accept-encoding': form })).headers.etag ?? '';
  }
  const { identity = '', gzip = '', br = '' } = tags;
  expect([gzip, br]).toEqual([identity.replace(/"$/, '-gzip"'), identity.replace(/"$/, '-br"')]);
  takeLeft();
  for (const [accepted, known, answered] of [
    [undefined, identity, identity],
    [undefined, gzip, gzip],
    ['gzip', gzip, gzip],
    ['gzip', identity, identity],
    ['gzip, br', gzip, gzip],
    ['gzip, br', `"other", W/${br}`, br],
    ['gzip, br', `${identity}, ${gzip}, ${br}`, br],
    ['gzip', '*', gzip],
    // Another client's form, by way of a cache between.
    ['gzip', br, undefined],
    ['identity', gzip, undefined],
    ['identity;q=0, gzip', identity, undefined],
    ['gzip', '"other"', undefined],
  ] as const) {
    const answer = await get(search, {
      'if-none-match': known,
      ...(accepted !== undefined && { 'accept-encoding': accepted }),
    });
    const what = `${accepted} ${known}`;
    expect(answer.status, what).toBe(answered === undefined ? 200 : 304);
    if (answered === undefined) continue;
    expect(answer.headers, what).toMatchObject({
      etag: answered,
      vary: 'Accept, Accept-Encoding, Authorization, X-Query-Cost, Origin',
    });
    expect(Object.keys(answer.headers)).not.toContain('content-type');
    expect(Object.keys(answer.headers)).not.toContain('content-encoding');
    expect(answer.bytes).toHaveLength(0);
  }
  expect(takeLeft()).toBe(0);
});

test('HEAD has the status and the headers of GET, and no body, in each encoding and lane', async () => {
  const { get, head, takeLeft, url } = await open();
  for (const search of [asking(2000), asking(50_000), 'query={nope}', '']) {
    for (const encodings of ['identity', 'gzip', 'identity;q=0, br']) {
      const headers = { 'accept-encoding': encodings };
      const [one, other] = [await get(search, headers), await head(search, headers)];
      expect(other.status).toBe(one.status);
      expect(moment(other.headers)).toEqual(moment(one.headers));
      expect(other.bytes).toHaveLength(0);
      expect(one.bytes.length).toBeGreaterThan(0);
    }
  }
  takeLeft();
  const { etag = '' } = (await head(asking(2000))).headers;
  expect((await head(asking(2000), { 'if-none-match': etag })).status).toBe(304);
  expect(takeLeft()).toBe(0);
  for (const path of ['/', '/livez', '/readyz', '/health', '/nothing']) {
    const [one, other] = [await rawRequest(url + path), await rawRequest(url + path, { method: 'HEAD' })];
    expect([other.status, other.headers['content-length'], other.bytes.length], path).toEqual([
      one.status,
      one.headers['content-length'],
      0,
    ]);
  }
  const page = await rawRequest(`${url}/`, { method: 'HEAD', headers: { accept: 'text/html' } });
  expect([page.status, page.headers.location]).toEqual([302, 'graphql']);
});

test('a stream of events is sent event by event', async () => {
  const gate = new Gate();
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('data: 1\n\n');
    await gate.opened;
    yield Buffer.from('data: 2\n\n');
  }
  const headers = { 'content-type': 'text/event-stream' };
  const answer = { status: 200, headers, body: body(), errors: 0, build: null, isPrivate: false, cost: undefined };
  const server = await createHarness({ lane: () => async () => answer }).start();
  const sent = request(`${server.url}/graphql?query={hello}`, {
    headers: { 'accept-encoding': 'gzip, br' },
    agent: false,
  });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect(response.headers['content-encoding']).toBeUndefined();
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => (text += part));
  await expect.poll(() => text).toBe('data: 1\n\n');
  gate.open();
  await once(response, 'end');
  expect(text).toBe('data: 1\n\ndata: 2\n\n');
});

/** Asks for twenty answers of a million characters each, and then for the first of them: whether it was kept. */
async function keepsFirst(encoding: string): Promise<boolean> {
  const { get, store, takeLeft } = await open();
  const headers = { 'accept-encoding': encoding };
  for (let time = 0; time < 2; time += 1) await get(asking(1), headers);
  for (let seed = 0; seed < 20; seed += 1) await get(asking(1_000_000, seed), headers);
  takeLeft();
  const before = store.acquired;
  await get(asking(1_000_000, 19), headers);
  expect(store.acquired).toBe(before);
  await get(asking(1_000_000, 0), headers);
  expect(takeLeft()).toBe(0);
  return store.acquired === before;
}

test('encoded forms of cached answers count towards the size of the cache', async () => {
  expect(await keepsFirst('identity')).toBe(true);
  expect(await keepsFirst('gzip')).toBe(false);
});

test('a client that leaves during compression leaves nothing behind', async () => {
  const { url, get, store, lines } = await open();
  for (let time = 0; time < 2; time += 1) await get(asking(1));
  const sent = request(`${url}/graphql?${asking(3_000_000, 1)}`, {
    headers: { 'accept-encoding': 'gzip' },
    agent: false,
  });
  sent.on('error', () => undefined).end();
  await expect.poll(() => lines.filter(({ event }) => event === 'request')).toHaveLength(3);
  sent.destroy();
  expect((await get(asking(2000), { 'accept-encoding': 'gzip' })).status).toBe(200);
  expect(store.released).toBe(store.acquired);
});
