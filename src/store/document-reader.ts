import { LRUCache } from 'lru-cache';

import type { DocumentFile } from './document-file.ts';
import type { JsonValue } from './json-value.ts';
import type { LookupReader, LookupReaderOptions } from './lookup-reader.ts';
import { ENTRY_CHARACTERS, MAX_CACHED_CHARACTERS } from './lookup-reader.ts';

export interface DocumentReaderOptions<T> extends Omit<LookupReaderOptions<T>, 'pool'> {
  file: DocumentFile;
}

/** Reads the documents of one lookup from their file. There is nothing to wait for, and so nothing to batch. */
export function createDocumentReader<T extends object>(options: DocumentReaderOptions<T>): LookupReader<T> {
  const { file, lookup, decode, cache: cacheOptions, onBatch } = options;
  const cache = new LRUCache<number, { text: string | null }>({
    max: cacheOptions.max,
    ttl: cacheOptions.ttlMs,
    maxSize: MAX_CACHED_CHARACTERS,
    ttlResolution: 1000,
  });

  function read(key: number): string | null {
    const kept = cache.get(key);
    if (kept !== undefined) return kept.text;
    const text = file.read(key);
    cache.set(key, { text }, { size: (text?.length ?? 0) + ENTRY_CHARACTERS });
    return text;
  }

  return {
    many(keys) {
      const started = performance.now();
      const wanted = onBatch === undefined ? 0 : new Set(keys.filter((key) => !cache.has(key))).size;
      const documents = keys.map((key) => {
        const text = read(key);
        return text === null ? null : decode(key, JSON.parse(`[${text}]`) as JsonValue[][]);
      });
      if (wanted > 0) onBatch?.({ lookup: lookup.name, keys: wanted, durationMs: performance.now() - started });
      return Promise.resolve(documents);
    },
  };
}
