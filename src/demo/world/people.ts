import { createPermutation } from '../chance/permutation.ts';
import { hash32, unit32 } from '../chance/random.ts';
import type { World } from './world.ts';

/** A person's profession. `cast` is split into actors and actresses by `isActress`. */
export type Craft = keyof typeof POOL_SHARES;

/**
 * The people of the dataset by rank: first a pool for each craft, of people with many credits, then people with a
 * single credit, then people without credits. The rank is independent of the id.
 */
export interface People {
  /** Number of people with credits: all ranks below it. */
  credited: number;
  /** Number of people in pools: all ranks below it. */
  pooled: number;
  /** The index in the order of ids of a rank, and the inverse. */
  indexOf(rank: number): number;
  rankAt(index: number): number;
  craftOf(rank: number): Craft;
  isActress(rank: number): boolean;
  /** A person of a pool for a number in [0, 1): the front of a pool gets most of the work. */
  skewed(craft: Craft, u: number): number;
  /** The person whose first credit is the title; -1 for many titles. */
  debutOf(title: number): number;
  /** The title of the first credit of a rank, if that title has principals. */
  debutTitle(rank: number): number;
  /** The person who leads (`cast`), directs or writes a unit; every member of these pools gets a turn. */
  turnOf(craft: Craft, unit: number): number;
  /** The units in which a member of a pool has the turn. */
  turns(rank: number, limit: number): number[];
}

const POOL_SHARES = {
  cast: 0.5,
  director: 0.11,
  writer: 0.13,
  producer: 0.1,
  composer: 0.04,
  cinematographer: 0.05,
  editor: 0.04,
  production_designer: 0.015,
  casting_director: 0.015,
};
const CRAFTS = Object.keys(POOL_SHARES) as Craft[];
const SHARE_CREDITED = 0.51;
const SHARE_POOLED = 0.28;
/** Skew of credits: 1 would be uniform; 1.5 gives the busiest people a few thousand credits at scale 1. */
const SKEW = 1.5;
const CRAFT_STREAM = 31;

export function createPeople(world: World): People {
  const { seed, names, titles, units } = world;
  const credited = Math.floor(names.size * SHARE_CREDITED);
  const pools = createPools(Math.floor(credited * SHARE_POOLED));
  const last = pools.casting_director;
  const pooled = last.from + last.size;
  const ids = createPermutation(names.size, hash32(seed, 32, 0));
  const debuts = createPermutation(titles.size, hash32(seed, 33, 0));
  const turnOrder = createPermutation(units, hash32(seed, 34, 0));
  const shift = { cast: 0, director: 7, writer: 13 } as Partial<Record<Craft, number>>;
  const turnAt = (craft: Craft, unit: number): number => turnOrder.forward((unit + (shift[craft] ?? 0)) % units);

  const craftOf = (rank: number): Craft => {
    if (rank < pooled) return CRAFTS.find((craft) => rank < pools[craft].from + pools[craft].size) as Craft;
    let u = unit32(hash32(seed, CRAFT_STREAM, rank));
    return CRAFTS.find((craft) => (u -= POOL_SHARES[craft]) < 0) ?? 'cast';
  };
  return {
    credited,
    pooled,
    indexOf: (rank) => ids.forward(rank),
    rankAt: (index) => ids.back(index),
    craftOf,
    isActress: (rank) => hash32(seed, 35, rank) % 100 < 41,
    skewed: (craft, u) => pools[craft].from + Math.floor(pools[craft].size * u ** SKEW),
    debutOf(title) {
      const place = debuts.forward(title);
      const rank = Math.floor((place * credited) / titles.size);
      return Math.floor(((place + 1) * credited) / titles.size) > rank ? rank : -1;
    },
    debutTitle: (rank) => debuts.back(Math.ceil(((rank + 1) * titles.size) / credited) - 1),
    turnOf: (craft, unit) => pools[craft].from + (turnAt(craft, unit) % pools[craft].size),
    turns(rank, limit) {
      const craft = craftOf(rank);
      const found: number[] = [];
      const { from, size } = pools[craft];
      if (rank >= pooled || shift[craft] === undefined) return found;
      for (let turn = rank - from; turn < units && found.length < limit; turn += size) {
        found.push((turnOrder.back(turn) - (shift[craft] ?? 0) + units) % units);
      }
      return found;
    },
  };
}

function createPools(total: number): Record<Craft, { from: number; size: number }> {
  let from = 0;
  const pools = CRAFTS.map((craft) => {
    const size = Math.max(3, Math.floor(total * POOL_SHARES[craft]));
    const pool = { from, size };
    from += size;
    return [craft, pool] as const;
  });
  return Object.fromEntries(pools) as Record<Craft, { from: number; size: number }>;
}
