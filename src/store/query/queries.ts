import { createHash } from 'node:crypto';

import type { DuckDBValue, JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';
import type { Sql } from 'sql-template-tag';

import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import type { CacheOptions } from '../documents/text-cache.ts';
import { sharedWork } from './shared-work.ts';

/** Queries over whole tables of one build, which never changes: equal ones are asked once and remembered. */
export interface Queries {
  /**
   * A query ends when every one who asked for it has gone.
   * @throws ClientError `OVERLOADED` where too many wait, `QUERY_TIMEOUT` where one takes too long; the signal's reason
   * where that aborts.
   */
  rows(query: Sql, signal?: AbortSignal): Promise<readonly JS[][]>;
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

  async function ask(key: string, { text, values }: Bound, stop: AbortSignal): Promise<readonly JS[][]> {
    const found = await pool.rows(text, values, { timeoutMs, signal: stop, keep: kept.includes(text) });
    cache.set(key, found, { size: 1 + found.length * (found[0]?.length ?? 0) });
    return found;
  }

  return {
    async rows(query, signal) {
      const bound = boundOf(query);
      const key = keyOf(bound);
      return cache.get(key) ?? shared(key, (stop) => ask(key, bound, stop), signal);
    },
  };
}

/** The text of a query with the values that DuckDB binds. */
export interface Bound {
  text: string;
  values: readonly DuckDBValue[];
}

export function boundOf({ text, values }: Sql): Bound {
  return { text, values: values as DuckDBValue[] };
}

/** What is long need not be kept to be known again. */
function keyOf(bound: Bound): string {
  const key = JSON.stringify([bound.text, bound.values]);
  return key.length <= LONGEST_KEY ? key : createHash('sha256').update(key).digest('base64');
}
