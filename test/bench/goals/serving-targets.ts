import { COUNTED } from '../parts/bench-total-count.ts';
import { IDLE, INGESTING } from '../parts/bench-while-ingest.ts';
import type { ReadRow } from '../load/reads.ts';
import type { Results } from '../results.ts';
import type { Target } from './targets.ts';

const GIBIBYTE = 2 ** 30;
/** Good enough while an ingest runs, whatever it is when idle. */
const GOOD_P99_MS = 15;

/** What a serving process is held to beside its reads, as far as there are figures. */
export function servingTargets({ reads, figures }: Pick<Results, 'reads' | 'figures'>): Target[] {
  const { startSeconds, idleBytes } = figures;
  const targets = [...whileIngesting(reads), ...counted(reads)];
  if (startSeconds !== undefined) {
    const start = { figure: 'start to first answer', value: startSeconds, floor: 3, goal: 1, more: false, unit: ' s' };
    targets.push(start);
  }
  if (idleBytes !== undefined) {
    const value = idleBytes / GIBIBYTE;
    targets.push({ figure: 'idle memory', value, floor: 1.5, goal: 0.7, more: false, unit: ' GiB' });
  }
  return targets;
}

function whileIngesting(reads: readonly ReadRow[]): Target[] {
  const [idle, busy] = [IDLE, INGESTING].map((name) => reads.find((row) => row.name === name));
  if (idle === undefined || busy === undefined) return [];
  const value = busy.p99Ms / idle.p99Ms;
  const goal = Math.max(4, GOOD_P99_MS / idle.p99Ms);
  const floor = Math.max(8, goal);
  return [
    { figure: 'p99 while an ingest runs, against idle', value, floor, goal, more: false, unit: ' times' },
    { figure: 'failures while an ingest runs', value: busy.failures, floor: 0, goal: 0, more: false, unit: '' },
  ];
}

function counted(reads: readonly ReadRow[]): Target[] {
  return Object.entries(COUNTED).flatMap(([name, countedName]) => {
    const [page, withCount] = [name, countedName].map((workload) => reads.find((row) => row.workload === workload));
    if (page === undefined || withCount === undefined) return [];
    const value = withCount.p50Ms / page.p50Ms;
    return [{ figure: `totalCount, against the ${name}`, value, floor: 2, goal: 1.1, more: false, unit: ' times' }];
  });
}
