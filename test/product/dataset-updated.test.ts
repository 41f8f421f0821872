import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

import { expect, onTestFinished, test } from 'vitest';

import { goBack } from '../../src/ingest/promote/go-back.ts';
import { ingestNights, randomFiles } from '../support/changing-nights.ts';
import { subscribe } from '../support/events.ts';
import { copyData } from '../support/copy-data.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { SILENT_LOG } from '../support/ingest.ts';

/* The subscription through a real client, where builds that are kept are promoted again, which takes no time. */

const data = foldersIn(newFolder('two-builds'));
const builds = await ingestNights(data, [randomFiles(1), randomFiles(2)]);
const QUERY = 'subscription { datasetUpdated { buildId version } }';
const WAIT = { timeout: 10_000, interval: 10 };

async function open(options: Parameters<typeof openGateway>[1] = {}) {
  const folders = await copyData(data);
  const gateway = await openGateway(folders, options);
  onTestFinished(() => gateway.close());
  const url = await urlOf(gateway);
  return {
    gateway,
    url,
    /** Promotes one of the builds; answers with what a subscriber hears. */
    promote: async (at: number) => {
      const { buildId, version } = await goBack(builds[at] ?? '', { folders, now: () => new Date(), log: SILENT_LOG });
      await gateway.store.refresh();
      return event(buildId, version);
    },
  };
}

async function urlOf(gateway: TestGateway): Promise<string> {
  return (await gateway.fetch('/livez')).url.replace('/livez', '/graphql');
}

function event(buildId: string, version: number): unknown {
  const dataset = { buildId, version, attribution: expect.any(String) as string };
  return { event: 'next', data: { data: { datasetUpdated: { buildId, version } }, extensions: { dataset } } };
}

test.each(['POST', 'GET'] as const)('datasetUpdated sends each build once, many in a row, by %s', async (method) => {
  const { url, promote, gateway } = await open();
  const stream = await subscribe(url, QUERY, { method });
  for (const at of [0, 1, 0, 0, 1]) {
    const sent = await promote(at);
    expect(await stream.next()).toEqual(sent);
    // Nothing is told of a look that finds what was there.
    await gateway.store.refresh();
  }
  expect(gateway.promotions.followers).toBe(1);
});

test('datasetUpdated reaches all who subscribe, with what each has selected', async () => {
  const { url, promote } = await open();
  const streams = await Promise.all([
    subscribe(url, QUERY),
    subscribe(url, QUERY, { method: 'GET' }),
    subscribe(
      url,
      'subscription ($no: Boolean = false) { datasetUpdated { version previousBuildIds @include(if: $no) } }',
    ),
  ]);
  const sent = await promote(0);
  expect(await streams[0].next()).toEqual(sent);
  expect(await streams[1].next()).toEqual(sent);
  expect(await streams[2].next()).toMatchObject({ data: { data: { datasetUpdated: { version: 3 } } } });
});

test('datasetUpdated begins with a ping and goes on with pings, in headers for proxies that buffer', async () => {
  const { url, promote } = await open();
  const stream = await subscribe(url, QUERY);
  const { headers, status } = stream.response;
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('cache-control')).toBe('no-store, no-transform');
  expect(headers.get('x-accel-buffering')).toBe('no');
  // Not compressed, though the client would take it.
  expect(headers.get('content-encoding')).toBeNull();
  const next = stream.next();
  await expect.poll(() => stream.pings(), WAIT).toBeGreaterThan(3);
  const sent = await promote(0);
  expect(await next).toEqual(sent);
  const before = stream.pings();
  void stream.next().catch(() => undefined);
  await expect.poll(() => stream.pings(), WAIT).toBeGreaterThan(before + 1);
});

test('datasetUpdated forgets a client that leaves', async () => {
  const { url, gateway, promote } = await open();
  const streams = await Promise.all(Array.from({ length: 20 }, () => subscribe(url, QUERY)));
  expect(gateway.promotions.followers).toBe(20);
  for (const stream of streams.slice(1)) stream.leave();
  await expect.poll(() => gateway.promotions.followers, WAIT).toBe(1);
  const sent = await promote(0);
  expect(await streams[0]?.next()).toEqual(sent);
  streams[0]?.leave();
  await expect.poll(() => gateway.promotions.followers, WAIT).toBe(0);
});

test('datasetUpdated holds no build between events', async () => {
  const { url, gateway, promote } = await open();
  const stream = await subscribe(url, QUERY);
  await promote(0);
  await stream.next();
  await expect.poll(() => gateway.store.inUse(builds[1] ?? ''), WAIT).toBe(false);
  await promote(1);
  await stream.next();
  await expect.poll(() => gateway.store.inUse(builds[0] ?? ''), WAIT).toBe(false);
});

test('more subscriptions than are allowed are refused, until one ends', async () => {
  const { url, gateway } = await open({ mostSubscriptions: 2 });
  const streams = await Promise.all([subscribe(url, QUERY), subscribe(url, QUERY)]);
  const { response } = await subscribe(url, QUERY);
  const refused = await subscribe(url, QUERY);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('10');
  expect(await refused.next()).toMatchObject({
    event: 'next',
    data: { errors: [{ message: expect.stringContaining('MAX_SUBSCRIPTIONS'), extensions: { code: 'OVERLOADED' } }] },
  });
  // Queries are answered all the same.
  expect((await gateway.query('{ dataset { version } }')).data).toEqual({ dataset: { version: 2 } });
  streams[0].leave();
  await expect.poll(() => gateway.promotions.followers, WAIT).toBe(1);
  expect((await subscribe(url, QUERY)).response.status).toBe(200);
});

test.each(['application/json', 'multipart/mixed', 'application/graphql-response+json, multipart/mixed'])(
  'a subscription that accepts %s alone is refused, with the media type to send',
  async (accept) => {
    const { url, gateway } = await open();
    const { response } = await subscribe(url, QUERY, { accept });
    expect(response.status).toBe(406);
    expect(response.headers.get('content-type')).toContain('json');
    const again = await fetch(url, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(await again.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('text/event-stream'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(gateway.promotions.followers).toBe(0);
  },
);

test.each(['POST', 'GET'] as const)(
  'a subscription by %s that says nothing of what it accepts is refused at once, as JSON is what it gets',
  async (method) => {
    const { url, gateway } = await open();
    // fetch would add the header.
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const path = method === 'GET' ? `${url}?query=${encodeURIComponent(QUERY)}` : url;
      request(path, { method, headers: { 'content-type': 'application/json' } })
        .on('response', resolve)
        .on('error', reject)
        .end(method === 'GET' ? undefined : JSON.stringify({ query: QUERY }));
    });
    expect(answer.statusCode).toBe(406);
    expect(await json(answer)).toMatchObject({
      errors: [{ message: expect.stringContaining('text/event-stream'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(gateway.promotions.followers).toBe(0);
  },
);

test.each(['*/*', 'application/json, text/event-stream', 'application/json, text/event-stream;q=0.5, multipart/mixed'])(
  'a subscription that accepts %s is a stream of events',
  async (accept) => {
    const { url, promote } = await open();
    const stream = await subscribe(url, QUERY, { accept });
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    const sent = await promote(0);
    expect(await stream.next()).toEqual(sent);
  },
);

test('a selection that is too dear, and variables that do not fit, are refused before a subscription begins', async () => {
  const { url, gateway } = await open({ bounds: { cost: { mode: 'enforce', most: 3 } } });
  const dear = await subscribe(url, 'subscription { datasetUpdated { sources { name } } }');
  expect(await dear.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }] } });
  const wrong = await subscribe(url, 'subscription ($no: Boolean!) { datasetUpdated { version @skip(if: $no) } }');
  expect(await wrong.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
  expect(gateway.promotions.followers).toBe(0);
});

test.each([
  ['a constant', 'subscription { datasetUpdated @skip(if: true) { buildId } }'],
  ['a variable', 'subscription ($no: Boolean = false) { datasetUpdated @include(if: $no) { buildId } }'],
  ['nothing', 'subscription { datasetUpdated @include { buildId } }'],
  ['a fragment around it', 'subscription { ... @skip(if: true) { datasetUpdated { buildId } } }'],
  [
    'a fragment of its own',
    'subscription { ...F } fragment F on Subscription { datasetUpdated @skip(if: true) { buildId } ...F }',
  ],
])('a subscription whose field is skipped by %s is refused as invalid', async (_, query) => {
  const { url, gateway } = await open();
  const stream = await subscribe(url, query);
  const message = expect.stringContaining('takes no @skip and no @include') as string;
  expect(await stream.next()).toMatchObject({
    data: { errors: [{ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
  });
  expect(gateway.promotions.followers).toBe(0);
});

test('HEAD of a subscription is refused, and leaves nothing behind', async () => {
  const { url, gateway } = await open();
  const status = await new Promise((resolve, reject) => {
    request(`${url}?query=${encodeURIComponent(QUERY)}`, { method: 'HEAD', headers: { accept: 'text/event-stream' } })
      .on('response', (response) => response.on('end', () => resolve(response.statusCode)).resume())
      .on('error', reject)
      .end();
  });
  expect(status).toBe(405);
  await expect.poll(() => gateway.promotions.followers, WAIT).toBe(0);
});

test('the end of the service completes each stream, and further ones are refused', async () => {
  const { url, gateway } = await open();
  const streams = await Promise.all([subscribe(url, QUERY), subscribe(url, QUERY)]);
  gateway.promotions.end();
  for (const stream of streams) {
    expect(await stream.next()).toEqual({ event: 'complete', data: null });
    expect(await stream.next()).toBeUndefined();
  }
  expect((await subscribe(url, QUERY)).response.status).toBe(503);
});
