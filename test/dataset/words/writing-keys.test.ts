import { expect, test } from 'vitest';

import { hanForms } from '../../../src/dataset/words/han-forms.ts';
import { foldKnown } from '../../../src/dataset/words/fold.ts';
import { typedKeys, writingKey } from '../../../src/dataset/words/writing-keys.ts';

test.each([
  ['ΣΤΕΛΛΑ', 'stella'],
  ['Ουρανός', 'ouranos'],
  ['Ουρανός', 'uranos'],
  ['Брат', 'brat'],
  ['Чайка', 'chayka'],
  ['Мария', 'maria'],
  ['Мария', 'mariya'],
  ['Хлеб', 'hleb'],
  ['Хлеб', 'khleb'],
  ['トライガン', 'toraigan'],
  ['ロッキー', 'rokkii'],
  ['ロッキー', 'rokki'],
  ['とうきょう', 'tokyo'],
  ['となりのトトロ', 'tonarinototoro'],
  ['ラーメン', 'ramen'],
  ['올드보이', 'oldeuboi'],
  ['부산행', 'busanhaeng'],
  ['부산행', 'pusanhaeng'],
  ['卧虎藏龙', 'wohucanglong'],
  ['臥虎藏龍', 'wohucanglong'],
  ['פוקסטרוט', 'foxtrot', false],
  ['פוקסטרוט', 'fokstrot'],
  ['القاهرة', 'alqahira'],
  ['სამოთხე', 'samotkhe'],
  ['千と千尋', 'sentochihiro', false],
])('%s typed as %s', (text, typed, isFound = true) => {
  expect(typedKeys(typed).includes(writingKey(foldKnown(text) ?? '') ?? '')).toBe(isFound);
});

test.each(['stella', '2001', 'a', '', 'שלום', '!!!'])('%s has no key of its own', (word) => {
  expect(writingKey(word)).toBeUndefined();
});

test('words of one script are found by those of another', () => {
  expect(typedKeys('стелла')).toEqual([writingKey('στελλα')]);
  expect(typedKeys('とらいかん')).toEqual([writingKey('トライカン')]);
  expect(typedKeys('$$$')).toEqual([]);
});

test.each([
  ['龍', ['龍', '龙']],
  ['龙', ['龍', '龙']],
  ['发', ['发', '發', '髮']],
  ['髮', ['发', '發', '髮']],
  ['人', ['人']],
  ['の', ['の']],
  ['a', ['a']],
])('%s has the forms %j', (character, forms) => {
  expect(hanForms(character)).toEqual(forms);
});
