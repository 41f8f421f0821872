/** Whether the long form runs, `npm run test:faults`. */
export const ALL = process.env['FAULTS'] === 'all';

/** The most that a test may take, in ms. */
export const TIMEOUT_MS = ALL ? 3_600_000 : 900_000;

/** All of a list in the long form; in the short form a few, spread evenly, with the first and the last. */
export function sample<T>(all: readonly T[], few: number): T[] {
  if (ALL || all.length <= few) return [...all];
  const places = Array.from({ length: few }, (_, at) => Math.round((at * (all.length - 1)) / Math.max(1, few - 1)));
  return [...new Set(places)].map((place) => all[place] as T);
}
