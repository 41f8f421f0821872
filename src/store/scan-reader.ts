import type { DuckDBValue, JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

import { ClientError } from '../errors.ts';
import type { ConnectionPool, RowsOptions } from './connection-pool.ts';
import type { CacheOptions } from './lookup-reader.ts';

/** Queries over whole tables of one build, which never changes: equal ones are asked once and remembered. */
export interface ScanReader {
  /** @throws ClientError `OVERLOADED` where too many wait, `QUERY_TIMEOUT` where one takes too long. */
  rows(sql: string, values: readonly DuckDBValue[], options?: Pick<RowsOptions, 'keep'>): Promise<readonly JS[][]>;
}

/** Scans that wait or run. More than these would only be answered after everybody has gone. */
const MAX_WAITING = 100;
/** Values kept by the cache, whatever its number of entries. */
const MAX_CACHED_VALUES = 2_000_000;

export function createScanReader(
  pool: ConnectionPool,
  { cache: { max, ttlMs }, timeoutMs }: { cache: CacheOptions; timeoutMs: number },
): ScanReader {
  const cache = new LRUCache<string, readonly JS[][]>({
    max,
    ttl: ttlMs,
    ttlResolution: 1000,
    maxSize: MAX_CACHED_VALUES,
  });
  const asked = new Map<string, Promise<readonly JS[][]>>();

  async function read(
    key: string,
    { sql, values, keep }: { sql: string; values: readonly DuckDBValue[]; keep?: boolean | undefined },
  ) {
    try {
      const rows = await pool.rows(sql, values, { timeoutMs, keep });
      cache.set(key, rows, { size: 1 + rows.length * (rows[0]?.length ?? 0) });
      return rows;
    } finally {
      asked.delete(key);
    }
  }

  return {
    async rows(sql, values, { keep } = {}) {
      const key = JSON.stringify([sql, values]);
      const known = cache.get(key) ?? asked.get(key);
      if (known !== undefined) return known;
      if (asked.size >= MAX_WAITING) {
        throw new ClientError('OVERLOADED', 'Too many lists and searches are being read: try again in a moment.');
      }
      const rows = read(key, { sql, values, keep });
      asked.set(key, rows);
      return rows;
    },
  };
}
