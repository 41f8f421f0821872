import { createHash } from 'node:crypto';

import type { DuckDBValue, JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import type { CacheOptions } from '../documents/text-cache.ts';
import type { Condition } from './conditions.ts';
import { sharedWork } from './shared-work.ts';

/** Queries over whole tables of one build, which never changes: equal ones are asked once and remembered. */
export interface Queries {
  /**
   * A query ends when every one who asked for it has gone.
   * @throws ClientError `OVERLOADED` where too many wait, `QUERY_TIMEOUT` where one takes too long; the signal's reason
   * where that aborts.
   */
  rows(sql: string, values: readonly DuckDBValue[], signal?: AbortSignal): Promise<readonly JS[][]>;
}

export interface QueriesOptions {
  cache: CacheOptions;
  timeoutMs: number;
  /** Queries that stay prepared: few, that take longer to plan than to run. */
  kept?: readonly string[];
}

/** Values kept by the cache, whatever its number of entries. */
const MAX_CACHED_VALUES = 2_000_000;

const LONGEST_KEY = 4096;

export function createQueries(
  pool: ConnectionPool,
  { cache: { max, ttlMs }, timeoutMs, kept = [] }: QueriesOptions,
): Queries {
  const cache = new LRUCache<string, readonly JS[][]>({
    max,
    ttl: ttlMs,
    ttlResolution: 1000,
    maxSize: MAX_CACHED_VALUES,
  });
  const shared = sharedWork<readonly JS[][]>();

  async function ask(key: string, { sql, values, stop }: Condition & { stop: AbortSignal }): Promise<readonly JS[][]> {
    const found = await pool.rows(sql, values, { timeoutMs, signal: stop, keep: kept.includes(sql) });
    cache.set(key, found, { size: 1 + found.length * (found[0]?.length ?? 0) });
    return found;
  }

  return {
    async rows(sql, values, signal) {
      const key = keyOf(sql, values);
      return cache.get(key) ?? shared(key, (stop) => ask(key, { sql, values, stop }), signal);
    },
  };
}

/** What is long need not be kept to be known again. */
function keyOf(sql: string, values: readonly DuckDBValue[]): string {
  const text = JSON.stringify([sql, values]);
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64');
}
