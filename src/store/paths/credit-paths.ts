import { join } from 'node:path';

import { LRUCache } from 'lru-cache';

import { creditGraphFile } from '../../dataset/builds/paths.ts';
import { isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import type { KeyPage } from '../../formats/adjacency/key-set.ts';
import type { FileChecks } from '../health/file-checks.ts';
import { createGraphClient, DamagedGraph } from './graph/graph-client.ts';
import type { AskOptions } from './graph/graph-client.ts';
import type { Answers, Kind, Questions } from './graph/graph-messages.ts';
import { createPlainPaths } from './plain/plain-paths.ts';

/** The graph of credits of one build: from its file, or by queries over the tables. */
export interface CreditPaths {
  /**
   * Asks the thread that searches the file. Where the build has none, or it is damaged, the tables answer, slower.
   * @throws ClientError `QUERY_TIMEOUT` or `OVERLOADED`, `DATASET_UNAVAILABLE` where tables are damaged too; the signal's
   * reason where that aborts.
   */
  ask<K extends Kind>(kind: K, input: Questions[K], options: AskOptions): Promise<Answers[K]>;
  /** The titles of a filter, which are kept for the next paths that lead over the same. */
  titlesOf(key: string, read: () => Promise<readonly KeyPage[]>): Promise<readonly KeyPage[]>;
  close(): Promise<void>;
}

/** Filters whose titles are kept: at most 1.5 MB each at the size of IMDb. */
const MOST_FILTERS = 8;

export interface CreditPathsOptions {
  folder: string;
  manifest: Manifest;
  files: FileChecks;
  pool: ConnectionPool;
  /** Whether the file is read, where the build has one. */
  usesIndex: boolean;
  /** The most that a search may take. */
  timeoutMs: number;
  /** Told of each search that the file fails. */
  onFailure: (file: string, error: unknown) => void;
}

export function createCreditPaths({
  folder,
  manifest,
  files,
  pool,
  usesIndex,
  timeoutMs,
  onFailure,
}: CreditPathsOptions): CreditPaths {
  const file = creditGraphFile();
  const isWanted = usesIndex && isOwnFormat(manifest);
  const record = isWanted ? manifest.lookups.find((one) => one.file === file) : undefined;
  const filters = new LRUCache<string, readonly KeyPage[]>({ max: MOST_FILTERS });
  const client = record && createGraphClient({ path: join(folder, file), bytes: record.bytes, timeoutMs });
  const tables = createPlainPaths({ pool, timeoutMs });

  return {
    async ask(kind, input, options) {
      if (client === undefined || files.damaged.has(file)) return tables.ask(kind, input, options);
      try {
        return await client.ask(kind, input, options);
      } catch (error) {
        if (!(error instanceof DamagedGraph)) throw error;
        onFailure(file, error);
        return tables.ask(kind, input, options);
      }
    },
    async titlesOf(key, read) {
      const pages = filters.get(key) ?? (await read());
      filters.set(key, pages);
      return pages;
    },
    close: async () => client?.close(),
  };
}
