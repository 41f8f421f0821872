import { IDS } from '../fixed/fixed-entities.ts';
import type { World } from './world.ts';

/** A fixed person who also appears in generated titles. */
export interface Regular {
  nconst: string;
  category: string;
  stream: number;
  /** Upper bound of the 32-bit hash of the titles that have the person, if their year fits. */
  threshold(world: World): number;
  active(year: number): boolean;
}

export const REGULARS: readonly Regular[] = [
  regular(IDS.vallon, { category: 'actress', stream: 61, credits: 540, more: 3600, from: 1979, to: 2026 }),
  regular(IDS.albrecht, { category: 'director', stream: 62, credits: 60, more: 240, from: 1972, to: 2018 }),
  regular(IDS.okafor, { category: 'actress', stream: 63, credits: 90, more: 500, from: 1985, to: 2026 }),
  regular(IDS.morikawa, { category: 'composer', stream: 64, credits: 80, more: 700, from: 1986, to: 2026 }),
];

/** `credits` at the smallest scale and `more` on top of that at scale 1. */
function regular(
  nconst: string,
  options: { category: string; stream: number; credits: number; more: number; from: number; to: number },
): Regular {
  const { category, stream, credits, more, from, to } = options;
  return {
    nconst,
    category,
    stream,
    threshold: (world) => ((credits + more * world.scale) / world.titles.size) * 4_294_967_296,
    active: (year) => year >= from && year <= to,
  };
}
