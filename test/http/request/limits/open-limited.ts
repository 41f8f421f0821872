import { createAddressOf } from '../../../../src/http/request/address/client-address.ts';
import { createRateLimits } from '../../../../src/http/request/limits/rate-limits.ts';
import type { RateLimits } from '../../../../src/http/request/limits/rate-limits.ts';
import { parseRateRule } from '../../../../src/http/request/limits/rate-rules.ts';
import type { RateRule } from '../../../../src/http/request/limits/rate-rules.ts';
import { createUsageStore } from '../../../../src/http/request/limits/usage-store.ts';
import { SILENT_LOG } from '../../../support/ingest.ts';
import { openLane } from '../../open-lane.ts';

export function rulesIn(text: string): RateRule[] {
  return text
    .split(',')
    .map(parseRateRule)
    .filter((rule) => rule !== undefined);
}

export function limitsOf(text: string): RateLimits {
  const rules = rulesIn(text);
  return createRateLimits({ rules, store: createUsageStore(rules, { shared: false }), log: SILENT_LOG });
}

/** What a client sees of an answer and of its limits. */
export interface Seen {
  status: number;
  code: string | undefined;
  message: string | undefined;
  retryAfter: string | null;
  limit: string | null;
  policy: string | null;
}

export const CLIENT = '203.0.113.5';

/** For one test: a server with the fast lane and rate limits, behind a proxy on this machine. */
export async function openLimited(text: string) {
  const lane = await openLane({ addressOf: createAddressOf(['127.0.0.1']) }, { rateLimits: limitsOf(text) });
  async function ask(query: string, { client = CLIENT }: { client?: string } = {}): Promise<Seen> {
    const response = await lane.post({ query }, { 'x-forwarded-for': client });
    const body = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
    const [error] = body.errors ?? [];
    const [retryAfter = null, limit = null, policy = null] = ['retry-after', 'ratelimit', 'ratelimit-policy'].map(
      (name) => response.headers.get(name),
    );
    return {
      status: response.status,
      code: error?.extensions.code,
      message: error?.message,
      retryAfter,
      limit,
      policy,
    };
  }
  return { ...lane, ask };
}
