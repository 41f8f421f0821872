import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { formHashes, formsSql } from '../../../src/dataset/words/spellings.ts';

let instance: DuckDBInstance;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});

afterAll(() => instance.closeSync());

async function formsOf(word: string, letters: 1 | 2): Promise<string[]> {
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT ${formsSql('$1::VARCHAR', letters)}`, [word]);
  connection.closeSync();
  return reader.getRowsJson()[0]?.[0] as string[];
}

const WORDS = [
  'a',
  'at',
  'noon',
  'moon',
  'mono',
  'mississippi',
  'missisippi',
  'été',
  'ete',
  '日本語',
  '本日語',
  '𝒳yz',
  'i̇i',
];

test('forms of a word are the same in SQL and in memory', async () => {
  for (const word of WORDS) {
    for (const letters of [1, 2] as const) {
      const forms = await formsOf(word, letters);
      expect(new Set(forms).size).toBe(forms.length);
      const hashes = formHashes(word, letters);
      expect([word, letters, hashes.size]).toEqual([word, letters, forms.length]);
      // The whole of a form is one of its own.
      for (const form of forms) expect([...formHashes(form, 1)].some((hash) => hashes.has(hash))).toBe(true);
    }
  }
});

test('words share a hash where they share a form', async () => {
  for (const one of WORDS) {
    for (const other of WORDS) {
      for (const [left, right] of [
        [1, 1],
        [1, 2],
        [2, 2],
      ] as const) {
        const [forms, others] = [await formsOf(one, left), await formsOf(other, right)];
        const shared = [...formHashes(one, left)].some((hash) => formHashes(other, right).has(hash));
        expect([one, other, shared]).toEqual([one, other, forms.some((form) => others.includes(form))]);
      }
    }
  }
});
