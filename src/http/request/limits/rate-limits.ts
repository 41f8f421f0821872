import type { GraphQLSchema } from 'graphql';

import { UsageError } from '../../../errors.ts';
import type { Client } from '../../../graphql/base/client.ts';
import type { Logger } from '../../../process/logger.ts';
import { createAllowance } from './client-allowance.ts';
import type { ClientAllowance } from './client-allowance.ts';
import { COST, REQUESTS, rulesOf } from './rate-rules.ts';
import type { RateRule } from './rate-rules.ts';
import { createUsageCounts } from './usage-counts.ts';
import type { UsageStore } from './usage-store.ts';

/** The rate limits of all clients. */
export interface RateLimits {
  /** The limits of a client, for one request; undefined if there is none for its role. */
  of(client: Client): ClientAllowance | undefined;
}

export interface RateLimitsOptions {
  rules: readonly RateRule[];
  store: UsageStore;
  log: Logger;
}

export function createRateLimits({ rules, store, log }: RateLimitsOptions): RateLimits {
  const byRole = new Map((['ANONYMOUS', 'READER', 'ADMIN'] as const).map((role) => [role, rulesOf(role, rules)]));
  const counts = createUsageCounts(store, log);
  return {
    of({ role, key }) {
      const own = byRole.get(role) ?? [];
      return own.length === 0 ? undefined : createAllowance(own, { key, counts });
    },
  };
}

/**
 * Checks what the rules name.
 * @throws UsageError if a rule names no root field of the schema, or counts costs where none are computed.
 */
export function checkRateRules(
  rules: readonly RateRule[],
  { schema, hasCosts }: { schema: GraphQLSchema; hasCosts: boolean },
): void {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = new Set(types.flatMap((type) => Object.keys(type?.getFields() ?? {})));
  for (const { id, name } of rules) {
    if (name === COST && !hasCosts) {
      throw new UsageError(
        `RATE_LIMITS limits ${id}, and COST_MODE=off computes no costs: set it to measure or enforce.`,
      );
    }
    if (name !== COST && name !== REQUESTS && !fields.has(name)) {
      throw new UsageError(
        `RATE_LIMITS limits ${id}: "${name}" is neither ${COST}, ${REQUESTS} nor a root field of the schema, such as search.`,
      );
    }
  }
}
