import { createHash } from 'node:crypto';

import type { DuckDBValue, JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

import { ClientError } from '../errors.ts';
import { tooLong } from './connection-pool.ts';
import type { ConnectionPool } from './connection-pool.ts';
import type { Postings } from './search/lists/postings.ts';
import type { CacheOptions } from './text-cache.ts';
import { readWordList } from './search/word-list.ts';
import type { WordList } from './search/word-list.ts';

/** Queries over whole tables of one build, which never changes: equal ones are asked once and remembered. */
export interface ScanReader {
  /**
   * A query ends when every one who asked for it has gone.
   * @throws ClientError `OVERLOADED` where too many wait, `QUERY_TIMEOUT` where one takes too long; the signal's reason
   * where that aborts.
   */
  rows(sql: string, values: readonly DuckDBValue[], signal?: AbortSignal): Promise<readonly JS[][]>;
  /** The vocabulary of search, which the first who asks for it waits for. */
  words(): Promise<WordList>;
  /** The lists of search; undefined where the build has none that can be read. */
  postings: Postings | undefined;
  /**
   * For work that takes turns with other requests: whether it may go on that began then, by `performance.now`.
   * @throws ClientError `QUERY_TIMEOUT`, or the signal's reason.
   */
  mayGoOn(began: number): void;
}

/** Scans that wait or run. More than these would only be answered after everybody has gone. */
const MAX_WAITING = 100;
/** Values kept by the cache, whatever its number of entries. */
const MAX_CACHED_VALUES = 2_000_000;

const LONGEST_KEY = 4096;

interface Asked {
  rows: Promise<readonly JS[][]>;
  /** Those who wait for it. */
  waiting: number;
  stop: AbortController;
}

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
  const asked = new Map<string, Asked>();

  function ask(key: string, { sql, values }: { sql: string; values: readonly DuckDBValue[] }): Asked {
    if (asked.size >= MAX_WAITING) {
      throw new ClientError('OVERLOADED', 'Too many lists and searches are being read: try again in a moment.');
    }
    const stop = new AbortController();
    const rows = pool.rows(sql, values, { timeoutMs, signal: stop.signal, keep: kept.includes(sql) }).then((found) => {
      cache.set(key, found, { size: 1 + found.length * (found[0]?.length ?? 0) });
      return found;
    });
    const query: Asked = { rows, waiting: 0, stop };
    asked.set(key, query);
    const forget = (): void => {
      if (asked.get(key) === query) asked.delete(key);
    };
    rows.then(forget, forget);
    return query;
  }

  let words: Promise<WordList> | undefined;

  return {
    postings,
    mayGoOn(began) {
      if (performance.now() - began > timeoutMs) throw tooLong();
    },
    words: () =>
      (words ??= readWordList(pool, timeoutMs).catch((error: unknown) => {
        words = undefined;
        throw error;
      })),
    async rows(sql, values, signal) {
      const key = keyOf(sql, values);
      const known = cache.get(key);
      if (known !== undefined) return known;
      signal?.throwIfAborted();
      const query = asked.get(key) ?? ask(key, { sql, values });
      query.waiting += 1;
      try {
        return await orAbort(query.rows, signal);
      } finally {
        query.waiting -= 1;
        if (query.waiting === 0 && signal?.aborted === true) {
          // Whoever asks from now on must not get what is being stopped.
          if (asked.get(key) === query) asked.delete(key);
          query.stop.abort(signal.reason);
        }
      }
    },
  };
}

/** What is long need not be kept to be known again. */
function keyOf(sql: string, values: readonly DuckDBValue[]): string {
  const text = JSON.stringify([sql, values]);
  return text.length <= LONGEST_KEY ? text : createHash('sha256').update(text).digest('base64');
}

/** The reader of one request: it asks no more, and waits no longer, once the signal aborts. */
export function scanUntil(scan: ScanReader, signal: AbortSignal | undefined): ScanReader {
  if (signal === undefined) return scan;
  return {
    rows: (sql, values) => scan.rows(sql, values, signal),
    words: () => orAbort(scan.words(), signal),
    postings: scan.postings,
    mayGoOn(began) {
      signal.throwIfAborted();
      scan.mayGoOn(began);
    },
  };
}

/** Settles as the promise does, or with the signal's reason when that aborts before. */
async function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
