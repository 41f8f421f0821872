import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { LiveWindows } from './live-windows.ts';
import type { RateRule } from './rate-rules.ts';

/** What one client has used under one rule, in the window that began with its first use. */
export interface Usage {
  used: number;
  /** Time until the window ends. */
  resetMs: number;
}

/** Counts what clients use, by rule and key of the client. */
export interface UsageStore {
  /**
   * Adds to what a client has used and returns the sum, in one step; a negative amount gives back.
   * @throws Error if the store does not answer, or counts no more clients.
   */
  add(rule: RateRule, use: { key: string; amount: number }): Promise<Usage>;
  /** What a client has used; undefined if nothing. */
  get(rule: RateRule, key: string): Promise<Usage | undefined>;
}

export interface UsageStoreOptions {
  /** Whether the processes of node:cluster count together. */
  shared: boolean;
  /** The most clients that this process counts under one rule at the same time; 100,000 by default, some 60 MB. */
  mostClients?: number;
}

/** Time in which the primary process has to answer. */
const ANSWER_MS = 1000;

/**
 * Counts in the memory of this process or, if it is `shared`, in that of the primary process of node:cluster, where
 * `RateLimiterClusterMaster` listens. The number of clients is bounded, because whoever has a /48 of IPv6 is 65,536 of
 * them; further ones are not counted until the windows of others end.
 */
export function createUsageStore(
  rules: readonly RateRule[],
  { shared, mostClients = 100_000 }: UsageStoreOptions,
): UsageStore {
  const windows = new Map(rules.map((rule) => [rule, new LiveWindows(rule.windowSeconds * 1000)]));
  const limiters = new Map(rules.map((rule) => [rule, createLimiter(rule, shared)]));

  function limiterOf(rule: RateRule): RateLimiterMemory | RateLimiterCluster {
    const limiter = limiters.get(rule);
    if (limiter === undefined) throw new Error(`there is no rule "${rule.id}" in this store`);
    return limiter;
  }

  return {
    async add(rule, { key, amount }) {
      const limiter = limiterOf(rule);
      const isFull = (windows.get(rule)?.count() ?? 0) >= mostClients;
      if (isFull && (await limiter.get(key)) === null) throw new Error(`${mostClients} clients are counted already`);
      // Neither of the two compares the sum with the limit, as `consume` does: whoever asks may count several rules.
      const { consumedPoints, msBeforeNext, isFirstInDuration } = await (amount < 0
        ? limiter.reward(key, -amount)
        : limiter.penalty(key, amount));
      if (isFirstInDuration) windows.get(rule)?.begin();
      return { used: Math.max(0, consumedPoints), resetMs: msBeforeNext };
    },
    async get(rule, key) {
      const found = await limiterOf(rule).get(key);
      if (!(found instanceof RateLimiterRes) || found.msBeforeNext <= 0) return undefined;
      return { used: Math.max(0, found.consumedPoints), resetMs: found.msBeforeNext };
    },
  };
}

function createLimiter(
  { id, limit, windowSeconds }: RateRule,
  shared: boolean,
): RateLimiterMemory | RateLimiterCluster {
  const options = { keyPrefix: id, points: limit, duration: windowSeconds };
  return shared ? new RateLimiterCluster({ ...options, timeoutMs: ANSWER_MS }) : new RateLimiterMemory(options);
}
