import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { typingErrors } from '../../../../src/store/search/wordings/typing-errors.ts';

const errorsOf = (one: string, other: string) => typingErrors(Array.from(one), Array.from(other));

test.each([
  ['lighthouse', 'lighthouse', 0],
  ['lighthouse', 'lihgthouse', 1],
  ['lighthouse', 'ligthouse', 1],
  ['lighthouse', 'liighthouse', 1],
  ['lighthouse', 'lighthause', 1],
  ['lighthouse', 'lihgthause', 2],
  ['ca', 'abc', 2],
  ['', 'abc', 3],
  ['мир', 'мар', 1],
  ['𝒳𝒴', '𝒴𝒳', 1],
])('%j and %j are %i typing errors apart', (one, other, errors) => {
  expect(errorsOf(one, other)).toBe(errors);
  expect(errorsOf(other, one)).toBe(errors);
});

/** A word of few letters, so that words are near each other, as SQL. */
function randomWord(column: string): string {
  return `list_aggregate([substr('abc', 1 + (hash(i, j, '${column}') % 3)::INTEGER, 1)
    FOR j IN range(0, (hash(i, '${column}') % 8)::INTEGER)], 'string_agg', '')`;
}

test('typing errors are counted as DuckDB counts them', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`SELECT one, other, damerau_levenshtein(one, other)::INTEGER
    FROM (SELECT coalesce(${randomWord('one')}, '') AS one, coalesce(${randomWord('other')}, '') AS other FROM range(2000) t(i))`);
  const rows = reader.getRowsJS() as [string, string, number][];
  connection.closeSync();
  instance.closeSync();
  expect(new Set(rows.map(([one, other]) => `${one} ${other}`)).size).toBeGreaterThan(1000);
  for (const [one, other, errors] of rows) expect([one, other, errorsOf(one, other)]).toEqual([one, other, errors]);
});
