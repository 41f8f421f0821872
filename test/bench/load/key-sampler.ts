import { Dice } from '../../../src/demo/chance/random.ts';

/**
 * How ids are drawn from a pool, which is sorted by popularity. `uniform`: each as often, none twice before all were
 * drawn. `zipf`: the n-th of the pool with a chance of 1/n (s = 1). `hot`: uniform from the first few alone, which
 * any cache holds.
 */
export type Distribution = 'uniform' | 'zipf' | 'hot';

export interface SamplerOptions {
  distribution: Distribution;
  seed: number;
  /** Draws of uniform ids that other runs made before, so that this run begins with fresh ones. */
  skip: number;
}

export const HOT_KEYS = 1000;

/** Draws places in a pool of a size, from 0; the same options give the same draws. */
export function createSampler(size: number, { distribution, seed, skip }: SamplerOptions): () => number {
  if (distribution === 'zipf') return zipf(size, new Dice(seed).roll(2, skip));
  const order = shuffled(distribution === 'hot' ? Math.min(size, HOT_KEYS) : size, new Dice(seed).roll(1, 0));
  let drawn = skip;
  return () => order[drawn++ % order.length] ?? 0;
}

function zipf(size: number, dice: Dice): () => number {
  const cumulated = new Float64Array(size);
  let sum = 0;
  for (let place = 0; place < size; place += 1) {
    sum += 1 / (place + 1);
    cumulated[place] = sum;
  }
  return () => firstAbove(cumulated, dice.unit() * sum);
}

/** The first place whose cumulated weight is above the value. */
function firstAbove(cumulated: Float64Array, value: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulated[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Fisher and Yates. */
function shuffled(size: number, dice: Dice): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, place) => place);
  for (let place = size - 1; place > 0; place -= 1) {
    const other = dice.below(place + 1);
    const moved = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
