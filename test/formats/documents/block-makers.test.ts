import { expect, test } from 'vitest';

import { documentIn, documentsOf } from '../../../src/formats/documents/number-blocks.ts';
import { NONE } from '../../../src/dataset/indexes/document-view.ts';
import { numberBlocks } from '../../../src/formats/documents/block-makers.ts';
import { NumbersJoiner, textDocument } from '../../../src/formats/documents/numbers-joiner.ts';

/** What a block of these documents, items or text, gives for a key. */
function blockOf(documents: Record<number, (number | null)[][] | string>, columns: number) {
  const maker = numberBlocks();
  const joiner = new NumbersJoiner(columns, { watched: WATCHED });
  const watched: number[] = [];
  for (const [key, items] of Object.entries(documents)) {
    if (typeof items === 'string') {
      maker.add(Number(key), textDocument(items));
      continue;
    }
    for (const item of items) for (let at = 0; at < columns; at += 1) joiner.add(item[at] ?? NONE);
    if (joiner.hasWatched) watched.push(Number(key));
    maker.add(Number(key), joiner.take());
  }
  const block = maker.take();
  const [first = 0] = Object.keys(documents).map(Number);
  const read = (key: number) => {
    const found = documentIn(block, { key, first, columns });
    return found instanceof Int32Array ? [...found] : found;
  };
  return { read, keys: [...documentsOf(block, first)].map(([key]) => key), bytes: block.length, watched };
}

const WATCHED = -1;

test('blocks of numbers give back what they are made of', () => {
  const { read, keys } = blockOf(
    {
      3: [
        [999_999_999, 1, -5],
        [7, 2_147_483_647],
      ],
      4: [[1, null, 2], [], [null, -2_147_483_647, 0]],
      900_000_000: [
        [2_147_483_647, 2, 3],
        [-2_147_483_647, 2, 3],
      ],
    },
    3,
  );
  expect(keys).toEqual([3, 4, 900_000_000]);
  expect(read(3)).toEqual([999_999_999, 1, -5, 7, 2_147_483_647, NONE]);
  expect(read(4)).toEqual([1, NONE, 2, NONE, NONE, NONE, NONE, -2_147_483_647, 0]);
  expect(read(900_000_000)).toEqual([2_147_483_647, 2, 3, -2_147_483_647, 2, 3]);
  for (const hole of [0, 2, 5, 899_999_999, 900_000_001]) expect(read(hole)).toBeNull();
});

test('NumbersJoiner tells in which documents the number is that it watches for', () => {
  const { watched } = blockOf(
    {
      1: [[1, 2]],
      2: [
        [5, 6],
        [WATCHED, 1],
      ],
      3: [[0, -2]],
      4: [[3, WATCHED]],
    },
    2,
  );
  expect(watched).toEqual([2, 4]);
});

test('blocks of numbers have a document with a word as its text', () => {
  const words = '[1,"kung fu \\"master\\", Ähnliches"],[2,3]';
  const { read } = blockOf({ 1: [[5, 6]], 2: words, 3: [[7, 8]] }, 2);
  expect([1, 2, 3].map(read)).toEqual([[5, 6], words, [7, 8]]);
});

test('blocks of numbers take long documents, and less than half of the bytes of their text', () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => [at * 500, (at % 30) + 1, at % 12, at % 10, 1990 + (at % 35)]);
  const text = rows.map((row) => JSON.stringify(row)).join(',');
  const { read, bytes } = blockOf({ 8: [[1, 2, 3, 4, 5]], 9: rows }, 5);
  expect(read(9)).toEqual(rows.flat());
  expect(bytes).toBeLessThan(text.length / 2);
});
