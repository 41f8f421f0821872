import { join } from 'node:path';

import { LRUCache } from 'lru-cache';

import { creditGraphFile } from '../../dataset/builds/paths.ts';
import { isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { ClientError } from '../../errors.ts';
import type { KeyPage } from '../../formats/adjacency/key-set.ts';
import { damagedData } from '../health/damaged-data.ts';
import type { FileChecks } from '../health/file-checks.ts';
import { createGraphClient, DamagedGraph } from './graph-client.ts';
import type { AskOptions } from './graph-client.ts';
import type { Answers, Kind, Questions } from './graph-messages.ts';

/** The graph of credits of one build, which nothing else can take the place of. */
export interface CreditPaths {
  /**
   * Asks the thread that searches it.
   * @throws ClientError `DATASET_UNAVAILABLE` where the build has no such file or that is damaged, `QUERY_TIMEOUT` or
   * `OVERLOADED`; the signal's reason where that aborts.
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
  /** The most that a search may take. */
  timeoutMs: number;
  /** Told of each search that the file fails. */
  onFailure: (file: string, error: unknown) => void;
}

const NOT_THERE =
  'This build has no graph of credits: it was made by an older version. The next ingest makes one; until then, path, degrees and atDegree have no answer.';

export function createCreditPaths({ folder, manifest, files, timeoutMs, onFailure }: CreditPathsOptions): CreditPaths {
  const file = creditGraphFile();
  const record = isOwnFormat(manifest) ? manifest.lookups.find((one) => one.file === file) : undefined;
  const filters = new LRUCache<string, readonly KeyPage[]>({ max: MOST_FILTERS });
  const client = record && createGraphClient({ path: join(folder, file), bytes: record.bytes, timeoutMs });

  return {
    async ask(kind, input, options) {
      if (client === undefined) throw new ClientError('DATASET_UNAVAILABLE', NOT_THERE);
      const wrong = files.damaged.get(file);
      if (wrong !== undefined) throw damagedData(file, wrong);
      try {
        return await client.ask(kind, input, options);
      } catch (error) {
        if (!(error instanceof DamagedGraph)) throw error;
        onFailure(file, error);
        throw damagedData(file, 'is not what was written');
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
