export const DATASET_ACTIONS = ['download', 'extract', 'delete'] as const;
export type DatasetActionName = (typeof DATASET_ACTIONS)[number];

/** How an action on one source file ended. */
export interface FileResult {
  /** Such as `title.basics.tsv.gz`; as it was asked for, where it is none of IMDb's. */
  file: string;
  outcome: 'DONE' | 'FAILED';
  /** What was done, or why not, in one line. */
  message: string;
  /** Size of the file that was made or removed, and its rows. */
  bytes?: number | undefined;
  rows?: number | undefined;
}

/** How an action on source files ended: each file, and how many of each outcome. */
export interface DatasetsResult<Outcome = 'DONE' | 'FAILED' | 'BUSY'> {
  /** FAILED: at least one file failed. BUSY: another process works on the data folder, and nothing was done. */
  outcome: Outcome;
  /** What failed, in one line. */
  reason?: string | undefined;
  files: readonly FileResult[];
  done: number;
  failed: number;
}

/** An action on source files, in whichever process: RUNNING until it has ended. */
export interface DatasetAction extends DatasetsResult<'RUNNING' | 'DONE' | 'FAILED'> {
  action: DatasetActionName;
  /** Name of a token, or `command line`. */
  startedBy: string;
  /** Times in ISO 8601, UTC. */
  startedAt: string;
  /** Undefined while it goes on. */
  endedAt?: string | undefined;
}
