import type { DocumentKind } from '../../dataset/indexes/document-kinds.ts';
import type { Wait } from '../../process/wait.ts';
import { documentRows, MAX_BATCH_KEYS } from './document-rows.ts';
import type { Tables } from './document-rows.ts';
import { createTextCache } from './text-cache.ts';
import type { CacheOptions } from './text-cache.ts';

/** Told of every batch that goes to DuckDB. */
export type OnBatch = (batch: { lookup: string; keys: number; durationMs: number }) => void;

export interface TableReaderOptions<T> {
  lookup: DocumentKind;
  /** Makes the document of the text of a key's items, which are in no promised order. */
  decode: (key: number, text: string) => T;
  /** Makes the same of numbers, where the lookup's file has those. */
  decodeNumbers?: ((key: number, numbers: Int32Array) => T) | undefined;
  tables: Tables;
  cache: CacheOptions;
  onBatch: OnBatch | undefined;
}

/** Reads the documents of one lookup of one build by key. */
export interface DocumentReader<T> {
  /**
   * In the order of the keys, null for a key that has no document.
   * @throws the reason for which nobody waits any more, where that comes before the end.
   */
  many(keys: readonly number[], wait?: Wait): Promise<(T | null)[]>;
}

/** Queries of one lookup that run at a time; what arrives meanwhile forms the next one. */
const MAX_RUNNING = 1;
interface Batch {
  keys: Set<number>;
  done: Promise<void>;
  begin: () => void;
  /** The items of a key, JSON arrays separated by commas. */
  found: Map<number, string>;
}

/**
 * Reads documents from the Parquet tables: the layer that all requests share behind their DataLoaders. They come from the cache, from a batch that
 * already asks for them, or from the next batch, which holds the keys of all requests that wait.
 */
export function createTableReader<T extends object>(options: TableReaderOptions<T>): DocumentReader<T> {
  const { cache: cacheOptions, lookup, tables, onBatch } = options;
  const cache = createTextCache<string>(cacheOptions);
  const asked = new Map<number, Batch>();
  const queue: Batch[] = [];
  let running = 0;

  function newBatch(): Batch {
    const batch = createBatch(read);
    queue.push(batch);
    return batch;
  }

  function batchFor(key: number): Batch {
    const existing = asked.get(key);
    if (existing !== undefined) return existing;
    let batch = queue.at(-1);
    if (batch === undefined || batch.keys.size >= MAX_BATCH_KEYS) batch = newBatch();
    batch.keys.add(key);
    asked.set(key, batch);
    return batch;
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
      const kept = keys.map((key) => cache.get(key));
      const wanted = keys.filter((key, index) => kept[index] === undefined && !asked.has(key)).length;
      const last = queue.at(-1);
      if (wanted > 0 && last !== undefined && last.keys.size + wanted > MAX_BATCH_KEYS) newBatch();
      const batches = keys.map((key, index) => (kept[index] === undefined ? batchFor(key) : undefined));
      const waited = new Set(batches.filter((batch) => batch !== undefined));
      if (waited.size > 0) {
        start();
        await Promise.all([...waited].map(({ done }) => done));
      }
      return keys.map((key, index) => {
        const text = kept[index] === undefined ? batches[index]?.found.get(key) : kept[index].text;
        return text == null ? null : options.decode(key, text);
      });
    },
  };

  function createBatch(run: (batch: Batch) => Promise<void>): Batch {
    const { promise, resolve } = Promise.withResolvers<void>();
    const batch: Batch = { keys: new Set(), found: new Map(), begin: () => resolve(run(batch)), done: promise };
    return batch;
  }

  async function read(batch: Batch): Promise<void> {
    const started = performance.now();
    const keys = [...batch.keys];
    for (const [key, text] of await documentRows(tables, { lookup, keys })) {
      const before = batch.found.get(key);
      batch.found.set(key, before === undefined ? text : `${before},${text}`);
    }
    for (const key of keys) cache.set(key, batch.found.get(key) ?? null);
    onBatch?.({ lookup: lookup.name, keys: keys.length, durationMs: performance.now() - started });
  }
}
