import type { DocumentItems } from '../../formats/documents/block.ts';
import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { Wait } from '../../process/wait.ts';
import type { DocumentFile } from '../../formats/documents/document-file.ts';
import type { DocumentReader, TableReaderOptions } from './table-reader.ts';
import { createTextCache } from './text-cache.ts';

export interface FileReaderOptions<T> extends Omit<TableReaderOptions<T>, 'tables'> {
  file: DocumentFile;
  /** Reads the same from the Parquet table, where the file is damaged. */
  instead: DocumentReader<T>;
  onDamage: (error: unknown) => void;
}

/** Takes about a millisecond. */
const READ_AT_ONCE = 64;

/** Reads the documents of one lookup from their file. There is nothing to wait for, and so nothing to batch. */
export function createFileReader<T extends object>(options: FileReaderOptions<T>): DocumentReader<T> {
  const { file, instead, onDamage, lookup, decode, decodeNumbers, cache: cacheOptions, onBatch } = options;
  const cache = createTextCache<DocumentItems>(cacheOptions);

  function read(key: number, batch: { keys: number }): T | null {
    const kept = cache.get(key);
    const found = kept === undefined ? file.read(key) : kept.text;
    if (kept === undefined) {
      cache.set(key, found);
      batch.keys += 1;
    }
    if (found === null) return null;
    if (typeof found === 'string') return decode(key, found);
    if (decodeNumbers === undefined) throw new Error(`${lookup.name} has numbers that nothing decodes`);
    return decodeNumbers(key, found);
  }

  /** Reads are synchronous, so that many take turns with what else there is to do. */
  async function readInTurns(
    keys: readonly number[],
    { batch, wait }: { batch: { keys: number }; wait?: Wait | undefined },
  ) {
    const documents: (T | null)[] = [];
    for (const [at, key] of keys.entries()) {
      if (at % READ_AT_ONCE === READ_AT_ONCE - 1 && isTurnOver()) await nextTurn(wait);
      if (wait?.ended !== undefined) throw wait.ended.reason;
      documents.push(read(key, batch));
    }
    return documents;
  }

  return {
    async many(keys, wait) {
      try {
        const started = performance.now();
        const batch = { keys: 0 };
        const documents =
          keys.length < READ_AT_ONCE ? keys.map((key) => read(key, batch)) : await readInTurns(keys, { batch, wait });
        const durationMs = performance.now() - started;
        if (batch.keys > 0) onBatch?.({ lookup: lookup.name, keys: batch.keys, durationMs });
        return documents;
      } catch (error) {
        if (wait?.ended !== undefined) throw error;
        onDamage(error);
        return instead.many(keys);
      }
    },
  };
}
