import { hash32 } from '../../chance/random.ts';
import { MS_PER_DAY, type Day } from '../ids/lifetimes.ts';

const STREAM = 229;
/** The first weeks of a year, in which the seasons of series begin. */
const DAYS = 80;

/** The day in a year on which the seasons of a series begin. */
export function seasonBegins(seed: number, id: number, year: number): Day {
  return Date.UTC(year, 0, 1) / MS_PER_DAY + (hash32(seed, STREAM, id) % DAYS);
}
