import { Dice, hash32 } from './random.ts';

/** Titles per block. Each block is drawn independently, so that no state is carried from one block to the next. */
export const BLOCK_TITLES = 2000;
/** Units per block. A unit is a series with its episodes, or a single title. */
export const BLOCK_UNITS = 455;

const SERIES = 46;
const EPISODES = BLOCK_TITLES - BLOCK_UNITS;
const UNNUMBERED = Math.round(EPISODES * 0.206);
const EMPTY_SERIES = 8 / 46;
const LAYOUT_STREAM = 11;
/** Layouts kept in memory: 2,000 blocks are 4 million titles and 7 MB. Up to that scale each is computed once. */
const MAX_CACHED = 2000;

export interface BlockLayout {
  /** Start of each unit in the block, with one more entry for the end. */
  starts: Uint16Array;
  /** 1 for a series. */
  series: Uint8Array;
  /** Number of the unit's last episodes that have neither season nor number. */
  unnumbered: Uint16Array;
}

/** Returns a function that computes the layout of a block, from the seed and the block only. */
export function createBlockLayouts(seed: number): (block: number) => BlockLayout {
  const cache = new Map<number, BlockLayout>();
  return (block) => {
    const cached = cache.get(block);
    if (cached !== undefined) return cached;
    const layout = layOut(seed, block);
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value as number);
    cache.set(block, layout);
    return layout;
  };
}

/** The unit of a block that holds the title at `slot`. */
export function unitAt(layout: BlockLayout, slot: number): number {
  let low = 0;
  let high = BLOCK_UNITS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.starts[middle] as number) <= slot) low = middle;
    else high = middle - 1;
  }
  return low;
}

function layOut(seed: number, block: number): BlockLayout {
  const dice = new Dice(seed).roll(LAYOUT_STREAM, block);
  const series = new Uint8Array(BLOCK_UNITS);
  const episodes = new Uint16Array(BLOCK_UNITS);
  const places = Array.from({ length: SERIES }, (_, nth) => {
    const from = Math.floor((nth * BLOCK_UNITS) / SERIES);
    return from + dice.below(Math.floor(((nth + 1) * BLOCK_UNITS) / SERIES) - from);
  });
  const sizes = episodeCounts(dice);
  places.forEach((place, nth) => {
    series[place] = 1;
    episodes[place] = sizes[nth] as number;
  });
  const starts = new Uint16Array(BLOCK_UNITS + 1);
  for (let unit = 0; unit < BLOCK_UNITS; unit += 1) {
    starts[unit + 1] = (starts[unit] as number) + 1 + (episodes[unit] as number);
  }
  return { starts, series, unnumbered: unnumberedCounts(episodes, hash32(seed, LAYOUT_STREAM + 1, block)) };
}

/** Lengths of series: a few with hundreds of episodes, many with a handful, some with none. Their sum is fixed. */
function episodeCounts(dice: Dice): number[] {
  const weights = Array.from({ length: SERIES }, () => (dice.chance(EMPTY_SERIES) ? 0 : (dice.unit() + 0.004) ** -0.9));
  weights[0] = 1;
  const sum = weights.reduce((a, b) => a + b, 0);
  const alive = weights.filter((weight) => weight > 0).length;
  const counts = weights.map((weight) => (weight > 0 ? 1 + Math.floor((weight / sum) * (EPISODES - alive)) : 0));
  counts[0] = (counts[0] as number) + EPISODES - counts.reduce((a, b) => a + b, 0);
  return counts;
}

/** Number of episodes without numbers in each unit, up to a fixed sum: whole series, but a third of a long one. */
function unnumberedCounts(episodes: Uint16Array, salt: number): Uint16Array {
  const counts = new Uint16Array(BLOCK_UNITS);
  let left = UNNUMBERED;
  for (let nth = 0; nth < BLOCK_UNITS && left > 0; nth += 1) {
    const unit = (salt + nth) % BLOCK_UNITS;
    const size = episodes[unit] as number;
    counts[unit] = Math.min(left, size > 60 ? Math.floor(size / 3) : size);
    left -= counts[unit];
  }
  return counts;
}
