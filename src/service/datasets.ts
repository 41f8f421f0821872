import { mkdir } from 'node:fs/promises';

import type { Config } from '../config.ts';
import { BUSY } from '../ingest/datasets/dataset-result.ts';
import type { DatasetsResult } from '../ingest/datasets/dataset-result.ts';
import { deleteDatasets } from '../ingest/datasets/delete-datasets.ts';
import type { DeleteOptions } from '../ingest/datasets/delete-datasets.ts';
import { downloadDatasets } from '../ingest/datasets/download-datasets.ts';
import { extractDatasets } from '../ingest/datasets/extract-datasets.ts';
import { listDatasets } from '../ingest/datasets/list-datasets.ts';
import type { DatasetList } from '../ingest/datasets/list-datasets.ts';
import { ingestOptions } from './ingest-options.ts';
import type { IngestSurroundings } from './ingest-options.ts';

/** Work on the source files. Each action but `list` holds the lock of the ingest, and is BUSY where another has it. */
export interface DatasetActions {
  list(): Promise<DatasetList>;
  /** @throws the reason of the signal, as do the others. */
  download(names?: readonly string[]): Promise<DatasetsResult>;
  extract(names?: readonly string[]): Promise<DatasetsResult>;
  remove(names?: readonly string[], options?: Pick<DeleteOptions, 'force' | 'onlyExtracted'>): Promise<DatasetsResult>;
}

export function createDatasetActions(config: Config, surroundings: IngestSurroundings): DatasetActions {
  const options = ingestOptions(config, surroundings);
  const { folders, lock, without, log } = options;

  async function underLock(work: () => Promise<DatasetsResult>): Promise<DatasetsResult> {
    const release = lock.acquire();
    if (release === null) return BUSY;
    try {
      await mkdir(folders.downloads, { recursive: true });
      return await work();
    } finally {
      options.progress.stop();
      release();
    }
  }

  return {
    list: () => listDatasets(folders, { without }),
    download: (names) =>
      underLock(() => downloadDatasets(folders, { ...options, concurrency: options.downloadConcurrency, names })),
    extract: (names) => underLock(() => extractDatasets(folders, { ...options, names })),
    remove: (names, how) => underLock(() => deleteDatasets(folders, { ...how, names, log })),
  };
}
