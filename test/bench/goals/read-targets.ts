import { workersName } from '../parts/bench-workers.ts';
import { paceText } from '../load/reads.ts';
import type { ReadRow } from '../load/reads.ts';
import type { Target } from './targets.ts';

const INDEX = 'marquee index';
const PEER = 'PostGraphile';
const CEILING = 'constant Yoga';

/** Reads against the peer, the ceiling, and one process against two: as far as there are rows to compare. */
export function readTargets(reads: readonly ReadRow[]): Target[] {
  return reads.flatMap((row) => {
    const other = (name: string, want: Partial<ReadRow> = {}): ReadRow | undefined =>
      reads.find((one) => one.name === name && isSameLoad(one, { ...row, ...want }));
    if (row.name === workersName(2)) return againstOne(row, other(workersName(1)));
    if (row.name !== INDEX || !('clients' in row.pace)) return [];
    switch (`${row.workload} ${row.distribution} ${row.caches}`) {
      case 'nested uniform off':
      case 'deep uniform off':
        return againstPeer(row, { peer: other(PEER), floor: 2, goal: 3 });
      case 'nested zipf on':
        return againstPeer(row, { peer: other(PEER), floor: 3, goal: 6 });
      case 'card uniform off':
      case 'card uniform on':
        return againstCeiling(row, { ceiling: other(CEILING), floor: 50, goal: 80 });
      case 'card hot on':
        return againstCeiling(row, { ceiling: other(CEILING, { distribution: 'uniform' }), floor: 90, goal: 90 });
      default:
        return [];
    }
  });
}

/** More requests, and none of the latencies that users see worse. */
function againstPeer(
  row: ReadRow,
  { peer, floor, goal }: { peer: ReadRow | undefined; floor: number; goal: number },
): Target[] {
  if (peer === undefined) return [];
  const times = { more: true, unit: ' times' };
  const ratio = (figure: string, value: number): Target => ({ figure, value, floor: 1, goal: 1, ...times });
  return [
    { figure: `${asked(row)}: req/s against ${PEER}`, value: row.perSecond / peer.perSecond, floor, goal, ...times },
    ratio(`${asked(row)}: p50 of ${PEER} against ours`, peer.p50Ms / row.p50Ms),
    ratio(`${asked(row)}: p99 of ${PEER} against ours`, peer.p99Ms / row.p99Ms),
  ];
}

function againstCeiling(
  row: ReadRow,
  { ceiling, floor, goal }: { ceiling: ReadRow | undefined; floor: number; goal: number },
): Target[] {
  if (ceiling === undefined || !('clients' in row.pace) || row.pace.clients === 1) return [];
  const value = (row.perSecond / ceiling.perSecond) * 100;
  return [{ figure: `${asked(row)}: req/s of the ${CEILING}`, value, floor, goal, more: true, unit: ' %' }];
}

function againstOne(two: ReadRow, one: ReadRow | undefined): Target[] {
  if (one === undefined) return [];
  const value = two.perSecond / one.perSecond;
  return [
    { figure: `two workers against one, ${asked(two)}`, value, floor: 1.3, goal: 1.6, more: true, unit: ' times' },
  ];
}

function asked(row: ReadRow): string {
  return `${row.workload}, ${row.distribution}, ${paceText(row)}, caches ${row.caches}`;
}

function isSameLoad(one: ReadRow, other: ReadRow): boolean {
  const { workload, distribution } = one;
  return workload === other.workload && distribution === other.distribution && paceText(one) === paceText(other);
}
