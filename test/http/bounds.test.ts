import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { LeaseSource } from '../../src/http/engine/lease-source.ts';
import { schema } from '../../src/graphql/schema.ts';
import { seeded } from '../product/random-filters.ts';
import { BOUNDS } from '../support/bounds.ts';
import { createDocuments } from '../support/random-documents.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openLanes } from '../support/lanes.ts';
import { createHarness, FakeStore } from './support.ts';

const { folders } = await demoBuild(0.001);

/** 168 bytes that stand for ten thousand million titles. */
const ENDLESS =
  '{titles(first:100){nodes{credits(first:500){nodes{person{credits(first:500){nodes{title{credits(first:500){nodes{person{credits(first:500){nodes{title{id}}}}}}}}}}}}}}}';
const LARGE =
  '{ titles(first: 100) { nodes { id primaryTitle credits(first: 500) { nodes { person { primaryName } } } } } }';

async function ask(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { response, body: (await response.json()) as Record<string, unknown> };
}

const codeOf = (body: Record<string, unknown>): unknown =>
  (body['errors'] as { extensions: { code: string } }[] | undefined)?.[0]?.extensions.code;

test('an operation above the cost limit is refused before anything is read, in both lanes', async () => {
  const lanes = await openLanes(folders);
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, ENDLESS);
    expect([response.status, codeOf(body)]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
    expect(JSON.stringify(body)).toContain('titles.nodes.credits.nodes.person.credits.nodes.title.credits');
    expect(body).not.toHaveProperty('data');
  }
});

test('a client that requests the cost gets it, whether or not the operation exceeds the limit', async () => {
  const lanes = await openLanes(folders);
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { body } = await ask(url, '{ title(id: "tt0900001") { id } }', { 'x-query-cost': 'true' });
    expect(body['extensions']).toMatchObject({ cost: { requested: 21, limit: 2_000_000 }, dataset: {} });
    const { body: refused } = await ask(url, ENDLESS, { 'x-query-cost': 'true' });
    expect(refused['extensions']).toMatchObject({ cost: { limit: 2_000_000 } });
    const { body: plain } = await ask(url, '{ title(id: "tt0900001") { id } }');
    expect(plain['extensions']).not.toHaveProperty('cost');
  }
});

test.each([
  ['objects', { objects: 1000, bytes: 32 << 20 }],
  ['bytes', { objects: 500_000, bytes: 20_000 }],
])('an answer that exceeds its bound of %s is stopped, in both lanes', async (what, answer) => {
  const lanes = await openLanes(folders, { answer });
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, LARGE);
    expect([response.status, codeOf(body)]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
    expect(JSON.stringify(body)).toContain(what);
  }
});

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');

test.each([
  ['objects: aliases without a list', { objects: 10 }, `{ ${aliases(500, 'title(id: "tt0900001") { id }')} }`],
  ['objects: a list of ten', { objects: 10 }, '{ titles(first: 10) { nodes { id } } }'],
  ['bytes: lists of 15', { bytes: 5000 }, `{ titles(first: 15) { nodes { id ${aliases(1500, 'primaryTitle')} } } }`],
  ['bytes: a list of 100', { bytes: 5000 }, '{ titles(first: 100) { nodes { id primaryTitle startYear } } }'],
  ['bytes: one object', { bytes: 20_000 }, `{ title(id: "tt0900001") { ${aliases(1000, 'primaryTitle')} } }`],
  ['bytes: numbers', { bytes: 8000 }, `{ title(id: "tt0900001") { ${aliases(800, 'startYear')} } }`],
  [
    'bytes: filters of facets',
    { bytes: 100_000 },
    `{ titles { facets { ratingBucket { ${aliases(1000, 'filter')} } } } }`,
  ],
])('an answer beyond its bound is refused in both lanes, %s', async (_, bound, query) => {
  const lanes = await openLanes(folders, { answer: { objects: 500_000, bytes: 32 << 20, ...bound } });
  for (const url of [lanes.plain, lanes.lane, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, query);
    expect([response.status, codeOf(body)]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
    expect(body).not.toHaveProperty('data');
  }
});

/** A body that is kept for no other, of the same document. */
async function askAnew(url: string, asked: object): Promise<{ status: number; bytes: number; code: unknown }> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  bodies += 1;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(asked) + ' '.repeat(bodies) });
  const text = await response.text();
  return { status: response.status, bytes: Buffer.byteLength(text), code: codeOf(JSON.parse(text) as never) };
}
let bodies = 0;

test('an answer may have exactly as many bytes in UTF-8 as its bound, in both lanes', async () => {
  const answer = { ...BOUNDS.answer };
  const lanes = await openLanes(folders, { answer });
  const random = seeded(17);
  const ids = ['"tt0900001"', '"tt0900100"', '"nm0900001"'];
  const values: Record<string, string> = { query: '"the"', prefix: '"th"', ids: `[${ids.join()}]`, seed: '"a"' };
  const next = createDocuments({
    schema,
    random,
    argument: ({ name }) => (name === 'id' ? ids[random(3)] : values[name]),
    size: 30,
  });
  let whole = 0;
  while (whole < 60) {
    const { query, variables } = next();
    const asked = { query, variables };
    answer.bytes = BOUNDS.answer.bytes;
    await askAnew(lanes.lane, asked);
    for (const url of [lanes.plain, lanes.lane]) {
      answer.bytes = BOUNDS.answer.bytes;
      const { status, bytes, code } = await askAnew(url, asked);
      if (status !== 200) continue;
      answer.bytes = bytes;
      // What has failed below something that became null was counted too.
      const isWhole = code === undefined;
      if (isWhole) expect(await askAnew(url, asked), query).toEqual({ status, bytes, code });
      answer.bytes = bytes - 1;
      const refused = await askAnew(url, asked);
      expect(refused, query).toMatchObject({ status: 400, code: 'COST_LIMIT_EXCEEDED' });
      if (isWhole) whole += 1;
    }
  }
});

test('an answer with too many errors is a single error', async () => {
  const { post } = createHarness();
  const some = await post({ query: `{ hello ${aliases(1000, 'refuse')} }` });
  expect([some.status, some.body.errors?.length, some.body.data?.['hello']]).toEqual([200, 1000, 'hello']);
  const many = await post({ query: `{ hello ${aliases(1001, 'refuse')} }` });
  expect(many).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
  expect(many.body.errors?.[0]?.message).toBe(
    'More than 1000 fields of the answer fail, one of them so: Send a const such as tt0111161.',
  );
  const crashes = await post({ query: `{ ${aliases(1001, 'crash')} }` });
  expect(crashes).toMatchObject({ status: 500, body: { errors: [{ message: 'Unexpected error.' }] } });
});

test('a large invalid value is not repeated in each error', async () => {
  const lanes = await openLanes(folders);
  const query = 'query ($f: TitleFilter) { titles(filter: $f) { nodes { id } } }';
  const wrong = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`x${at}`, 'ü'.repeat(500)]));
  for (const url of [lanes.plain, lanes.lane]) {
    const { status, bytes, code } = await askAnew(url, {
      query,
      variables: { f: { ...wrong, votes: 'x'.repeat(30_000) } },
    });
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(bytes).toBeLessThan(150_000);
  }
});

test('an answer that takes too long is stopped, in both lanes', async () => {
  const lanes = await openLanes(folders, { answerMs: 1, cost: { mode: 'off', most: 1 } });
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, ENDLESS);
    expect([response.status, codeOf(body)]).toEqual([504, 'QUERY_TIMEOUT']);
  }
});

test('an answer stops within a tenth of a second after its client has left', async () => {
  const lanes = await openLanes(folders, { cost: { mode: 'off', most: 1 }, answer: { objects: 1e9, bytes: 1e9 } });
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const client = new AbortController();
    const body = JSON.stringify({ query: ENDLESS });
    const headers = { 'content-type': 'application/json' };
    const asked = fetch(url, { method: 'POST', headers, body, signal: client.signal });
    await expect.poll(() => lanes.takeReads()).toBeGreaterThan(0);
    client.abort();
    await expect(asked).rejects.toThrow();
    await sleep(100);
    lanes.takeReads();
    await sleep(200);
    expect(lanes.takeReads()).toBe(0);
  }
});

test('other requests get turns while a large answer is composed', async () => {
  const answer = { objects: 300_000, bytes: 1e9 };
  const lanes = await openLanes(folders, { cost: { mode: 'off', most: 1 }, answer });
  let isOver = false;
  let turns = 0;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  const { body } = await ask(lanes.plain, ENDLESS);
  isOver = true;
  expect(codeOf(body)).toBe('COST_LIMIT_EXCEEDED');
  // In one go it would be a handful.
  expect(turns).toBeGreaterThan(50);
});

test('more lists than can be read at the same time are refused with Retry-After, and 503 if nothing is answered, in both lanes', async () => {
  // Lists that one operation asks for are all begun at once.
  const lists = Array.from({ length: 120 }, (_, at) => `a${at}: titles(offset: $o${at}, first: 1) { nodes { id } }`);
  const variables = lists.map((_, at) => `$o${at}: Int`);
  const query = `query (${variables.join()}) { ${lists.join(' ')} }`;
  const lanes = await openLanes(folders);
  let offset = 0;
  for (const url of [lanes.plain, lanes.lane]) {
    const answers = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const offsets = lists.map((_, at) => [`o${at}`, (offset += 1)]);
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables: Object.fromEntries(offsets) }),
        });
        const { data, errors = [] } = (await response.json()) as {
          data: Record<string, unknown>;
          errors?: { extensions: { code: string } }[];
        };
        const codes = new Set(errors.map(({ extensions }) => extensions.code));
        const isAnswered = Object.values(data).some((list) => list !== null);
        return { status: response.status, retry: response.headers.get('retry-after'), codes, isAnswered };
      }),
    );
    for (const { status, retry, codes, isAnswered } of answers) {
      const isRefused = codes.size > 0;
      if (isRefused) expect(codes).toEqual(new Set(['OVERLOADED']));
      expect([status, retry]).toEqual([isAnswered ? 200 : 503, isRefused ? '1' : null]);
    }
    expect(answers.some(({ codes }) => codes.size > 0)).toBe(true);
  }
});

test('an operation is refused with Retry-After if too many wait', async () => {
  const { fetch, gate } = createHarness({ bounds: { cost: { mode: 'measure', most: 0.001 } } });
  const fetchSlow = () => fetch('/graphql?query={slow}');
  const first = fetchSlow();
  await gate.entered;
  const refused = await fetchSlow();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(codeOf((await refused.json()) as Record<string, unknown>)).toBe('OVERLOADED');
  gate.open();
  expect((await first).status).toBe(200);
});

test('a request leaves no listener on the signal of its client', async () => {
  const signals: AbortSignal[] = [];
  const store = new FakeStore();
  const watched: LeaseSource = {
    current: () => store.current(),
    whyNone: () => store.whyNone(),
    acquire(wait) {
      if (wait !== undefined) signals.push(wait.signal);
      return store.acquire();
    },
  };
  const { post } = createHarness({ store: watched });
  await post({ query: '{ version }' });
  expect(signals).toHaveLength(1);
  expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
});
