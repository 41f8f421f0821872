const BLOCKS_OF_GROUP = 8;

/**
 * Finds the block that may hold a key, by the first keys of all blocks in ascending order: the last that is not above
 * it, or -1. Keys that begin with the same bits form a group, and a list says with which block each group begins. A
 * group has some eight blocks, whose keys are close together in memory: a binary search over millions waits for twenty
 * places that are far away.
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
    // The block before those of the group may reach into it.
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
