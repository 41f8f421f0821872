import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { allCompatible, allCompatibleSql } from '../../../src/dataset/words/compatibility.ts';
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

/** Of each `text`; none of them may have a bar. */
async function valuesOf(sql: string, texts: readonly string[]): Promise<unknown> {
  const all = `SELECT unnest(string_split($1, '|||')) AS text, generate_subscripts(string_split($1, '|||'), 1) AS place`;
  return valueOf(
    `(SELECT list(value ORDER BY place) FROM (SELECT ${sql} AS value, place FROM (${all})))`,
    texts.join('|||'),
  );
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
  ['القـاهـرة', 'القاهرة', true],
  ['東京 物語', '東京 物語', true],
  ['\u212A2', 'k2', true],
  ['𝒳yz', 'xyz', true],
  ['?!', '?!', true],
  ['... ?', '...?', true],
  ['…', '...', true],
  ['+/-', '+/-', true],
  ['♥', '♥', true],
  ['❤\uFE0F', '❤', true],
  ['👍🏽', '👍🏽', false],
  [' \u00A0', '', true],
  ['ＡＫＩＲＡ', 'akira', true],
  ['ﾄﾗｲｶﾞﾝ', 'トライカン', true],
  ['トライガン', 'トライカン', true],
  ['ﬁsh tank', 'fish tank', true],
  ['Alien³', 'alien 3', true],
  ['H₂O', 'h 2 o', true],
  ['8½', '8 1 2', true],
  ['33⅓', '33 1 3', true],
  ['Nº 1', 'no 1', true],
  ['№1', 'no 1', true],
  ['ロッキーⅡ', 'ロッキー ii', true],
  ['𝔐𝔞𝔡', 'mad', true],
  ['Pokémon™', 'pokemon', true],
  ['d´Artagnan', 'dartagnan', true],
  ['', '', true],
])('%j folds to %j, in memory: %j', async (text, folded, isKnown) => {
  expect(await valueOf(fold('$1::VARCHAR'), text)).toBe(folded);
  expect(foldKnown(text)).toBe(isKnown ? folded : null);
});

const BYTE_ORDER_MARK = 0xfeff;

/** All code points that are characters, but one that separates texts here, and one that is lost on the way to DuckDB. */
const CHARACTERS = Array.from({ length: 0x10ffff }, (_, code) => code + 1)
  .filter((code) => (code < 0xd800 || code > 0xdfff) && ![0x7c, BYTE_ORDER_MARK].includes(code))
  .map((code) => String.fromCodePoint(code));

test('what is folded in memory is folded as in SQL, letter by letter', async () => {
  // Alone, beside others, and beside one of the same script.
  const texts = CHARACTERS.flatMap((letter, at) => [
    letter,
    `a${letter}b`,
    `${letter}${CHARACTERS[(at + 7) % CHARACTERS.length]} é`,
  ]);
  const known = texts.filter((text) => foldKnown(text) !== null && !text.includes('|'));
  expect(known.length).toBeGreaterThan(180_000);
  expect(known.map(foldKnown)).toEqual(await valuesOf(fold('text'), known));
});

test('compatible forms in SQL are those of Unicode, character by character', async () => {
  const inSql = (await valuesOf(allCompatibleSql('text'), CHARACTERS)) as string[];
  expect(inSql.length).toBe(CHARACTERS.length);
  const differing = CHARACTERS.filter((one, at) => allCompatible(one) !== inSql[at]);
  expect(differing).toEqual([]);
});
