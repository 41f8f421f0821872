import { createHash } from 'node:crypto';

import type { DuckDBValue, JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { Wait } from '../../process/wait.ts';
import type { Condition } from './conditions.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { createFoundTables } from './found-tables.ts';
import type { FoundTable } from './found-tables.ts';
import type { Postings } from '../../formats/postings/postings.ts';
import { orAbort, sharedWork } from './shared-work.ts';
import type { CacheOptions } from '../documents/text-cache.ts';
import { tooLong } from '../../duckdb/too-long.ts';
import { readWordList } from '../search/terms/term-dictionary.ts';
import type { WordList } from '../search/terms/term-dictionary.ts';

/** Queries over whole tables of one build, which never changes: equal ones are asked once and remembered. */
export interface ScanReader {
  /**
   * A query ends when every one who asked for it has gone.
   * @throws ClientError `OVERLOADED` where too many wait, `QUERY_TIMEOUT` where one takes too long; the signal's reason
   * where that aborts.
   */
  rows(sql: string, values: readonly DuckDBValue[], signal?: AbortSignal): Promise<readonly JS[][]>;
  /**
   * A table with the rows of a slow SELECT, for several queries to go on with; null where there is no room for it.
   * @throws as `rows`.
   */
  found(select: Condition, signal?: AbortSignal): Promise<FoundTable | null>;
  /** The vocabulary of search, which the first who asks for it waits for. */
  words(): Promise<WordList>;
  /** The lists of search; undefined where the build has none that can be read. */
  postings: Postings | undefined;
  /**
   * For work that takes turns with other requests, and began then by `performance.now`: settles when it may go on.
   * @throws ClientError `QUERY_TIMEOUT`, or the reason for which nobody waits any more.
   */
  goOn(began: number): Promise<void>;
}

/** Values kept by the cache, whatever its number of entries. */
const MAX_CACHED_VALUES = 2_000_000;

const LONGEST_KEY = 4096;

export function createScanReader(
  pool: ConnectionPool,
  {
    cache: { max, ttlMs },
    timeoutMs,
    postings,
    kept = [],
  }: {
    cache: CacheOptions;
    timeoutMs: number;
    postings?: Postings | undefined;
    /** Queries that stay prepared: few, that take longer to plan than to run. */
    kept?: readonly string[];
  },
): ScanReader {
  const cache = new LRUCache<string, readonly JS[][]>({
    max,
    ttl: ttlMs,
    ttlResolution: 1000,
    maxSize: MAX_CACHED_VALUES,
  });
  const shared = sharedWork<readonly JS[][]>();
  const tables = createFoundTables(pool);

  async function ask(key: string, { sql, values, stop }: Condition & { stop: AbortSignal }): Promise<readonly JS[][]> {
    const found = await pool.rows(sql, values, { timeoutMs, signal: stop, keep: kept.includes(sql) });
    cache.set(key, found, { size: 1 + found.length * (found[0]?.length ?? 0) });
    return found;
  }

  let words: Promise<WordList> | undefined;

  return {
    postings,
    async goOn(began) {
      if (isTurnOver()) await nextTurn();
      if (performance.now() - began > timeoutMs) throw tooLong();
    },
    words: () =>
      (words ??= readWordList(pool, timeoutMs).catch((error: unknown) => {
        words = undefined;
        throw error;
      })),
    async rows(sql, values, signal) {
      const key = keyOf(sql, values);
      return cache.get(key) ?? shared(key, (stop) => ask(key, { sql, values, stop }), signal);
    },
    found: (select, signal) => tables.find(select, { timeoutMs, signal }),
  };
}

/** What is long need not be kept to be known again. */
function keyOf(sql: string, values: readonly DuckDBValue[]): string {
  const text = JSON.stringify([sql, values]);
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64');
}

/** The reader of one request: it asks no more, and waits no longer, once the signal of whoever waits aborts. */
export function scanUntil(scan: ScanReader, wait: Wait | undefined): ScanReader {
  if (wait === undefined) return scan;
  return {
    rows: (sql, values) => scan.rows(sql, values, wait.signal),
    found: (select) => scan.found(select, wait.signal),
    words: () => orAbort(scan.words(), wait.signal),
    postings: scan.postings,
    async goOn(began) {
      if (isTurnOver()) await nextTurn(wait);
      wait.signal.throwIfAborted();
      await scan.goOn(began);
    },
  };
}
