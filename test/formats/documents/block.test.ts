import { uncompressSync } from 'lz4-napi';
import { expect, test } from 'vitest';

import { documentIn, keysIn } from '../../../src/formats/documents/block.ts';
import { NONE } from '../../../src/dataset/indexes/document-view.ts';
import { blockMaker } from '../../../src/formats/documents/block-maker.ts';
import { NumbersJoiner } from '../../../src/formats/documents/numbers-joiner.ts';

/** What a block of these documents, items or text, gives for a key. */
function blockOf(documents: Record<number, (number | null)[][] | string>, columns: number) {
  const maker = blockMaker({ compressed: false });
  const joiner = new NumbersJoiner(columns, { watched: WATCHED });
  const watched: number[] = [];
  for (const [key, items] of Object.entries(documents)) {
    if (typeof items === 'string') {
      maker.add({ key: Number(key), bytes: Buffer.from(items), isText: true });
      continue;
    }
    for (const item of items) for (let at = 0; at < columns; at += 1) joiner.add(item[at] ?? NONE);
    if (joiner.hasWatched) watched.push(Number(key));
    maker.add({ key: Number(key), bytes: joiner.take(), isText: false });
  }
  const block = maker.take();
  const [first = 0] = Object.keys(documents).map(Number);
  const read = (key: number) => {
    const found = documentIn(block, { key, first, columns });
    return found instanceof Int32Array ? [...found] : found;
  };
  return { read, keys: keysIn(block, first), block, bytes: block.length, watched };
}

const WATCHED = -1;

test('blocks of numbers decode to what was encoded', () => {
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

test('NumbersJoiner tells which documents contain the watched number', () => {
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

test('blocks of numbers hold a document with a word as text', () => {
  const words = '[1,"kung fu \\"master\\", Ähnliches"],[2,3]';
  const { read } = blockOf({ 1: [[5, 6]], 2: words, 3: [[7, 8]] }, 2);
  expect([1, 2, 3].map(read)).toEqual([[5, 6], words, [7, 8]]);
});

test('blocks of numbers hold long documents in less than half the bytes of their text', () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => [at * 500, (at % 30) + 1, at % 12, at % 10, 1990 + (at % 35)]);
  const text = rows.map((row) => JSON.stringify(row)).join(',');
  const { read, bytes } = blockOf({ 8: [[1, 2, 3, 4, 5]], 9: rows }, 5);
  expect(read(9)).toEqual(rows.flat());
  expect(bytes).toBeLessThan(text.length / 2);
});

test('keysIn refuses a block that is cut off or whose keys do not ascend', () => {
  const { block } = blockOf({ 1: '[1]', 2: '[2]' }, 1);
  expect(keysIn(block, 1)).toEqual([1, 2]);
  for (let length = 1; length < block.length; length += 1) {
    if (length !== block.length / 2) expect(() => keysIn(block.subarray(0, length), 1), `${length} bytes`).toThrow();
  }
  const again = Buffer.from(block);
  again[block.length / 2] = 0;
  expect(() => keysIn(again, 1)).toThrow('its keys do not go up');
});

test('compressed blocks hold the same documents', () => {
  const [plain, packed] = [false, true].map((compressed) => {
    const maker = blockMaker({ compressed });
    maker.add({ key: 7, bytes: Buffer.from('[1,"x"],'.repeat(100)), isText: true });
    return maker.take();
  }) as [Buffer, Buffer];
  expect(packed.length).toBeLessThan(plain.length / 4);
  expect(uncompressSync(packed)).toEqual(plain);
});
