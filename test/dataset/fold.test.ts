import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { fold, foldPlain } from '../../src/dataset/fold.ts';
import { spellingsOf, spellingsSql } from '../../src/dataset/spellings.ts';

let instance: DuckDBInstance;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});

afterAll(() => instance.closeSync());

async function valueOf(sql: string, text: string): Promise<unknown> {
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT ${sql}`, [text]);
  connection.closeSync();
  return reader.getRowsJson()[0]?.[0];
}

test.each([
  ['The Lighthouse', 'the lighthouse', true],
  ['ABC 123', 'abc 123', true],
  ['Amélie', 'amelie', false],
  ["Nobody's  Fool!", 'nobodys fool', false],
  [' two  spaces ', 'two spaces', false],
  ['Łódź, Straße & Œuvre', 'lodz strasse oeuvre', false],
  ['İstanbul', 'istanbul', false],
  ['ПРИВЕТ мир', 'привет мир', false],
  ['\u212A2', 'k2', false],
  ['?!', '', false],
  ['', '', false],
])('%j folds to %j, plain: %j', async (text, folded, isPlain) => {
  expect(await valueOf(fold('$1::VARCHAR'), text)).toBe(folded);
  expect(foldPlain(text)).toBe(isPlain ? folded : null);
});

test.each(['a', 'at', 'noon', 'mississippi', 'été', '日本語', '𝒳yz', 'i̇i'])(
  'the spellings of %s are the same in SQL and in memory',
  async (word) => {
    for (const letters of [1, 2] as const) {
      const inSql = (await valueOf(spellingsSql('$1::VARCHAR', letters), word)) as string[];
      expect(new Set(spellingsOf(word, letters).map(String))).toEqual(new Set(inSql.map(String)));
      expect(new Set(inSql).size).toBe(inSql.length);
    }
  },
);
