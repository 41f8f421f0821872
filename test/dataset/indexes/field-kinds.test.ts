import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import {
  decimal,
  fieldsOf,
  flag,
  idList,
  integer,
  itemIn,
  itemsIn,
  listOrText,
  text,
  textLike,
  textList,
  word,
  wordList,
} from '../../../src/dataset/indexes/field-kinds.ts';
import type { Declared, Field, NumberField } from '../../../src/dataset/indexes/field-kinds.ts';
import { NONE, UNKNOWN_WORD, viewOf } from '../../../src/dataset/indexes/document-view.ts';

const WORDS = ['movie', 'short'];

/** Values of the columns `a` and `b`, and what a field of them reads. */
test.each<[string, Declared<Field<unknown>>, { a: string; b?: string }, unknown]>([
  ['integer', integer('a'), { a: '-7' }, -7],
  ['integer', integer('a'), { a: 'NULL' }, null],
  ['decimal', decimal('a'), { a: '7.1::DOUBLE' }, 7.1],
  ['text', text('a'), { a: `'"He" \\ said'` }, '"He" \\ said'],
  ['text', text('a'), { a: 'NULL::VARCHAR' }, null],
  ['textLike', textLike('a', 'b'), { a: `'same'`, b: `'same'` }, 'same'],
  ['textLike', textLike('a', 'b'), { a: `'one'`, b: `'other'` }, 'one'],
  ['textLike', textLike('a', 'b'), { a: 'NULL::VARCHAR', b: `'other'` }, null],
  ['textLike', textLike('a', 'b'), { a: `'0'`, b: 'NULL::VARCHAR' }, '0'],
  ['word', word('a', WORDS), { a: `'short'` }, 'short'],
  ['word', word('a', WORDS), { a: `'new "one"'` }, 'new "one"'],
  ['flag', flag('a'), { a: 'true' }, true],
  ['flag', flag('a'), { a: 'false' }, false],
  ['flag', flag('a'), { a: 'NULL::BOOLEAN' }, false],
  ['wordList', wordList('a'), { a: `['Drama', 'Sci-Fi']` }, ['Drama', 'Sci-Fi']],
  ['wordList', wordList('a'), { a: 'NULL::VARCHAR[]' }, []],
  ['idList', idList('a'), { a: '[3, 111161]' }, [3, 111161]],
  ['idList', idList('a'), { a: '[]::INTEGER[]' }, []],
  ['textList', textList('a'), { a: `['a, b', '"']` }, ['a, b', '"']],
  ['textList', textList('a'), { a: 'NULL::VARCHAR[]' }, []],
  ['listOrText', listOrText('a', 'b'), { a: `['He']`, b: 'NULL::VARCHAR' }, { list: ['He'], text: null }],
  ['listOrText', listOrText('a', 'b'), { a: 'NULL::VARCHAR[]', b: `'["x"]'` }, { list: null, text: '["x"]' }],
  ['listOrText', listOrText('a', 'b'), { a: `['He']`, b: `'host'` }, { list: ['He'], text: 'host' }],
  ['listOrText', listOrText('a', 'b'), { a: '[]::VARCHAR[]', b: 'NULL::VARCHAR' }, { list: [], text: null }],
])('%s reads what it writes, wherever it stands (%#)', async (_kind, declared, { a, b = '1' }, expected) => {
  for (const declarations of [
    { value: declared, b: text('b') },
    { b: text('b'), value: declared },
  ]) {
    const fields = fieldsOf(declarations);
    const values = Object.values(fields).map(({ sql }) => sql);
    const [item = ''] = await items(values, `SELECT ${a} AS a, ${b} AS b`);
    expect(fields.value.of(itemIn(item))).toEqual(expected);
  }
});

test('a field reads an item whose nulls at the end are left out', () => {
  const fields = fieldsOf({ first: integer('a'), second: text('b'), third: wordList('c'), fourth: flag('d') });
  const [item = itemIn('[]')] = itemsIn('[1],[2]');
  expect(Object.values(fields).map((field) => field.of(item))).toEqual([1, null, [], false]);
});

test.each<[Declared<NumberField<unknown>>, string, number, number]>([
  [integer('a'), '12', 12, 12],
  [integer('a'), 'NULL::INTEGER', NONE, NONE],
  [word('a', WORDS), `'short'`, 1, 1],
  [word('a', WORDS), 'NULL::VARCHAR', NONE, NONE],
  // As a number it is unknown; an item of text has the word, which gets a place behind the others.
  [word('a', WORDS), `'new'`, UNKNOWN_WORD, 2],
])('a number field is the same number from SQL and from text (%#)', async (declared, a, inNumbers, inText) => {
  const { field } = fieldsOf({ field: declared });
  const known = [...field.words];
  const [item = ''] = await items([field.sql], `SELECT ${a} AS a`);
  expect(field.numberOf(itemIn(item), known)).toBe(inText);
  expect(await items([field.numberSql], `SELECT ${a} AS a`)).toEqual([`[${inNumbers}]`]);
  expect(known[inText] ?? null).toBe(inNumbers === UNKNOWN_WORD ? 'new' : (WORDS[inText] ?? null));
});

test('fieldsOf refuses a text that is like a field which is not declared', () => {
  expect(() => fieldsOf({ originalTitle: textLike('originalTitle', 'primaryTitle') })).toThrow(
    'no field primaryTitle among originalTitle',
  );
});

/** The items that a view makes of some values over rows. */
async function items(values: readonly string[], rows: string): Promise<string[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const view = viewOf('1 AS key', { values, from: `(${rows})` });
    const reader = await connection.runAndReadAll(`SELECT item FROM (${view})`);
    return reader.getRows().map(([item]) => String(item));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
