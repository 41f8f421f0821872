import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { fold, foldKnown } from '../../../src/dataset/words/fold.ts';

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
  ['Amélie', 'amelie', true],
  ['Ame\u0301lie', 'amelie', true],
  ["Nobody's  Fool!", 'nobodys fool', true],
  [' two  spaces ', 'two spaces', true],
  ['Łódź, Straße & Œuvre', 'lodz strasse oeuvre', true],
  ['İstanbul', 'istanbul', true],
  ['Bà nội tự “nhiên” – đẹp', 'ba noi tu nhien dep', true],
  ['ПРИВЕТ мир', 'привет мир', true],
  ['ΟΔΟΣ', 'οδοσ', true],
  ['Οδός', 'οδοσ', true],
  ['Þórður', 'thordur', true],
  ['東京 物語', '東京 物語', true],
  ['\u212A2', 'k2', true],
  ['𝒳yz', '𝒳yz', false],
  ['?!', '', true],
  ['', '', true],
])('%j folds to %j, in memory: %j', async (text, folded, isKnown) => {
  expect(await valueOf(fold('$1::VARCHAR'), text)).toBe(folded);
  expect(foldKnown(text)).toBe(isKnown ? folded : null);
});

test('what is folded in memory is folded as in SQL, letter by letter', async () => {
  const letters = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code + 1));
  // Beside others, and beside one of the same script.
  const texts = letters.flatMap((letter, at) => [`a${letter}b`, `${letter}${letters[(at + 7) % letters.length]} é`]);
  const known = texts.filter((text) => foldKnown(text) !== null && !text.includes('|'));
  expect(known.length).toBeGreaterThan(120_000);
  const inSql = (await valueOf(`[${fold('text')} FOR text IN string_split($1, '|||')]`, known.join('|||'))) as string[];
  expect(known.map(foldKnown)).toEqual(inSql);
});
