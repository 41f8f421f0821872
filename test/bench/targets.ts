import { COUNTED } from './bench-total-count.ts';
import { CHANGED_NIGHT, FLOOR, IMDB_SQLITE, RATINGS_NIGHT, WHOLE } from './bench-ingest.ts';
import { IDLE, INGESTING } from './bench-while-ingest.ts';
import { workersName } from './bench-workers.ts';
import { paceText } from './reads.ts';
import type { ReadRow } from './reads.ts';
import type { IngestRow, Results } from './results.ts';

/** A figure that the product is held to. */
export interface Target {
  figure: string;
  /** In the unit of `floor` and `goal`. */
  value: number;
  floor: number;
  goal: number;
  /** Whether more is better. */
  more: boolean;
  unit: string;
}

export type Verdict = 'goal' | 'floor' | '**missed**';

export function verdictOf({ value, floor, goal, more }: Target): Verdict {
  const reaches = (bound: number): boolean => (more ? value >= bound : value <= bound);
  if (reaches(goal)) return 'goal';
  return reaches(floor) ? 'floor' : '**missed**';
}

const GIBIBYTE = 2 ** 30;

/** Every target that the results have figures for. */
export function targetsOf(results: Results): Target[] {
  return [...readTargets(results), ...ingestTargets(results), ...servingTargets(results)];
}

const INDEX = 'marquee index';
const PEER = 'PostGraphile';

function readTargets({ reads }: Results): Target[] {
  const row = (want: Partial<ReadRow>): ReadRow | undefined => reads.find((one) => matches(one, want));
  const ours = reads.filter(({ name }) => name === INDEX);
  const faster = (one: ReadRow, bounds: { floor: number; goal: number }): Target[] => {
    const peer = reads.find((other) => matches(other, { name: PEER, ...sameAsk(one) }));
    if (peer === undefined) return [];
    const what = `${one.workload}, ${one.distribution}, ${paceText(one)}, caches ${one.caches}`;
    const times = { unit: ' times', more: true };
    return [
      { figure: `${what}: req/s against ${PEER}`, value: one.perSecond / peer.perSecond, ...bounds, ...times },
      { figure: `${what}: p50 of ${PEER} against ours`, value: peer.p50Ms / one.p50Ms, floor: 1, goal: 1, ...times },
      { figure: `${what}: p99 of ${PEER} against ours`, value: peer.p99Ms / one.p99Ms, floor: 1, goal: 1, ...times },
    ];
  };
  const closed = ours.filter(({ pace }) => 'clients' in pace);
  const uniform = closed.filter((one) => isOneOf(one.workload, ['nested', 'deep']) && one.distribution === 'uniform');
  const popular = closed.filter((one) => one.workload === 'nested' && one.distribution === 'zipf');
  const cards = closed.filter((one) => one.workload === 'card' && 'clients' in one.pace && one.pace.clients >= 16);
  return [
    ...uniform.filter(({ caches }) => caches === 'off').flatMap((one) => faster(one, { floor: 2, goal: 3 })),
    ...popular.flatMap((one) => faster(one, { floor: 3, goal: 6 })),
    ...cards.flatMap((one) => {
      const ceiling = row({ name: 'constant Yoga', workload: 'card', pace: one.pace });
      if (ceiling === undefined) return [];
      return {
        figure: `card, ${one.distribution}, ${paceText(one)}, caches ${one.caches}: of the constant Yoga`,
        value: (one.perSecond / ceiling.perSecond) * 100,
        floor: one.distribution === 'hot' ? 90 : 50,
        goal: one.distribution === 'hot' ? 90 : 80,
        more: true,
        unit: ' %',
      };
    }),
  ];
}

function ingestTargets({ ingests }: Results): Target[] {
  const row = (name: string): IngestRow | undefined => ingests.find((one) => one.name === name);
  const whole = row(WHOLE);
  if (whole === undefined) return [];
  const peer = row(IMDB_SQLITE);
  const floor = row(FLOOR);
  const night = row(RATINGS_NIGHT);
  const changed = row(CHANGED_NIGHT);
  const share = { more: false, unit: ' times' };
  const peaks = [whole, night, changed].map((one) => one?.peakBytes ?? 0);
  const targets: (Target | undefined)[] = [
    peer && {
      figure: 'whole ingest against imdb-sqlite',
      value: whole.seconds / peer.seconds,
      floor: 1 / 2,
      goal: 1 / 3,
      ...share,
    },
    floor && { figure: 'whole ingest against zcat', value: whole.seconds / floor.seconds, floor: 9, goal: 6, ...share },
    {
      figure: 'peak memory of an ingest',
      value: Math.max(...peaks) / GIBIBYTE,
      floor: 5,
      goal: 4,
      more: false,
      unit: ' GiB',
    },
    night && {
      figure: 'only ratings changed, against the whole ingest',
      value: night.seconds / whole.seconds,
      floor: 1 / 2,
      goal: 1 / 3,
      ...share,
    },
    peer?.sizeBytes === undefined || whole.sizeBytes === undefined
      ? undefined
      : {
          figure: 'size against imdb-sqlite',
          value: whole.sizeBytes / peer.sizeBytes,
          floor: 2 / 3,
          goal: 1 / 2,
          ...share,
        },
  ];
  return targets.filter((target) => target !== undefined);
}

/** p99 that is good enough, whatever it is when idle. */
const GOOD_P99_MS = 15;

function servingTargets({ reads, figures }: Results): Target[] {
  const row = (name: string, workload = 'nested'): ReadRow | undefined =>
    reads.find((one) => one.name === name && one.workload === workload);
  const targets: Target[] = [];
  const [idle, busy] = [row(IDLE), row(INGESTING)];
  if (idle !== undefined && busy !== undefined) {
    const times = busy.p99Ms / idle.p99Ms;
    const goal = Math.max(4, GOOD_P99_MS / idle.p99Ms);
    targets.push(
      {
        figure: 'p99 while an ingest runs, against idle',
        value: times,
        floor: Math.max(8, goal),
        goal,
        more: false,
        unit: ' times',
      },
      { figure: 'failures while an ingest runs', value: busy.failures, floor: 0, goal: 0, more: false, unit: '' },
    );
  }
  const { startSeconds, idleBytes } = figures;
  if (startSeconds !== undefined) {
    targets.push({ figure: 'start to first answer', value: startSeconds, floor: 3, goal: 1, more: false, unit: ' s' });
  }
  if (idleBytes !== undefined) {
    targets.push({
      figure: 'idle memory',
      value: idleBytes / GIBIBYTE,
      floor: 1.5,
      goal: 0.7,
      more: false,
      unit: ' GiB',
    });
  }
  for (const [page, counted] of Object.entries(COUNTED)) {
    const [without, with_] = [row(INDEX, page), row(INDEX, counted)];
    if (without === undefined || with_ === undefined) continue;
    targets.push({
      figure: `totalCount of a ${page}`,
      value: with_.p50Ms / without.p50Ms,
      floor: 2,
      goal: 1.1,
      more: false,
      unit: ' times',
    });
  }
  for (const two of reads.filter(({ name }) => name === workersName(2))) {
    const one = reads.find((other) => matches(other, { name: workersName(1), ...sameAsk(two) }));
    if (one === undefined) continue;
    targets.push({
      figure: `two workers against one, ${paceText(two)}`,
      value: two.perSecond / one.perSecond,
      floor: 1.3,
      goal: 1.6,
      more: true,
      unit: ' times',
    });
  }
  return targets;
}

function sameAsk({ workload, distribution, pace }: ReadRow): Partial<ReadRow> {
  return { workload, distribution, pace };
}

function matches(row: ReadRow, want: Partial<ReadRow>): boolean {
  return Object.entries(want).every(
    ([key, value]) => JSON.stringify(row[key as keyof ReadRow]) === JSON.stringify(value),
  );
}

function isOneOf(text: string, words: readonly string[]): boolean {
  return words.includes(text);
}
