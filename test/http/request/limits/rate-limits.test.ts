import { setTimeout as sleep } from 'node:timers/promises';

import { expect, onTestFinished, test, vi } from 'vitest';

import { ClientError } from '../../../../src/errors.ts';
import type { Client } from '../../../../src/http/request/access/client.ts';
import { createRateLimits } from '../../../../src/http/request/limits/rate-limits.ts';
import type { RateLimits } from '../../../../src/http/request/limits/rate-limits.ts';
import { parseRateRule, rulesOf } from '../../../../src/http/request/limits/rate-rules.ts';
import type { RateRule } from '../../../../src/http/request/limits/rate-rules.ts';
import { createUsageStore } from '../../../../src/http/request/limits/usage-store.ts';
import { createLogger } from '../../../../src/process/logger.ts';
import { ADMIN, ANONYMOUS, READER } from '../../../support/clients.ts';
import { CLIENT, limitsOf, openLimited, rulesIn } from './open-limited.ts';

const SEARCH = { rootFields: ['search'] };

/** The end of each operation, one after the other: undefined, or the words of its refusal. */
async function endsOf(
  limits: RateLimits,
  uses: readonly { client?: Client; points?: number; rootFields?: readonly string[] }[],
): Promise<(string | undefined)[]> {
  const ends: (string | undefined)[] = [];
  for (const { client = ANONYMOUS, points = 1, rootFields = [] } of uses) {
    try {
      await limits.of(client)?.takeOperation({ points, rootFields });
      ends.push(undefined);
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      ends.push(`${error.code} ${error.message}`);
    }
  }
  return ends;
}

function useFakeTime(): void {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

test('requests beyond a limit are refused with 429, Retry-After and the RateLimit headers, before they are read', async () => {
  const { ask, post, takeLeft } = await openLimited('requests:3/h');
  const policy = '"requests/h";q=3;w=3600';
  expect(await ask('{ hello }')).toMatchObject({ status: 200, limit: '"requests/h";r=2;t=3600', policy });
  // What is wrong counts too.
  expect((await ask('{ nothing')).limit).toMatch(/^"requests\/h";r=1;t=\d+$/);
  expect((await post('{', { 'x-forwarded-for': CLIENT })).headers.get('ratelimit')).toMatch(/;r=0;/);
  takeLeft();
  const refused = await ask('{ hello }');
  const seconds = Number(refused.retryAfter);
  expect(refused).toEqual({
    status: 429,
    code: 'RATE_LIMITED',
    message: `Too many requests were sent, and 0 of 3 an hour are left: try again in ${seconds} s.`,
    retryAfter: String(seconds),
    limit: `"requests/h";r=0;t=${seconds}`,
    policy,
  });
  expect(seconds).toBeGreaterThan(3500);
  expect(takeLeft()).toBe(0);
});

test('a client is served again after the time in Retry-After', { timeout: 20_000 }, async () => {
  const { ask } = await openLimited('requests:1/s');
  const wait = { timeout: 10_000, interval: 1 };
  await expect.poll(async () => (await ask('{ hello }')).retryAfter, wait).toBe('1');
  await sleep(1050);
  expect((await ask('{ hello }')).status).toBe(200);
});

test('clients behind one proxy have limits of their own, IPv6 by /64, and a spoofed address is of no use', async () => {
  const { ask } = await openLimited('requests:1/h');
  const statusOf = async (client: string): Promise<number> => (await ask('{ hello }', { client })).status;
  const clients = [CLIENT, '203.0.113.6', '2001:db8:1:2::1', '2001:db8:1:3::1'];
  expect(await Promise.all(clients.map(statusOf))).toEqual([200, 200, 200, 200]);
  expect(await Promise.all(clients.map(statusOf))).toEqual([429, 429, 429, 429]);
  // Whatever the client has written before the proxy, and any other address of its network.
  expect(await statusOf(`198.51.100.1, ${CLIENT}`)).toBe(429);
  expect(await statusOf(`::ffff:${CLIENT}`)).toBe(429);
  expect(await statusOf('2001:db8:1:2:ffff::9')).toBe(429);
  expect(await statusOf('198.51.100.1')).toBe(200);
});

test('points of cost are taken as the cost limit computes them, and a refused operation takes none', async () => {
  const { ask } = await openLimited('cost:10/h');
  expect((await ask('{ deep { deep { deep { name } } } }')).limit).toMatch(/^"cost\/h";r=6;t=\d+$/);
  expect((await ask('{ deep { deep { name } } }')).limit).toMatch(/;r=3;/);
  const refused = await ask('{ deep { deep { deep { name deep { name } } } } }');
  expect([refused.status, refused.code, refused.policy]).toEqual([
    429,
    'RATE_LIMITED',
    '"cost/h";q=10;w=3600;marquee-unit="points"',
  ]);
  expect(refused.limit).toMatch(/;r=3;/);
  expect(refused.message).toMatch(
    /^This operation costs 6 points, and 3 of 10 an hour are left: try again in \d+ s\.$/,
  );
  expect((await ask('{ a: hello b: hello c: hello }')).limit).toMatch(/;r=0;/);
  const never = await ask(`{ ${Array.from({ length: 11 }, (_, at) => `a${at}: hello`).join(' ')} }`);
  expect([never.status, never.code, never.retryAfter, never.message]).toEqual([
    400,
    'COST_LIMIT_EXCEEDED',
    null,
    'This operation costs 11 points, and a client may take 10 an hour (RATE_LIMITS): ask for less in one request.',
  ]);
});

test('an answer from memory takes of the limit of requests alone', async () => {
  const { ask, takeLeft } = await openLimited('requests:10/h,cost:2/h,hello:2/h');
  await ask('{ hello }');
  await ask('{ hello }');
  // Yoga answers the first, the fast lane the second.
  expect(takeLeft()).toBe(1);
  expect((await ask('{ hello }')).limit).toMatch(/^"requests\/h";r=7;t=\d+$/);
  expect((await ask('{ a: hello }')).status).toBe(429);
  const kept = await ask('{ hello }');
  expect([kept.status, kept.limit]).toEqual([200, expect.stringMatching(/^"requests\/h";r=5;t=\d+$/)]);
});

const FRAGMENTS =
  'fragment A on Query { a: echo ...B } fragment B on Query { b: echo b: echo ... on Query { c: echo } }';

test.each([
  ['five aliases', '{ a: echo b: echo c: echo d: echo e: echo }', 5],
  ['one key twice', '{ echo echo hello }', 1],
  ['fragments in fragments', `{ ...A } ${FRAGMENTS}`, 3],
  ['what is skipped', '{ a: echo @skip(if: true) b: echo @include(if: true) hello }', 1],
  ['another field', '{ hello }', 0],
])('a root field is counted once for each key of the answer: %s', async (_, query, count) => {
  const { ask } = await openLimited('echo:100/h,hello:100/h');
  const { status, limit } = await ask(query);
  expect(status).toBe(200);
  expect(limit).toMatch(count === 0 ? /^"hello\/h"/ : new RegExp(`^"echo/h";r=${100 - count};`));
});

test('an operation beyond the limit of a root field is refused as a whole, in both lanes, and others are answered', async () => {
  const { ask, takeLeft } = await openLimited('echo:5/h');
  const statuses: number[] = [];
  for (const query of [
    '{ a: echo b: echo c: echo d: echo }',
    '{ x: echo y: echo hello }',
    '{ x: echo y: echo hello }',
  ]) {
    statuses.push((await ask(query)).status);
  }
  expect(statuses).toEqual([200, 429, 429]);
  expect(takeLeft()).toBe(3);
  const { code, message } = await ask('{ x: echo y: echo }');
  expect(code).toBe('RATE_LIMITED');
  expect(message).toMatch(/^This operation asks for echo 2 times, and 1 of 5 an hour are left: try again in \d+ s\.$/);
  expect((await ask('{ hello }')).status).toBe(200);
  expect((await ask('{ z: echo }')).status).toBe(200);
});

test('requests at the same time cannot take the same rest', async () => {
  const { ask } = await openLimited('echo:4/h');
  const queries = Array.from({ length: 12 }, (_, at) => `{ k${at}: echo }`);
  const statuses = await Promise.all(queries.map(async (query) => (await ask(query)).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(4);
});

test('a short and a long window of one name hold together: a burst, and what is used over time', async () => {
  useFakeTime();
  const limits = limitsOf('search:2/s,search:5/h');
  async function waitsOf(uses: number): Promise<(string | undefined)[]> {
    const ends = await endsOf(
      limits,
      Array.from({ length: uses }, () => SEARCH),
    );
    return ends.map((end) => /in (\d+) s\.$/.exec(end ?? '')?.[1]);
  }
  expect(await waitsOf(3)).toEqual([undefined, undefined, '1']);
  vi.advanceTimersByTime(1000);
  expect(await waitsOf(3)).toEqual([undefined, undefined, '1']);
  vi.advanceTimersByTime(1000);
  expect(await waitsOf(2)).toEqual([undefined, '3598']);
  vi.advanceTimersByTime(3_598_000);
  expect(await waitsOf(1)).toEqual([undefined]);
});

test('a rule of a role takes the place of those without one, and administrators have only their own', async () => {
  const rules = rulesIn('requests:9/s,search:1/h,reader.search:2/h,anonymous.cost:5/h,admin.title:1/h');
  const idsOf = (role: Client['role']): string[] => rulesOf(role, rules).map(({ id }) => id);
  expect(idsOf('ANONYMOUS')).toEqual(['requests/s', 'search/h', 'anonymous.cost/h']);
  expect(idsOf('READER')).toEqual(['requests/s', 'reader.search/h']);
  expect(idsOf('ADMIN')).toEqual(['admin.title/h']);
  const limits = limitsOf('search:1/h,reader.search:2/h');
  expect(limits.of(ADMIN)).toBeUndefined();
  const clients = [ANONYMOUS, READER, ANONYMOUS, READER, READER, { ...READER, key: 'token another' }];
  const ends = await endsOf(
    limits,
    clients.map((client) => ({ client, rootFields: ['search'] })),
  );
  expect(ends.map((end) => end === undefined)).toEqual([true, true, false, true, false, true]);
});

test('each role has its own limits over HTTP, and an administrator none', async () => {
  const { start, gateway } = await openLimited('requests:1/h,reader.requests:2/h');
  const server = await start({
    gateway(exchange) {
      exchange.client = { reader: READER, admin: ADMIN }[String(exchange.request.headers['x-role'])] ?? exchange.client;
      return gateway(exchange);
    },
  });
  async function statusesOf(role: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      const response = await fetch(`${server.url}/graphql?query={hello}`, { headers: { 'x-role': role } });
      statuses.push(response.status);
      expect(response.headers.has('ratelimit-policy')).toBe(role !== 'admin');
    }
    return statuses;
  }
  expect(await statusesOf('anonymous')).toEqual([200, 429, 429]);
  expect(await statusesOf('reader')).toEqual([200, 200, 429]);
  expect(await statusesOf('admin')).toEqual([200, 200, 200]);
});

test('left says what is in force and what remains', async () => {
  useFakeTime();
  const limits = limitsOf('search:5/min,reader.search:9/h');
  await endsOf(limits, [{ rootFields: ['search', 'search', 'title'] }]);
  vi.advanceTimersByTime(20_500);
  const search = { name: 'search', role: null, limit: 5, windowSeconds: 60 };
  expect(await limits.of(ANONYMOUS)?.left()).toEqual([{ ...search, remaining: 3, resetSeconds: 40 }]);
  expect(await limits.of({ ...ANONYMOUS, key: 'address 192.0.2.1' })?.left()).toEqual([
    { ...search, remaining: 5, resetSeconds: 0 },
  ]);
  expect(await limits.of(READER)?.left()).toMatchObject([{ role: 'READER', limit: 9, remaining: 9 }]);
});

test('requests are answered while the store does not answer, and the log says so once', async () => {
  const lines: { event: string }[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as { event: string }) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const limits = createRateLimits({ rules: rulesIn('search:1/h'), store: { add: noAnswer, get: noAnswer }, log });
  expect(await endsOf(limits, [SEARCH, SEARCH, SEARCH])).toEqual([undefined, undefined, undefined]);
  expect(lines.map(({ event }) => event)).toEqual(['rate limits not counted']);
});

test('createUsageStore counts a bounded number of clients, and others again when windows have ended', async () => {
  useFakeTime();
  const [rule] = rulesIn('search:9/min');
  if (rule === undefined) throw new Error('no rule');
  const store = createUsageStore([rule], { shared: false, mostClients: 3 });
  async function usedBy(key: string): Promise<number | string> {
    try {
      return (await store.add(rule as RateRule, { key, amount: 1 })).used;
    } catch (error) {
      return (error as Error).message;
    }
  }
  expect([await usedBy('a'), await usedBy('b'), await usedBy('b')]).toEqual([1, 1, 2]);
  vi.advanceTimersByTime(30_000);
  expect([await usedBy('c'), await usedBy('d'), await usedBy('a')]).toEqual([1, '3 clients are counted already', 2]);
  vi.advanceTimersByTime(30_000);
  expect([await usedBy('d'), await usedBy('c'), await usedBy('a'), await usedBy('e')]).toEqual([
    1,
    2,
    1,
    '3 clients are counted already',
  ]);
});

async function noAnswer(): Promise<never> {
  throw new Error('no answer');
}

test('parseRateRule reads what the setting may say, and nothing else', () => {
  expect(parseRateRule('Reader.searchTitles:30/min')).toEqual({
    id: 'reader.searchTitles/min',
    policy: 'searchTitles/min',
    role: 'READER',
    name: 'searchTitles',
    limit: 30,
    windowSeconds: 60,
  });
  const wrong = ['', 'search', 'search:30', 'search:0/s', 'search:1.5/s', 'search:1/day', 'user.search:1/s', 'a b:1/s'];
  for (const text of [...wrong, 'search:99999999999/s']) expect(parseRateRule(text), text).toBeUndefined();
});
