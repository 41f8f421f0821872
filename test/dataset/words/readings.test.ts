import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { fold } from '../../../src/dataset/words/fold.ts';
import { MOST_READINGS, readingsKnown, withReadings } from '../../../src/dataset/words/readings.ts';

let instance: DuckDBInstance;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
});

afterAll(() => instance.closeSync());

async function readingsBySql(texts: readonly string[]): Promise<string[][]> {
  const connection = await instance.connect();
  const placed = `SELECT text, ${fold('text')} AS folded, place FROM (
    SELECT unnest(string_split($1, '|||')) AS text, generate_subscripts(string_split($1, '|||'), 1) AS place)`;
  const reader = await connection.runAndReadAll(
    `SELECT list(folded ORDER BY reading) FROM (${withReadings(placed)}) GROUP BY place ORDER BY place`,
    [texts.join('|||')],
  );
  connection.closeSync();
  return reader.getRowsJson().map(([readings]) => readings as string[]);
}

const READINGS: [string, ...string[]][] = [
  ['The Lighthouse', 'the lighthouse'],
  ['D.W. Griffith', 'd w griffith', 'dw griffith'],
  ['D W Griffith', 'd w griffith', 'dw griffith'],
  ['M*A*S*H', 'm a s h', 'mash'],
  ['One A.M.', 'one a m', 'one am'],
  ['J. R. R. Lee', 'j r r lee', 'jrr lee'],
  ['A Man', 'a man'],
  ['X-Men: Rain', 'x men rain', 'xmen rain'],
  ['M-A-S-H', 'm a s h', 'mash', 'm a sh', 'ma s h'],
  ['X-Men Spider-Man', 'x men spider man', 'xmen spiderman', 'x men spiderman', 'xmen spider man'],
  ['9/11', '9 11', '911'],
  ['3:10 to Yuma', '3 10 to yuma', '310 to yuma'],
  ['WALL·E', 'wall e', 'walle'],
  ['A - B', 'a b', 'ab'],
  ['Up - Down', 'up down'],
  ['20,000 Leagues', '20 000 leagues', '20000 leagues'],
  ['20.000 Meilen', '20 000 meilen', '20000 meilen'],
  ['20\u2009000 lieues', '20 000 lieues', '20000 lieues'],
  ['1,000,000 Years', '1 000 000 years', '1000000 years'],
  ['2001, 2010', '2001 2010'],
  ['1.2345', '1 2345'],
  ['Fast & Slow', 'fast slow', 'fast & slow'],
  ['Fast + Slow', 'fast slow', 'fast & slow'],
  ['Q&A', 'q a', 'q & a', 'qa'],
  ['& Sons', 'sons', '& sons'],
  ['+/-', '+/-'],
  ['&', '&'],
  ['Ｘ－ＭＥＮ', 'x men', 'xmen'],
  ['Alien³', 'alien 3', 'alien3'],
  ['H₂O', 'h 2 o', 'h2o', 'h 2o', 'h2 o'],
  ["L'Arnaqueur", 'larnaqueur', 'l arnaqueur'],
  ['UN’AVVENTURA', 'unavventura', 'un avventura'],
  ["Le temps d'aimer", 'le temps daimer', 'le temps d aimer'],
  ["Qu'elle & l'autre", 'quelle lautre', 'quelle & lautre', 'qu elle & l autre', 'qu elle l autre'],
  ["Nobody's Fool", 'nobodys fool'],
  ['8½', '8 1 2'],
  ['ジョン・ドウ', 'ション トウ', 'ショントウ'],
  [
    'E.T. the Extra-Terrestrial',
    'e t the extra terrestrial',
    'e t the extraterrestrial',
    'et the extra terrestrial',
    'et the extraterrestrial',
  ],
  ['', ''],
];

test.each(READINGS)('%j is read as %j', async (text, ...expected) => {
  expect(readingsKnown(text)).toEqual(expected);
  expect(await readingsBySql([text])).toEqual([expected]);
});

/** Texts of parts that make readings, always the same ones. */
function someTexts(): string[] {
  const parts = [
    'a',
    'B',
    'l',
    'Un',
    'dell',
    'é',
    '東',
    'men',
    '20',
    '000',
    '123',
    ' ',
    ' ',
    '.',
    '-',
    '–',
    ':',
    '/',
    '&',
    '+',
    ',',
    '·',
    "'",
    '³',
    '½',
    'Ⅱ',
    'Ａ',
    '！',
    '\u2009',
  ];
  let state = 20_260_101;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + next(9) }, () => parts[next(parts.length)] ?? '').join(''),
  );
}

test('texts are read in memory as in SQL', async () => {
  const texts = someTexts();
  const known = texts.map(readingsKnown);
  expect(await readingsBySql(texts)).toEqual(known);
  expect(Math.max(...known.map((readings) => readings?.length ?? 0))).toBe(MOST_READINGS);
});
