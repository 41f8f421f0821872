import type { DocumentFile } from './document-file.ts';
import type { JsonValue } from './json-value.ts';
import type { LookupReader, LookupReaderOptions } from './lookup-reader.ts';
import { createTextCache } from './text-cache.ts';

export interface DocumentReaderOptions<T> extends Omit<LookupReaderOptions<T>, 'pool'> {
  file: DocumentFile;
  /** Reads the same from the Parquet table, where the file is damaged. */
  instead: LookupReader<T>;
  onDamage: (error: unknown) => void;
}

/** Reads the documents of one lookup from their file. There is nothing to wait for, and so nothing to batch. */
export function createDocumentReader<T extends object>(options: DocumentReaderOptions<T>): LookupReader<T> {
  const { file, instead, onDamage, lookup, decode, cache: cacheOptions, onBatch } = options;
  const cache = createTextCache(cacheOptions);

  function read(key: number): string | null {
    const kept = cache.get(key);
    if (kept !== undefined) return kept.text;
    const text = file.read(key);
    cache.set(key, text);
    return text;
  }

  function readAll(keys: readonly number[]): (T | null)[] {
    const started = performance.now();
    const wanted = onBatch === undefined ? 0 : new Set(keys.filter((key) => cache.get(key) === undefined)).size;
    const documents = keys.map((key) => {
      const text = read(key);
      return text === null ? null : decode(key, JSON.parse(`[${text}]`) as JsonValue[][]);
    });
    if (wanted > 0) onBatch?.({ lookup: lookup.name, keys: wanted, durationMs: performance.now() - started });
    return documents;
  }

  return {
    async many(keys) {
      try {
        return readAll(keys);
      } catch (error) {
        onDamage(error);
        return instead.many(keys);
      }
    },
  };
}
