import { setTimeout as sleep } from 'node:timers/promises';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { createConnectionPool } from '../../src/duckdb/connection-pool.ts';

const ENDLESS = 'SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range * b.range = 7';

async function openPool() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return { instance, pool: await createConnectionPool(instance) };
}

test('rows of queries at the same time do not mix', async () => {
  const { instance, pool } = await openPool();
  const numbers = Array.from({ length: 200 }, (_, at) => at);
  const answers = await Promise.all(numbers.map((at) => pool.rows('SELECT $1::INTEGER, $2', [at, `${at}`])));
  expect(answers).toEqual(numbers.map((at) => [[at, `${at}`]]));
  await pool.close();
  instance.closeSync();
});

test('rows of a failing query reject, and the connection goes on', async () => {
  const { instance, pool } = await openPool();
  for (let at = 0; at < 5; at += 1) await expect(pool.rows('SELECT nothing', [])).rejects.toThrow(/Binder/);
  expect(await pool.rows('SELECT 1', [])).toEqual([[1]]);
  await pool.close();
  instance.closeSync();
});

const DOUBLED = `SELECT range::INTEGER, 'twice ' || 2 * range FROM range(100) WHERE range IN ($1, $2)`;

test('lookup answers with keys and texts, also after a failure', async () => {
  const { instance, pool } = await openPool();
  const pairs = Array.from({ length: 50 }, (_, at) => [at, at + 1]);
  const answers = await Promise.all(pairs.map((keys) => pool.lookup(DOUBLED, { keys, files: [] })));
  expect(answers).toEqual(pairs.map((keys) => keys.map((key) => [key, `twice ${2 * key}`])));
  for (let at = 0; at < 5; at += 1)
    await expect(pool.lookup('SELECT nothing', { keys: [], files: [] })).rejects.toThrow(/Binder/);
  expect(await pool.lookup(DOUBLED, { keys: [7, 200], files: [] })).toEqual([[7, 'twice 14']]);
  await pool.close();
  instance.closeSync();
});

test('a lookup does not wait for scans', async () => {
  const { instance, pool } = await openPool();
  const scans = [1, 2, 3].map(() => pool.rows(ENDLESS, []));
  const settled = Promise.allSettled(scans);
  expect(await pool.lookup(DOUBLED, { keys: [1, 1], files: [] })).toEqual([[1, 'twice 2']]);
  await pool.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  instance.closeSync();
});

test('close interrupts what runs and turns away all who wait', async () => {
  const { instance, pool } = await openPool();
  const queries = Array.from({ length: 10 }, () => pool.rows(ENDLESS, []));
  const settled = Promise.allSettled(queries);
  await sleep(20);
  const started = performance.now();
  await pool.close();
  const reasons = (await settled).map((result) => (result.status === 'rejected' ? String(result.reason) : 'answered'));
  expect(performance.now() - started).toBeLessThan(5000);
  expect(reasons.filter((reason) => /Interrupted/.test(reason))).toHaveLength(2);
  expect(reasons.filter((reason) => /is closed/.test(reason))).toHaveLength(8);
  await expect(pool.rows('SELECT 1', [])).rejects.toThrow('is closed');
  await expect(pool.lookup(DOUBLED, { keys: [1, 2], files: [] })).rejects.toThrow('is closed');
  instance.closeSync();
});
