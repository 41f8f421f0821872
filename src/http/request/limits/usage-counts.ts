import type { Logger } from '../../../process/logger.ts';
import type { RateRule } from './rate-rules.ts';
import type { Usage, UsageStore } from './usage-store.ts';

/** What clients use, as a store counts it; undefined while it does not answer. */
export interface UsageCounts {
  add(rule: RateRule, use: { key: string; amount: number }): Promise<Usage | undefined>;
  get(rule: RateRule, key: string): Promise<Usage | undefined>;
}

/** A store that does not answer is logged once in this time. */
const LOG_EVERY_MS = 60_000;

/** Counts in a store whose faults are logged and hold nobody up: no request is refused for one. */
export function createUsageCounts(store: UsageStore, log: Logger): UsageCounts {
  let loggedAtMs = -Infinity;

  async function orUncounted(counting: Promise<Usage | undefined>): Promise<Usage | undefined> {
    try {
      return await counting;
    } catch (err) {
      if (performance.now() - loggedAtMs > LOG_EVERY_MS) {
        loggedAtMs = performance.now();
        log.warn({ event: 'rate limits not counted', err });
      }
      return undefined;
    }
  }

  return {
    add: (rule, use) => orUncounted(store.add(rule, use)),
    get: (rule, key) => orUncounted(store.get(rule, key)),
  };
}
