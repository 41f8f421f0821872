import { expect, test } from 'vitest';

import { blockFinder } from '../../../src/formats/documents/block-finder.ts';

/** What a search from end to end finds. */
function plainly(firstKeys: readonly number[], key: number): number {
  return firstKeys.findLastIndex((first) => first <= key);
}

test.each([
  ['no blocks', []],
  ['one block', [7]],
  ['blocks close together', Array.from({ length: 100 }, (_, at) => 50 + at)],
  ['blocks far apart', [0, 1, 900, 901, 902, 1_000_000, 2 ** 31 - 2, 2 ** 31 - 1]],
  ['many blocks at the end', [1, ...Array.from({ length: 200 }, (_, at) => 40_000_000 + 7 * at)]],
])('blockFinder finds the same block as a linear search: %s', (_what, firstKeys) => {
  const blockOf = blockFinder(Uint32Array.from(firstKeys));
  const keys = [0, 2 ** 31 - 1, 2 ** 32 - 1, ...firstKeys.flatMap((key) => [key - 1, key, key + 1, key + 50])];
  for (const key of keys.filter((one) => one >= 0)) expect([key, blockOf(key)]).toEqual([key, plainly(firstKeys, key)]);
});
