import { DuckDBInstance } from '@duckdb/node-api';
import sql from 'sql-template-tag';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import type { ConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import { createSearchIndex } from '../../../src/store/search/terms/search-index.ts';
import type { SearchIndex } from '../../../src/store/search/terms/search-index.ts';

/** Would run for hours. */
const endless = (hash: number) =>
  sql`SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE hash(a.range, b.range) = ${hash}`;

let instance: DuckDBInstance;
let pool: ConnectionPool;
let queries: SearchIndex;

beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  pool = await createConnectionPool(instance);
  queries = createSearchIndex(pool, { cache: { max: 10, ttlMs: 60_000 }, timeoutMs: 3_600_000 });
});

afterEach(async () => {
  await pool.close();
  instance.closeSync();
});

function client(value: number) {
  const gone = new AbortController();
  const answer = queries.rows(endless(value), gone.signal).then(
    () => 'rows',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  return { answer, leave: () => gone.abort(new Error(`left ${value}`)) };
}

test('a scan ends when the client leaves, and frees its connection', async () => {
  const clients = [client(1), client(2), client(3), client(4)];
  for (const { leave } of clients) leave();
  expect(await Promise.all(clients.map(({ answer }) => answer))).toEqual(['left 1', 'left 2', 'left 3', 'left 4']);
  expect(await queries.rows(sql`SELECT 7`)).toEqual([[7]]);
});

test('a scan goes on while somebody waits for it', async () => {
  const [one, other, alone] = [client(1), client(1), client(2)];
  one.leave();
  expect(await one.answer).toBe('left 1');
  // It has its connection still: with another one taken, nobody else is served.
  let served = false;
  const waiting = queries.rows(sql`SELECT 7`).finally(() => {
    served = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(served).toBe(false);
  other.leave();
  expect(await other.answer).toBe('left 1');
  await waiting;
  alone.leave();
  await alone.answer;
});

test('a scan that was stopped is asked for anew', async () => {
  const gone = new AbortController();
  const slow = sql`SELECT sum(hash(range) % 7) FROM range(50000000) WHERE range >= ${49_999_999}`;
  const first = queries.rows(slow, gone.signal).catch(() => 'stopped');
  gone.abort();
  const again = await queries.rows(slow);
  expect(await first).toBe('stopped');
  expect(again).toHaveLength(1);
});

test('a client that has left before asks nothing', async () => {
  await expect(queries.rows(sql`SELECT 8`, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
});
