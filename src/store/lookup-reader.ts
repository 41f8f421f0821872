import type { JS } from '@duckdb/node-api';
import { LRUCache } from 'lru-cache';

import type { Lookup } from '../dataset/lookups.ts';
import type { ConnectionPool } from './connection-pool.ts';

/** Told of every batch that goes to DuckDB. */
export type OnBatch = (batch: { lookup: string; keys: number; durationMs: number }) => void;

export interface LookupReaderOptions<T> {
  lookup: Lookup;
  /** The columns to read beside the key. */
  columns: readonly string[];
  /** Makes the document of a key's rows, of which each is the key and the columns above. */
  decode: (rows: readonly JS[][]) => T;
  pool: ConnectionPool;
  cache: CacheOptions;
  onBatch: OnBatch | undefined;
}

export interface CacheOptions {
  /** Entries. */
  max: number;
  ttlMs: number;
}

/** Reads the documents of one lookup of one build by key. */
export interface LookupReader<T> {
  /** In the order of the keys, null for a key that has no document. */
  many(keys: readonly number[]): Promise<(T | null)[]>;
}

/** Keys of one query. With more than 2,048, DuckDB reads the whole table instead of the index. */
const MAX_BATCH_KEYS = 2000;
/** Queries of one lookup that run at a time; what arrives meanwhile forms the next one. */
const MAX_RUNNING = 2;
/**
 * Text kept by the cache of one lookup, whatever its number of entries: some series have thousands of episodes.
 * Decoded, a document takes about three times its text, so that this is some 50 MB of memory.
 */
const MAX_CACHED_CHARACTERS = 16 << 20;
const ENTRY_CHARACTERS = 100;

interface Batch<T> {
  keys: Set<number>;
  done: Promise<void>;
  begin: () => void;
  found: Map<number, T>;
}

/**
 * The layer that all requests share behind their DataLoaders: documents come from the cache, from a batch that
 * already asks for them, or from the next batch, which holds the keys of all requests that wait.
 */
export function createLookupReader<T extends object>(options: LookupReaderOptions<T>): LookupReader<T> {
  const { cache: cacheOptions, lookup } = options;
  const cache = new LRUCache<number, { document: T | null }>({
    max: cacheOptions.max,
    ttl: cacheOptions.ttlMs,
    maxSize: MAX_CACHED_CHARACTERS,
    ttlResolution: 1000,
  });
  const asked = new Map<number, Batch<T>>();
  const queue: Batch<T>[] = [];
  let running = 0;

  function newBatch(): Batch<T> {
    const batch = createBatch((full) => read(full, { ...options, remember }));
    queue.push(batch);
    return batch;
  }

  function batchFor(key: number): Batch<T> {
    const existing = asked.get(key);
    if (existing !== undefined) return existing;
    let batch = queue.at(-1);
    if (batch === undefined || batch.keys.size >= MAX_BATCH_KEYS) batch = newBatch();
    batch.keys.add(key);
    asked.set(key, batch);
    return batch;
  }

  function remember(key: number, document: T | null, characters: number): void {
    cache.set(key, { document }, { size: characters + ENTRY_CHARACTERS });
  }

  function start(): void {
    while (running < MAX_RUNNING) {
      const batch = queue.shift();
      if (batch === undefined) return;
      running += 1;
      const ended = (): void => {
        running -= 1;
        for (const key of batch.keys) asked.delete(key);
        start();
      };
      batch.done.then(ended, ended);
      batch.begin();
    }
  }

  return {
    async many(keys) {
      // The keys of one call stay together: a level of a request is one batch.
      const last = queue.at(-1);
      if (last !== undefined && last.keys.size + keys.length > MAX_BATCH_KEYS) newBatch();
      const sources = keys.map((key) => cache.get(key) ?? batchFor(key));
      const batches = new Set(sources.filter((source) => 'found' in source));
      if (batches.size > 0) {
        start();
        await Promise.all([...batches].map(({ done }) => done));
      }
      return sources.map((source, index) =>
        'found' in source ? (source.found.get(keys[index] ?? NaN) ?? null) : source.document,
      );
    },
  };

  function createBatch(run: (batch: Batch<T>) => Promise<void>): Batch<T> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const batch: Batch<T> = { keys: new Set(), found: new Map(), begin: () => resolve(run(batch)), done: promise };
    return batch;
  }

  async function read(
    batch: Batch<T>,
    { pool, columns, decode, onBatch }: LookupReaderOptions<T> & { remember: typeof remember },
  ): Promise<void> {
    const started = performance.now();
    const keys = [...batch.keys];
    const places = keys.map((_, index) => `$${index + 1}`).join(', ');
    const selected = [lookup.key, ...columns].join(', ');
    const rows = await pool.rows(
      'lookup',
      `SELECT ${selected} FROM ${lookup.name} WHERE ${lookup.key} IN (${places})`,
      keys,
    );
    for (const [key, rowsOfKey] of Map.groupBy(rows, ([id]) => Number(id))) {
      const document = decode(rowsOfKey);
      batch.found.set(key, document);
      remember(key, document, textLength(rowsOfKey));
    }
    for (const key of keys) if (!batch.found.has(key)) remember(key, null, 0);
    onBatch?.({ lookup: lookup.name, keys: keys.length, durationMs: performance.now() - started });
  }
}

function textLength(rows: readonly JS[][]): number {
  let length = 0;
  for (const value of rows.flat()) if (typeof value === 'string') length += value.length;
  return length;
}
