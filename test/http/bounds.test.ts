import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { LeaseSource } from '../../src/http/engine/lease-source.ts';
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

test('an operation that is too dear is refused before anything is read, by both ways', async () => {
  const lanes = await openLanes(folders);
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, ENDLESS);
    expect([response.status, codeOf(body)]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
    expect(JSON.stringify(body)).toContain('titles.nodes.credits.nodes.person.credits.nodes.title.credits');
    expect(body).not.toHaveProperty('data');
  }
});

test('who asks what an operation costs is told, whether it is too dear or not', async () => {
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
  ['objects', { objects: 1000, characters: 32 << 20 }],
  ['characters', { objects: 500_000, characters: 20_000 }],
])('an answer that grows beyond its %s is ended, by both ways', async (what, answer) => {
  const lanes = await openLanes(folders, { answer });
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, LARGE);
    expect([response.status, codeOf(body)]).toEqual([400, 'COST_LIMIT_EXCEEDED']);
    expect(JSON.stringify(body)).toContain(what);
  }
});

test('an answer that takes too long is ended, by both ways', async () => {
  const lanes = await openLanes(folders, { answerMs: 1, cost: { mode: 'off', most: 1 } });
  for (const url of [lanes.plain, lanes.lane, lanes.lane]) {
    const { response, body } = await ask(url, ENDLESS);
    expect([response.status, codeOf(body)]).toEqual([504, 'QUERY_TIMEOUT']);
  }
});

test('an answer whose client has left ends within a tenth of a second', async () => {
  const lanes = await openLanes(folders, { cost: { mode: 'off', most: 1 }, answer: { objects: 1e9, characters: 1e9 } });
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

test('others have their turn while a large answer is put together', async () => {
  const answer = { objects: 300_000, characters: 1e9 };
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

test('lists that are more than can be read at once are 503 with the time to come again, by both ways', async () => {
  const lanes = await openLanes(folders);
  const query = 'query ($offset: Int) { titles(offset: $offset, first: 1) { nodes { id } } }';
  let offset = 0;
  for (const url of [lanes.plain, lanes.lane]) {
    const answers = await Promise.all(
      Array.from({ length: 400 }, async () => {
        offset += 1;
        const variables = encodeURIComponent(JSON.stringify({ offset }));
        const response = await fetch(`${url}?query=${encodeURIComponent(query)}&variables=${variables}`);
        return { response, code: codeOf((await response.json()) as Record<string, unknown>) };
      }),
    );
    const seen = answers.map(({ response: { status, headers }, code }) =>
      JSON.stringify([status, code, headers.get('retry-after')]),
    );
    expect(new Set(seen)).toEqual(new Set(['[200,null,null]', '[503,"OVERLOADED","1"]']));
  }
});

test('what waits for its turn is refused when too much does, and told when to come again', async () => {
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

test('a request leaves nothing at the signal of its client', async () => {
  const signals: AbortSignal[] = [];
  const store = new FakeStore();
  const watched: LeaseSource = {
    current: () => store.current(),
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
