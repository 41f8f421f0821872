import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { genreBits, genreBitsSql, genresOf } from '../../../src/dataset/words/genre-bits.ts';
import { GENRES, OTHER } from '../../../src/dataset/words/vocabulary.ts';

test.each([
  [['Drama'], ['Drama']],
  [
    ['Sci-Fi', 'Action', 'Western'],
    ['Action', 'Sci-Fi', 'Western'],
  ],
  [['Drama', 'Drama'], ['Drama']],
  [
    ['Cooking', 'Drama', 'Gardening'],
    [OTHER, 'Drama'],
  ],
  [Object.values(GENRES), Object.values(GENRES)],
])('the genres %j are %j as bits', async (words, known) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = words.map((word) => `'${word}'`).join(', ');
  const reader = await connection.runAndReadAll(`SELECT ${genreBitsSql(`[${list}]`)}`);
  const [[bits] = []] = reader.getRowsJS();
  connection.closeSync();
  instance.closeSync();
  expect(bits).toBe(genreBits(words));
  expect(genresOf(Number(bits))).toEqual(known);
});
