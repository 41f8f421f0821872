import DataLoader from 'dataloader';

import type { Wait } from '../process/wait.ts';
import type { DocumentReader } from '../store/documents/table-reader.ts';

/** Largest batch of keys: resolvers go on only when all documents of a batch are read. */
export const MOST_KEYS = 2000;

/** Batches the keys of one tick, and loads each key once in a request. */
export function byKey<T>(reader: DocumentReader<T>, wait: Wait | undefined): (key: number) => Promise<T | null> {
  const loader = new DataLoader<number, T | null>((keys) => reader.many(keys, wait), { maxBatchSize: MOST_KEYS });
  return (key) => loader.load(key);
}
