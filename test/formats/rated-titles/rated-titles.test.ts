import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { encodeRatedTitles } from '../../../src/formats/rated-titles/layout.ts';
import { readRatedTitles } from '../../../src/formats/rated-titles/read-rated-titles.ts';
import { newFolder } from '../../support/folders.ts';

const TITLES = {
  ids: Int32Array.of(1, 7, 2 ** 31 - 1),
  averages: Float64Array.of(5.7, 10, 1),
  votes: Int32Array.of(0, 2_900_000, 5),
  nameEnds: Uint32Array.of(5, 5, 8),
  text: Uint8Array.from(Buffer.from('Äußxyz')),
};

function written(bytes: Uint8Array): string {
  const path = join(newFolder('rated'), 'any.columns');
  writeFileSync(path, bytes);
  return path;
}

test.each([
  ['three titles', TITLES],
  [
    'none',
    {
      ...TITLES,
      ids: TITLES.ids.subarray(3),
      averages: new Float64Array(),
      votes: new Int32Array(),
      nameEnds: new Uint32Array(),
      text: new Uint8Array(),
    },
  ],
])('readRatedTitles decodes what was written: %s', (_what, titles) => {
  const bytes = Buffer.concat(encodeRatedTitles(titles));
  expect(readRatedTitles(written(bytes), bytes.length)).toEqual(titles);
});

test('readRatedTitles refuses a file with any byte changed, and one of another size', () => {
  const bytes = Buffer.concat(encodeRatedTitles(TITLES));
  for (let at = 0; at < bytes.length; at += 1) {
    for (const bits of [1, 128, 255]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ bits;
      expect(() => readRatedTitles(written(changed), bytes.length), `byte ${at}`).toThrow();
    }
  }
  const cut = bytes.subarray(0, -1);
  expect(() => readRatedTitles(written(cut), bytes.length)).toThrow('has 91 bytes, not the 92 of its manifest');
  for (const length of [0, 23, cut.length])
    expect(() => readRatedTitles(written(bytes.subarray(0, length)), length)).toThrow();
});
