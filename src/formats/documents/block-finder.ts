const BLOCKS_OF_GROUP = 8;

/**
 * Returns a function that finds the block that may hold a key: the last block whose first key is not above it, or -1.
 * An index by the leading bits of the keys narrows the binary search to about eight blocks, whose keys are close
 * together in memory. A binary search over millions of blocks would miss the CPU's cache some twenty times.
 */
export function blockFinder(firstKeys: Uint32Array): (key: number) => number {
  const greatest = firstKeys.at(-1) ?? 0;
  let shift = 0;
  while (greatest >>> shift > firstKeys.length / BLOCKS_OF_GROUP) shift += 1;
  const groups = (greatest >>> shift) + 1;
  const starts = new Uint32Array(groups + 1);
  for (let group = 0, block = 0; group <= groups; group += 1) {
    while (block < firstKeys.length && (firstKeys[block] ?? 0) >>> shift < group) block += 1;
    starts[group] = block;
  }
  return (key) => {
    const group = Math.min(key >>> shift, groups);
    // The key may also be in the last block before the group.
    let low = (starts[group] ?? 0) - 1;
    let high = (starts[group + 1] ?? firstKeys.length) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firstKeys[middle] ?? 0) <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
