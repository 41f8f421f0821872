import type { Distribution } from './key-sampler.ts';
import type { Target } from './workloads.ts';

/** A fixed number of clients, each asking again as soon as it has its answer, or a constant rate, whatever returns. */
export type Pace = { clients: number } | { perSecond: number };

/** What the load process is told to do. */
export interface LoadJob {
  /** Where GraphQL is. */
  url: string;
  target: Target;
  workload: string;
  /** JSON files of the pools, by name. */
  pools: Record<string, string>;
  distribution: Distribution;
  seed: number;
  /** Draws that were made before. */
  skip: number;
  pace: Pace;
  warmupSeconds: number;
  /** Of measuring, unless the message `stop` comes before. */
  seconds: number;
}

/** What came of it, without the warm-up. */
export interface LoadResult {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
  /** Answers that were none, with `errors`, or without their root. */
  failures: number;
  /** The first of them. */
  failure?: string | undefined;
  /** Mean size of an answer. */
  answerBytes: number;
  /** Draws made, the warm-up's included. */
  drawn: number;
  /** CPU that this process itself used, as a share of one core: near 1 the load was the limit. */
  loadCpu: number;
}

export type LoadMessage = { event: 'warm' } | { event: 'done'; result: LoadResult };
