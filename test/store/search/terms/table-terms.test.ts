import { expect, test } from 'vitest';

import { termsOf } from '../../../../src/store/search/terms/table-terms.ts';

const WORDS = ['2001', 'a', 'an', 'ana', 'anna', 'b', 'zoë', 'я', '日本', '𝒳'];
const list = await termsOf(WORDS.join(''), {
  bytes: WORDS.map((word) => Buffer.byteLength(word)).join(' '),
  counts: WORDS.map((_, word) => (word + 1) ** 2).join(' '),
});

test('words have the numbers of their order, by their bytes', () => {
  expect(WORDS.map((word) => list.numberOf(word))).toEqual(WORDS.map((_, word) => word));
  expect(WORDS.map((_, word) => list.wordAt(word))).toEqual(WORDS);
  for (const word of ['', '1', 'ann', 'annas', 'zoe', 'zoë ', '\uFFFD', '\u{10FFFF}'])
    expect(list.numberOf(word)).toBeNull();
});

test('words that begin alike are neighbours, and a word begins with itself', () => {
  expect(list.beginningWith('an')).toEqual([2, 4]);
  expect(list.beginningWith('ann')).toEqual([4, 4]);
  expect(list.beginningWith('')).toEqual([0, 9]);
  expect(list.beginningWith('日')).toEqual([8, 8]);
  expect(list.beginningWith('\u{1D4B3}')).toEqual([9, 9]);
  expect(list.beginningWith('c')).toBeNull();
});

test('texts of neighbours are summed', () => {
  expect(list.textsOf(0, 0)).toBe(1);
  expect(list.textsOf(2, 4)).toBe(9 + 16 + 25);
  expect(list.textsOf(0, 9)).toBe(385);
});

test('there may be no words at all', async () => {
  const none = await termsOf();
  expect([none.numberOf('a'), none.numberOf(''), none.beginningWith('')]).toEqual([null, null, null]);
});
