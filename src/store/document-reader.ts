import type { NumberDocument } from '../dataset/number-blocks.ts';
import type { DocumentFile } from './document-file.ts';
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
  const { file, instead, onDamage, lookup, decode, decodeNumbers, cache: cacheOptions, onBatch } = options;
  const cache = createTextCache<NumberDocument>(cacheOptions);

  function readAll(keys: readonly number[]): (T | null)[] {
    const started = performance.now();
    let read = 0;
    const documents = keys.map((key) => {
      const kept = cache.get(key);
      const found = kept === undefined ? file.read(key) : kept.text;
      if (kept === undefined) {
        cache.set(key, found);
        read += 1;
      }
      if (found === null) return null;
      if (typeof found === 'string') return decode(key, found);
      if (decodeNumbers === undefined) throw new Error(`${lookup.name} has numbers that nothing decodes`);
      return decodeNumbers(key, found);
    });
    if (read > 0) onBatch?.({ lookup: lookup.name, keys: read, durationMs: performance.now() - started });
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
