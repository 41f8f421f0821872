import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { subscribe } from '../support/events.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { startMarquee } from '../support/start-marquee.ts';
import type { RunningMarquee } from '../support/start-marquee.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const SUBSCRIPTION = 'subscription { datasetUpdated { buildId } }';

let folder: string;

beforeAll(async () => {
  folder = newFolder('limited');
  await ingestInto(foldersIn(folder), { from: await writeSources(newFolder('files')) });
});

/** For one test: the real server with these settings over the small build. */
async function serveWith(settings: Record<string, string>): Promise<TestServing> {
  const serving = await startServing({ DATA_DIR: folder, SCHEDULE: 'off', WEB_APP: 'false', ...settings });
  onTestFinished(async () => void (await serving.stop()));
  return serving;
}

interface Seen {
  status: number;
  headers: IncomingMessage['headers'];
  body: { data?: Record<string, unknown>; errors?: { message: string; extensions: { code: string } }[] };
}

interface AskOptions {
  /** Address that a proxy has seen. */
  client?: string;
  method?: string;
  token?: string;
  /** A connection of its own by default. */
  agent?: Agent | false;
}

/** A query on a connection of its own: it reaches the worker whose turn it is. */
async function ask(
  url: string,
  query: string,
  { client, method = 'POST', token, agent = false }: AskOptions = {},
): Promise<Seen> {
  const headers = {
    'content-type': 'application/json',
    ...(client !== undefined && { 'x-forwarded-for': client }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const target = method === 'GET' ? `?query=${encodeURIComponent(query)}` : '';
  const sent = request(`${url}/graphql${target}`, { agent, method, headers });
  sent.end(method === 'GET' ? undefined : JSON.stringify({ query }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const seen: Seen = {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: (await json(response)) as Seen['body'],
  };
  return seen;
}

test('RATE_LIMITS counts the fields of the real schema, and limits says what is left, for this client alone', async () => {
  const { url } = await serveWith({ RATE_LIMITS: 'search:5/h,cost:900000/h', TRUSTED_PROXIES: '127.0.0.1' });
  const client = '2001:db8::1';
  const LIMITS = '{ limits { name role limit windowSeconds remaining resetSeconds } }';
  const before = await ask(url, LIMITS, { client, method: 'GET' });
  const search = { name: 'search', role: null, limit: 5, windowSeconds: 3600, remaining: 5, resetSeconds: 0 };
  expect(before.body.data?.['limits']).toMatchObject([search, { name: 'cost', limit: 900_000 }]);
  expect(before.headers['cache-control']).toBe('no-store');
  const five = Array.from({ length: 5 }, (_, at) => `s${at}: search(query: "term${at}", first: 1) { totalCount }`);
  const answered = await ask(url, `{ ${five.join(' ')} }`, { client });
  expect(answered.body.errors).toBeUndefined();
  expect(answered.headers['ratelimit']).toMatch(/^"search\/h";r=0;t=3\d{3}, "cost\/h";r=\d+;t=3\d{3}$/);
  expect(answered.headers['ratelimit-policy']).toBe(
    '"search/h";q=5;w=3600, "cost/h";q=900000;w=3600;marquee-unit="points"',
  );
  const refused = await ask(url, '{ search(query: "term", first: 1) { totalCount } }', { client });
  expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
  const after = await ask(url, LIMITS, { client, method: 'GET' });
  expect(after.body.data?.['limits']).toMatchObject([
    { ...search, remaining: 0, resetSeconds: expect.any(Number) },
    {},
  ]);
  const another = await ask(url, LIMITS, { client: '2001:db8:0:1::1', method: 'GET' });
  expect(another.body.data?.['limits']).toMatchObject([search, {}]);
});

test('limits is empty where nothing is limited, and no answer has the headers', async () => {
  const { url } = await serveWith({});
  const { body, headers } = await ask(url, '{ limits { name } }');
  expect(body.data).toEqual({ limits: [] });
  expect([headers['ratelimit'], headers['ratelimit-policy']]).toEqual([undefined, undefined]);
});

test('an X-Forwarded-For from an address that is not trusted changes nothing', async () => {
  const { url } = await serveWith({ RATE_LIMITS: 'requests:2/h', TRUSTED_PROXIES: '10.0.0.0/8' });
  const statuses: number[] = [];
  for (const client of ['203.0.113.1', '203.0.113.2', '10.0.0.1', '203.0.113.4, 10.0.0.1']) {
    statuses.push((await ask(url, '{ __typename }', { client })).status);
  }
  expect(statuses).toEqual([200, 200, 429, 429]);
});

test('LOG_CLIENT_ADDRESS logs the client behind a trusted proxy', async () => {
  const { url, lines } = await serveWith({ LOG_CLIENT_ADDRESS: 'true', TRUSTED_PROXIES: '127.0.0.0/8' });
  await ask(url, '{ __typename }', { client: '1.1.1.1, 203.0.113.7' });
  await ask(url, '{ __typename }');
  const addresses = lines.filter(({ event }) => event === 'request').map(({ clientAddress }) => clientAddress);
  expect(addresses).toEqual(['203.0.113.7', '127.0.0.1']);
});

test('queries and subscriptions over server-sent events count like others', async () => {
  const { url } = await serveWith({ RATE_LIMITS: 'genres:2/h,datasetUpdated:2/h' });
  const endpoint = `${url}/graphql`;
  const first = await subscribe(endpoint, '{ a: genres { count } b: genres { count } }');
  expect(first.response.headers.get('ratelimit')).toMatch(/^"genres\/h";r=0;t=\d+$/);
  expect(await first.next()).toMatchObject({ data: { data: { a: expect.any(Array) } } });
  const second = await subscribe(endpoint, '{ c: genres { count } }');
  expect(await second.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
  expect([second.response.status, second.response.headers.get('retry-after')]).toEqual([
    429,
    expect.stringMatching(/^\d+$/),
  ]);
  const streams = [await subscribe(endpoint, SUBSCRIPTION), await subscribe(endpoint, SUBSCRIPTION)];
  expect(streams.map(({ response }) => response.status)).toEqual([200, 200]);
  const third = await subscribe(endpoint, SUBSCRIPTION);
  expect(third.response.headers.get('ratelimit')).toMatch(/^"datasetUpdated\/h";r=0;t=\d+$/);
  expect(await third.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
});

test('a client has at most MAX_SUBSCRIPTIONS_PER_CLIENT subscriptions, and another one for each that it ends', async () => {
  const { url } = await serveWith({ MAX_SUBSCRIPTIONS_PER_CLIENT: '2' });
  const endpoint = `${url}/graphql`;
  const streams = [await subscribe(endpoint, SUBSCRIPTION), await subscribe(endpoint, SUBSCRIPTION)];
  const refused = await subscribe(endpoint, SUBSCRIPTION);
  expect(await refused.next()).toMatchObject({
    data: {
      errors: [
        { message: expect.stringContaining('MAX_SUBSCRIPTIONS_PER_CLIENT'), extensions: { code: 'RATE_LIMITED' } },
      ],
    },
  });
  expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([429, '10']);
  streams[0]?.leave();
  const statusOf = async (): Promise<number> => (await subscribe(endpoint, SUBSCRIPTION)).response.status;
  await expect.poll(statusOf, { timeout: 10_000 }).toBe(200);
  expect(await statusOf()).toBe(429);
});

test.each([
  [
    'nothing:1/s',
    {},
    'RATE_LIMITS limits nothing/s: "nothing" is neither cost, requests nor a root field of the schema',
  ],
  ['cost:1/s', { COST_MODE: 'off' }, 'RATE_LIMITS limits cost/s, and COST_MODE=off computes no costs'],
])('serve refuses RATE_LIMITS=%s in words', async (limits, settings, words) => {
  await expect(serveWith({ RATE_LIMITS: limits, ...settings })).rejects.toThrow(words);
});

test('workers share one count, also after one of them has ended', { timeout: 60_000 }, async () => {
  const { marquee, url, pids } = await startLimited('requests:6/h');
  const statuses: number[] = [];
  const remaining: (string | undefined)[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    const { status, headers } = await ask(url, '{ __typename }');
    statuses.push(status);
    remaining.push(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  expect(remaining).toEqual(['5', '4', '3', '2', '1', '0', '0', '0']);
  await marquee.line('request', 8);
  expect(new Set(marquee.lines('request').map(({ pid }) => pid))).toEqual(new Set(pids));
  process.kill(pids[1] ?? 0, 'SIGKILL');
  await marquee.line('listening', 3);
  expect([await ask(url, '{ __typename }'), await ask(url, '{ __typename }')]).toMatchObject([
    { status: 429 },
    { status: 429 },
  ]);
  expect(await stop(marquee)).toEqual([0, null]);
});

test(
  'workers answer without the counts while the primary process does not, which survives a worker that ends meanwhile',
  { timeout: 60_000 },
  async () => {
    const { marquee, url, pids } = await startLimited('requests:100/h');
    const primary = marquee.child.pid ?? 0;
    // The primary process accepts connections, so these are open before it stops.
    const agents = Array.from({ length: 8 }, () => new Agent({ keepAlive: true }));
    for (const agent of agents) await ask(url, '{ __typename }', { agent });
    process.kill(primary, 'SIGSTOP');
    const answers = await Promise.all(agents.map((agent) => ask(url, '{ __typename }', { agent })));
    expect(answers.map(({ status, headers }) => [status, headers['ratelimit']])).toEqual(
      agents.map(() => [200, undefined]),
    );
    await marquee.line('rate limits not counted', 2);
    // What it is asked to count is read when it goes on, and there is nobody to tell.
    const [, killed = 0] = pids;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => readFileSync(`/proc/${killed}/stat`, 'utf8')).toMatch(/\) Z /);
    process.kill(primary, 'SIGCONT');
    await marquee.line('listening', 3);
    const { status, headers } = await ask(url, '{ __typename }');
    expect([status, headers['ratelimit']]).toEqual([200, expect.stringMatching(/^"requests\/h";r=\d+;t=\d+$/)]);
    for (const agent of agents) agent.destroy();
    expect(await stop(marquee)).toEqual([0, null]);
    expect(marquee.errors()).toBe('');
  },
);

test(
  'workers count the subscriptions of a client together, and give back those of one that was killed',
  { timeout: 60_000 },
  async () => {
    const { marquee, url, pids } = await startLimited('requests:1000/h', { MAX_SUBSCRIPTIONS_PER_CLIENT: '4' });
    const endpoint = `${url}/graphql`;
    const streams = [];
    for (let at = 0; at < 6; at += 1) streams.push(await subscribe(endpoint, SUBSCRIPTION));
    expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 429, 429]);
    await marquee.line('request', 6);
    expect(new Set(marquee.lines('request').map(({ pid }) => pid))).toEqual(new Set(pids));
    // One that leaves, of whichever worker, makes room for another one.
    const statusOf = async (): Promise<number> => (await subscribe(endpoint, SUBSCRIPTION)).response.status;
    streams[0]?.leave();
    await expect.poll(statusOf, { timeout: 10_000 }).toBe(200);
    expect(await statusOf()).toBe(429);
    process.kill(pids[1] ?? 0, 'SIGKILL');
    await marquee.line('listening', 3);
    let again = 0;
    while ((await statusOf()) === 200) again += 1;
    // As many as the killed one had, of which nobody can say how many of the four they are.
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(5);
    expect(await stop(marquee)).toEqual([0, null]);
  },
);

test('workers count the wrong tokens of an address together', { timeout: 60_000 }, async () => {
  const { marquee, url, pids } = await startLimited('requests:1000/h');
  const seen: Seen[] = [];
  for (let at = 0; at < 12; at += 1) seen.push(await ask(url, '{ __typename }', { token: `mq_wrong-${at}` }));
  expect(seen.map(({ status }) => status)).toEqual([...Array<number>(10).fill(401), 429, 429]);
  const [refused] = seen.slice(-1);
  const seconds = String(refused?.headers['retry-after']);
  expect(Number(seconds)).toBeGreaterThan(50);
  expect(refused?.body.errors?.[0]?.message).toBe(
    `Too many wrong tokens came from this address: try again in ${seconds} s, or without a token.`,
  );
  expect((await ask(url, '{ __typename }')).status).toBe(200);
  // Both workers have refused some.
  await expect.poll(() => new Set(marquee.lines('requests refused').map(({ pid }) => pid))).toEqual(new Set(pids));
  expect(await stop(marquee)).toEqual([0, null]);
});

/** The command line with two workers, both of which listen. */
async function startLimited(
  limits: string,
  more: Record<string, string> = {},
): Promise<{ marquee: RunningMarquee; url: string; pids: number[] }> {
  const settings = { PORT: '0', WORKERS: '2', SCHEDULE: 'off', WEB_APP: 'false', RATE_LIMITS: limits, ...more };
  const marquee = startMarquee(['serve'], { folder, settings });
  const { url } = await marquee.line('listening', 2);
  return { marquee, url: String(url), pids: marquee.lines('listening').map(({ pid }) => pid) };
}

async function stop({ child }: RunningMarquee): Promise<unknown> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  return ended;
}
