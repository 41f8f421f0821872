import type { RateRule } from '../limits/rate-rules.ts';
import type { UsageCounts } from '../limits/usage-counts.ts';

/** Counts wrong tokens of each address, so that trying many is slow. */
export interface WrongTokens {
  /** Seconds until the address may try again; undefined if it may now. */
  waitOf(key: string): Promise<number | undefined>;
  add(key: string): Promise<void>;
}

/** Wrong tokens that an address may send in a window. No rule of RATE_LIMITS has a name with a space. */
export const WRONG_TOKENS: RateRule = {
  id: 'wrong tokens',
  policy: 'wrong tokens',
  role: undefined,
  name: 'wrong tokens',
  limit: 10,
  windowSeconds: 60,
};

export function createWrongTokens(counts: UsageCounts): WrongTokens {
  return {
    async waitOf(key) {
      const { used, resetMs } = (await counts.get(WRONG_TOKENS, key)) ?? { used: 0, resetMs: 0 };
      return used < WRONG_TOKENS.limit ? undefined : Math.max(1, Math.ceil(resetMs / 1000));
    },
    async add(key) {
      await counts.add(WRONG_TOKENS, { key, amount: 1 });
    },
  };
}
