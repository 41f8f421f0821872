import type { ReadRow } from '../load/reads.ts';
import { ONE_BY_ONE } from '../parts/measure-one-by-one.ts';
import type { Target } from './targets.ts';

/** The most that 95 of 100 may take at full size, in ms. */
const P95_MS: Record<string, number> = {
  'search, one to four words': 15,
  'search, a typing error': 30,
  'search, inside of a word': 60,
  suggest: 8,
  'filter, first page': 30,
  'filter, five facets, count': 120,
};

/** What search and filters are held to. */
export function findTargets(reads: readonly ReadRow[]): Target[] {
  return reads.flatMap(({ name, workload, p95Ms }) => {
    const most = P95_MS[workload];
    if (name !== ONE_BY_ONE || most === undefined) return [];
    return [{ figure: `${workload}: p95`, value: p95Ms, floor: most, goal: most, more: false, unit: ' ms' }];
  });
}
