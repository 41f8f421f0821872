import type { Distribution } from './key-sampler.ts';
import type { Pace } from './load-job.ts';
import { runLoad } from './run-load.ts';
import type { MeasuredLoad } from './run-load.ts';
import type { RunningServer } from '../processes/start-server.ts';
import type { PoolName, Target } from './workloads.ts';
import { workloadOf } from './workloads.ts';

/** What is asked of a server in one measurement. */
export interface Ask {
  workload: string;
  distribution: Distribution;
  pace: Pace;
}

/** The server that is asked, as the table names it. */
export interface Subject {
  name: string;
  target: Target;
  /** `off`: no application cache. `on`: as it comes, after the warm-up. */
  caches: 'on' | 'off';
}

export interface ReadRow extends Subject, Ask, MeasuredLoad {}

export interface ReadOptions {
  pools: Record<PoolName, string>;
  seconds: number;
  warmupSeconds: number;
  /** Ends each measurement before its time. */
  until?: Promise<unknown>;
  onRow: (row: ReadRow) => void;
}

const SEED = 1;

/** Takes the measurements one after another; each draws ids that none before it has drawn. */
export async function measureReads(
  { server, subject, asks }: { server: RunningServer; subject: Subject; asks: readonly Ask[] },
  { pools, seconds, warmupSeconds, until, onRow }: ReadOptions,
): Promise<void> {
  const drawn = new Map<PoolName, number>();
  for (const ask of asks) {
    const { pool } = workloadOf(ask.workload);
    const skip = drawn.get(pool) ?? 0;
    const job = { ...ask, url: server.url, target: subject.target, pools, seed: SEED, skip, warmupSeconds, seconds };
    const measured = await runLoad(job, { serverPids: server.pids, ...(until && { until }) });
    drawn.set(pool, skip + measured.drawn);
    onRow({ ...subject, ...ask, ...measured });
  }
}

export function paceText({ pace }: Pick<Ask, 'pace'>): string {
  return 'clients' in pace ? `${pace.clients} clients` : `${pace.perSecond}/s`;
}
