import { expect, test } from 'vitest';

import { BlockOffsets } from '../../../src/formats/documents/block-offsets.ts';

test('BlockOffsets holds offsets in files of more than 4 GiB', () => {
  const sizes = [5, 2 ** 32 - 6, 1, 3, 2 ** 32 - 1, 2 ** 31, 9];
  const offsets = new BlockOffsets(Uint32Array.from(sizes));
  let at = 0;
  for (const [block, size] of sizes.entries()) {
    expect([block, offsets.of(block), offsets.sizeOf(block)]).toEqual([block, at, size]);
    at += size;
  }
  expect(offsets.of(sizes.length)).toBe(at);
});
