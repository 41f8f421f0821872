import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts wrong tokens of each address, so that trying many is slow. */
export interface WrongTokens {
  /** Seconds until the address may try again; undefined if it may now. */
  waitOf(key: string): Promise<number | undefined>;
  add(key: string): Promise<void>;
}

/** Wrong tokens that an address may send in a window of time. */
const MOST = 10;
const WINDOW_SECONDS = 60;

export function createWrongTokens(): WrongTokens {
  const limiter = new RateLimiterMemory({ keyPrefix: '', points: MOST, duration: WINDOW_SECONDS });
  return {
    async waitOf(key) {
      const counted = await limiter.get(key);
      if (counted === null || counted.consumedPoints < MOST) return undefined;
      return Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
    },
    async add(key) {
      await limiter.penalty(key);
    },
  };
}
