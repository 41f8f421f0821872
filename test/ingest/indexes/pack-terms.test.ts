import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';

import { checkTerms } from '../../../src/formats/terms/check-terms.ts';
import { openTerms } from '../../../src/formats/terms/terms.ts';
import { packTermsHere } from '../../../src/ingest/indexes/packing/pack-terms.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { newFolder } from '../../support/folders.ts';
import { indexFile } from '../../support/index-file.ts';
import { openBuild } from '../read-build.ts';

const TERMS = 5000;

/** Sorted terms and ends as the build hands them over: numbers of five digits. */
async function pack({ isStopped = false, order = 'text' } = {}): Promise<{ terms: number; path: string }> {
  const folder = newFolder('terms');
  const database = join(folder, 'sorted.duckdb');
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE terms AS SELECT (10000 + i)::VARCHAR AS text, 1 AS texts, 1::UTINYINT AS lettersOut
    FROM range(${TERMS}) AS t(i) ORDER BY ${order}`);
  await connection.run(`CREATE TABLE ends AS SELECT i::INTEGER AS term, start::UTINYINT AS lettersBefore
    FROM range(${TERMS}) AS t(i), range(3) AS s(start) ORDER BY substr((10000 + i)::VARCHAR, start + 1), term, start`);
  connection.closeSync();
  instance.closeSync();
  const path = join(folder, 'search_terms.dictionary');
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  if (isStopped) Atomics.store(stop, 0, 1);
  return { terms: await packTermsHere({ database, path, stop }), path };
}

test('packTerms writes as many terms as it says', async () => {
  const { terms, path } = await pack();
  expect(terms).toBe(TERMS);
  expect(checkTerms({ path })).toBe(terms);
});

test('packTerms ends when it is stopped', async () => {
  await expect(pack({ isStopped: true })).rejects.toThrow('it was stopped');
});

test('packTerms refuses what is not sorted', async () => {
  await expect(pack({ order: 'text DESC' })).rejects.toThrow('term 1 is not in its order');
});

test('build writes the term dictionary as its table has it', async () => {
  const build = await openBuild((await demoBuild(0.001)).folders);
  const { manifest, folder } = build;
  onTestFinished(() => build.close());
  const file = indexFile('search_terms');
  const record = manifest.lookups.find((lookup) => lookup.file === file);
  const terms = openTerms(join(folder, file), { bytes: record?.bytes, onDamage: () => undefined });
  onTestFinished(() => terms.close());
  const words = await build.rows('SELECT text, word, texts FROM search_words ORDER BY word');
  expect([record?.rows, words.length > 1000]).toEqual([words.length, true]);
  for (const { text, word, texts } of words) {
    const term = Number(word);
    expect([terms.wordAt(term), terms.textsOf(term, term)]).toEqual([text, Number(texts)]);
  }
});
