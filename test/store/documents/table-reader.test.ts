import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import type { DocumentKind } from '../../../src/dataset/indexes/document-kinds.ts';
import { createTableReader } from '../../../src/store/documents/table-reader.ts';
import type { ConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';

const TITLE = DOCUMENT_KINDS.find(({ name }) => name === 'title') as DocumentKind;

/** A reader over a pool that answers for even keys only, when it is told to. */
function openReader({ max = 1000, ttlMs = 60_000, fails = false } = {}) {
  const queries: { keys: number[]; end: () => void }[] = [];
  const state = { fails };
  const pool: ConnectionPool = {
    rows: () => Promise.reject(new Error('no scans here')),
    whole: () => Promise.reject(new Error('no scans here')),
    async lookup(_sql, { keys: asked }) {
      const keys = [...asked];
      await new Promise<void>((resolve) => {
        queries.push({ keys, end: resolve });
      });
      if (state.fails) throw new Error('the disk is gone');
      return keys.filter((key) => key % 2 === 0).map((key) => [key, JSON.stringify([`title ${key}`])]);
    },
    close: () => Promise.resolve(),
  };
  const batches: number[] = [];
  const reader = createTableReader<{ text: string }>({
    lookup: TITLE,
    decode: (_key, text) => ({ text: (JSON.parse(text) as string[])[0] ?? '' }),
    tables: { pool, files: { folder: '/', holding: () => ['all'] } },
    cache: { max, ttlMs },
    onBatch: ({ keys }) => batches.push(keys),
  });
  /** Ends what runs, until nothing does. */
  async function endAll(): Promise<void> {
    await sleep(0);
    for (let query = queries.shift(); query !== undefined; query = queries.shift()) {
      query.end();
      await sleep(0);
    }
  }
  return { reader, queries, batches, state, endAll };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

test('many answers in the order of the keys, with null for what is not there, and repeats', async () => {
  const { reader, endAll, batches } = openReader();
  const answer = reader.many([4, 3, 2, 4]);
  await endAll();
  expect(await answer).toEqual([{ text: 'title 4' }, null, { text: 'title 2' }, { text: 'title 4' }]);
  expect(batches).toEqual([3]);
  expect(await reader.many([])).toEqual([]);
});

test('many joins the keys of requests that wait: one batch at a time', async () => {
  const { reader, queries, batches, endAll } = openReader();
  const answers = range(0, 100).map((at) => reader.many([at, at + 1]));
  await sleep(0);
  expect(queries.map(({ keys }) => keys.length)).toEqual([2]);
  await endAll();
  expect((await Promise.all(answers)).map(([first]) => first?.text)).toEqual(
    range(0, 100).map((at) => (at % 2 === 0 ? `title ${at}` : undefined)),
  );
  expect(batches).toEqual([2, 99]);
});

test('many asks for a key that is in flight only once', async () => {
  const { reader, batches, endAll } = openReader();
  const answers = [reader.many([2]), reader.many([2]), reader.many([2, 4]), reader.many([4])];
  await endAll();
  await Promise.all(answers);
  expect(batches).toEqual([1, 1]);
});

test('many splits more than 2048 keys', async () => {
  const { reader, batches, endAll } = openReader({ max: 5000 });
  const answer = reader.many(range(0, 4801));
  await endAll();
  expect((await answer).filter((document) => document !== null)).toHaveLength(2401);
  expect(batches).toEqual([2048, 2048, 705]);
});

test('many keeps the keys of one call in one batch', async () => {
  const { reader, batches, endAll } = openReader({ max: 5000 });
  const answers = [range(0, 10), range(100, 10), range(1000, 1500), range(3000, 1500)].map((keys) => reader.many(keys));
  await endAll();
  await Promise.all(answers);
  expect(batches).toEqual([10, 1510, 1500]);
});

test('many remembers documents and their absence', async () => {
  const { reader, batches, endAll } = openReader();
  const first = reader.many([2, 3]);
  await endAll();
  expect(await reader.many([3, 2, 3])).toEqual([null, (await first)[0], null]);
  expect(batches).toEqual([2]);
});

test('many forgets the longest unused document beyond its entries', async () => {
  const { reader, batches, endAll } = openReader({ max: 2 });
  for (const key of [2, 4, 6, 2]) {
    const answer = reader.many([key]);
    await endAll();
    expect(await answer).toEqual([{ text: `title ${key}` }]);
  }
  expect(batches).toEqual([1, 1, 1, 1]);
});

test('a failing query rejects those who wait for it, and is not remembered', async () => {
  const { reader, batches, state, queries, endAll } = openReader();
  const first = reader.many([2]);
  const other = reader.many([4]);
  const shared = reader.many([2, 6]);
  const settled = Promise.allSettled([first, other, shared]);
  await sleep(0);
  state.fails = true;
  queries.shift()?.end();
  await sleep(0);
  state.fails = false;
  await endAll();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  await expect(first).rejects.toThrow('the disk is gone');
  const again = reader.many([2, 4, 6]);
  await endAll();
  expect(await again).toEqual([{ text: 'title 2' }, { text: 'title 4' }, { text: 'title 6' }]);
  expect(batches).toEqual([2, 1]);
});

test('200 concurrent requests make two batches of a lookup, and ask for nobody twice', async () => {
  const { folders } = await demoBuild(0.001);
  const gateway = await openGateway(folders, { lookup: 'parquet', compare: false });
  const lease = gateway.store.acquire();
  try {
    const { titles, titleCredits, akas } = lease?.readers ?? expect.fail();
    gateway.takeBatches();
    const requests = range(1, 200).map((from) => range(from, 10));
    for (const reader of [titles, titleCredits, akas]) {
      await Promise.all(requests.map((keys) => reader.many(keys)));
      // The first request's, and those of all who came meanwhile.
      expect(gateway.takeBatches().map(({ keys }) => keys)).toEqual([10, 199]);
      await reader.many(range(1, 10));
      expect(gateway.takeBatches()).toEqual([]);
    }
  } finally {
    lease?.release();
    await gateway.close();
  }
});
