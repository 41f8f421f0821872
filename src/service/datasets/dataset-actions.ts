import type { Config } from '../../config.ts';
import type { DatasetAction, DatasetActionName, DatasetsResult } from '../../dataset/sources/dataset-action.ts';
import type { DatasetList } from '../../dataset/sources/dataset-file.ts';
import { BUSY, resultOf } from '../../ingest/datasets/dataset-result.ts';
import { deleteDatasets } from '../../ingest/datasets/delete-datasets.ts';
import type { DeleteOptions } from '../../ingest/datasets/delete-datasets.ts';
import { downloadDatasets } from '../../ingest/datasets/download-datasets.ts';
import { extractDatasets } from '../../ingest/datasets/extract-datasets.ts';
import { readLastAction, recordedAction } from '../../ingest/datasets/last-action.ts';
import { listDatasets } from '../../ingest/datasets/list-datasets.ts';
import { reasonOf } from '../../ingest/outcomes/outcome.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import { audited } from '../administration/audit-log.ts';
import type { AuditLog } from '../administration/audit-log.ts';
import { ingestOptions } from '../nightly/ingest-options.ts';
import type { IngestSurroundings } from '../nightly/ingest-options.ts';

/** Which files an action is for, and who wants it. */
export interface DatasetActionOptions {
  /** All by default. */
  names?: readonly string[] | undefined;
  /** Name of a token, or `command line`. */
  startedBy: string;
}

/**
 * Work on the source files. Each action holds the lock of the ingest, and is BUSY where another process or a run has it.
 * None rejects: whatever ends one is in its result.
 */
export interface DatasetActions {
  list(): Promise<DatasetList & { lastAction: DatasetAction | undefined }>;
  download(options: DatasetActionOptions): Promise<DatasetsResult>;
  extract(options: DatasetActionOptions): Promise<DatasetsResult>;
  remove(options: DatasetActionOptions & Pick<DeleteOptions, 'force' | 'onlyExtracted'>): Promise<DatasetsResult>;
  /** Answers when no action of this process goes on. */
  ended(): Promise<void>;
}

/** Actions on source files, each of which is written to the audit log at its end. */
export function createDatasetActions(
  config: Config,
  { audit, ...surroundings }: IngestSurroundings & { audit: AuditLog },
): DatasetActions {
  const options = ingestOptions(config, surroundings);
  const { folders, lock, without, log, now, progress, signal } = options;

  const going = new Set<Promise<DatasetsResult>>();

  async function act(
    action: DatasetActionName,
    { startedBy: who, ...given }: DatasetActionOptions & Pick<DeleteOptions, 'force' | 'onlyExtracted'>,
    work: () => Promise<DatasetsResult>,
  ): Promise<DatasetsResult> {
    const ended = audited(audit, { who, action: `${action}Datasets`, arguments: given }, () =>
      underLock({ action, startedBy: who }, work),
    );
    going.add(ended);
    return ended.finally(() => going.delete(ended));
  }

  async function underLock(
    begun: { action: DatasetActionName; startedBy: string },
    work: () => Promise<DatasetsResult>,
  ): Promise<DatasetsResult> {
    let release: (() => void) | null = null;
    try {
      release = await acquireLock(lock);
      if (release === null) return BUSY;
      return await recordedAction(folders.meta, { ...begun, now }, () => work().catch(failed));
    } catch (error) {
      return failed(error);
    } finally {
      progress.stop();
      release?.();
    }
  }

  function failed(error: unknown): DatasetsResult {
    const isStopped = signal?.aborted === true;
    if (!isStopped) log.error({ event: 'ingest error', err: error });
    return { ...resultOf([]), outcome: 'FAILED', reason: `${isStopped ? 'stopped: ' : ''}${reasonOf(error)}` };
  }

  return {
    async ended() {
      await Promise.all(going);
    },
    list: async () => ({
      ...(await listDatasets(folders, { without })),
      lastAction: await readLastAction(folders.meta, lock),
    }),
    download: (given) =>
      act('download', given, () =>
        downloadDatasets(folders, { ...options, concurrency: options.downloadConcurrency, names: given.names }),
      ),
    extract: (given) => act('extract', given, () => extractDatasets(folders, { ...options, names: given.names })),
    remove: ({ names, force, onlyExtracted, startedBy }) =>
      act('delete', { names, force, onlyExtracted, startedBy }, () =>
        deleteDatasets(folders, { names, force, onlyExtracted, log }),
      ),
  };
}
