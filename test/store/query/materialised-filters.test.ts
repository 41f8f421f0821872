import { setTimeout as sleep } from 'node:timers/promises';

import { DuckDBInstance } from '@duckdb/node-api';
import sql, { raw } from 'sql-template-tag';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Condition, Use } from '../../../src/store/query/conditions.ts';
import { allOf } from '../../../src/store/query/conditions.ts';
import { createConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import type { ConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import { materialised } from '../../../src/store/query/materialised.ts';
import { createMaterialisedFilters } from '../../../src/store/query/materialised-filters.ts';
import type { MaterialisedFilters } from '../../../src/store/query/materialised-filters.ts';
import { createSearchIndex } from '../../../src/store/search/terms/search-index.ts';

const everySome = (step: number) => sql`SELECT range AS id FROM range(1000) WHERE range % ${step} = 0`;
const SELECT = everySome(7);
/** Would run for hours. */
const ENDLESS = sql`SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE hash(a.range, b.range) = 0`;
const HOUR_MS = 3_600_000;

let instance: DuckDBInstance;
let pool: ConnectionPool;
let tables: MaterialisedFilters;

beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  pool = await createConnectionPool(instance);
  tables = createMaterialisedFilters(pool, HOUR_MS);
});

afterEach(async () => {
  vi.useRealTimers();
  await pool.close();
  instance.closeSync();
});

const namesOfTables = async (): Promise<unknown[]> =>
  (await pool.rows('SELECT table_name FROM duckdb_tables() ORDER BY 1', [])).map(([name]) => name);

test('what is looked for twice is found once', async () => {
  const [one, other] = await Promise.all([tables.found(SELECT), tables.found(SELECT)]);
  expect(one).toMatchObject({ name: 'found_1', rows: 143 });
  expect([other, await tables.found(SELECT)]).toEqual([one, one]);
  expect(await tables.found(everySome(11))).toMatchObject({ name: 'found_2', rows: 91 });
  expect(await pool.rows('SELECT count(*)::INTEGER, max(id)::INTEGER FROM found_1', [])).toEqual([[143, 994]]);
});

test('it ends when every one has left, and leaves nothing', async () => {
  const clients = [new AbortController(), new AbortController()];
  const answers = clients.map(({ signal }) => tables.found(ENDLESS, signal));
  await sleep(50);
  for (const client of clients) client.abort(new Error('left'));
  for (const answer of answers) await expect(answer).rejects.toThrow('left');
  expect(await tables.found(SELECT)).toMatchObject({ rows: 143 });
  await vi.waitFor(async () => expect(await namesOfTables()).toEqual(['found_2']));
});

test('what takes too long is QUERY_TIMEOUT', async () => {
  await expect(createMaterialisedFilters(pool, 50).found(ENDLESS)).rejects.toMatchObject({
    code: 'QUERY_TIMEOUT',
  });
});

test('tables that nobody goes on with are dropped, at the next one', async () => {
  tables = createMaterialisedFilters(pool, 1000);
  vi.useFakeTimers({ toFake: ['performance'] });
  await tables.found(SELECT);
  await tables.found(everySome(11));
  vi.advanceTimersByTime(20_000);
  await tables.found(SELECT);
  vi.advanceTimersByTime(20_000);
  await tables.found(everySome(13));
  expect(await namesOfTables()).toEqual(['found_1', 'found_3']);
});

test('where there is no room nothing is found beforehand', async () => {
  expect(await tables.found(sql`FROM range(60000000)`)).toMatchObject({ rows: 60_000_000 });
  expect(await tables.found(SELECT)).toBeNull();
});

test.each<[use: Use, isMaterialised: boolean, below: number]>([
  ['page', false, 250_000],
  ['all', false, 250_000],
  ['page', true, 250_000],
  ['all', true, 250_000],
  ['page', false, 500],
  ['all', false, 500],
])('the rows of a %s are those of the filter (whole %s, %i of them)', async (use, isMaterialised, below) => {
  await pool.rows('CREATE TABLE list AS SELECT range AS id, range % 10 AS genre FROM range(300000)', []);
  const queries = createSearchIndex(pool, { cache: { max: 10, ttlMs: 60_000 }, timeoutMs: 3_600_000 });
  const conditions = new Map<string, Condition>([
    ['genre', sql`genre = ${3}`],
    ['text', sql`id < ${below}`],
    ['even', sql`id % ${2} = 1`],
  ]);
  const parts = { table: sql`list`, key: 'id', slow: ['text'], isMaterialised, faceted: new Set(['genre']) };
  const found = await materialised(queries, { conditions, use, parts });
  const count = async (condition: Condition) => queries.rows(sql`SELECT count(*) FROM list WHERE ${condition}`);
  expect(await count(allOf([...found.values()]))).toEqual(await count(allOf([...conditions.values()])));
  const withoutGenre = allOf([...found].filter(([part]) => part !== 'genre').map(([, condition]) => condition));
  const isLooked = below === 500 || isMaterialised || use === 'all';
  expect(withoutGenre.keys === undefined).toBe(!isLooked);
  if (!isLooked) return;
  const rows = await queries.rows(sql`SELECT count(*) FROM ${raw(withoutGenre.keys ?? '')}`);
  expect(rows).toEqual([[BigInt(below / 2)]]);
});

test.each<[use: Use, listedKeys: number, isTable: boolean]>([
  ['page', 10_000, false],
  ['page', 10_001, true],
  ['all', 1000, false],
  ['all', 1001, true],
])('for a %s of %i listed keys a table is made: %s', async (use, listedKeys, isTable) => {
  await pool.rows('CREATE TABLE list AS SELECT range AS id FROM range(20000)', []);
  const queries = createSearchIndex(pool, { cache: { max: 10, ttlMs: 60_000 }, timeoutMs: HOUR_MS });
  const conditions = new Map<string, Condition>([['text', Object.assign(sql`id < ${listedKeys}`, { listedKeys })]]);
  const parts = { table: sql`list`, key: 'id', slow: ['text'], isMaterialised: true, faceted: new Set<string>() };
  const found = await materialised(queries, { conditions, use, parts });
  expect(found.get('text')?.keys !== undefined).toBe(isTable);
});
