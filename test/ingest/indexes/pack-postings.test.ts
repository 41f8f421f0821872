import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { checkPostings } from '../../../src/formats/postings/check-postings.ts';
import { packPostingsHere } from '../../../src/ingest/indexes/packing/pack-postings.ts';
import { newFolder } from '../../support/folders.ts';

const POSTINGS = 5000;

/** Sorted postings as the build hands them over. */
async function pack({ isStopped = false, order = 'docId' } = {}): Promise<{ postings: number; path: string }> {
  const folder = newFolder('lists');
  const database = join(folder, 'sorted.duckdb');
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE terms AS SELECT 1 AS terms');
  await connection.run(`CREATE TABLE regions AS SELECT 'DE' AS region, 1 AS code`);
  await connection.run(
    `CREATE TABLE documents AS SELECT i::DOUBLE AS key, 1999 AS startYear FROM range(${POSTINGS}) AS t(i)`,
  );
  await connection.run(`CREATE TABLE postings AS SELECT 0::DOUBLE AS list, i::INTEGER AS docId, 0::UINTEGER AS attributes
    FROM range(${POSTINGS}) AS t(i) ORDER BY ${order}`);
  connection.closeSync();
  instance.closeSync();
  const path = join(folder, 'search_lists.postings');
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  if (isStopped) Atomics.store(stop, 0, 1);
  return { postings: await packPostingsHere({ database, path, stop }), path };
}

test('packPostings writes as many postings as it says', async () => {
  const { postings, path } = await pack();
  expect(postings).toBe(POSTINGS);
  expect(checkPostings({ path })).toBe(postings);
});

test('packPostings ends when it is stopped', async () => {
  await expect(pack({ isStopped: true })).rejects.toThrow('it was stopped');
});

test('packPostings refuses what is not sorted', async () => {
  await expect(pack({ order: 'docId DESC' })).rejects.toThrow('posting 1 is not in its order');
});
