/** A source file as it is on the disk of the service. What is not known of it is undefined. */
export interface DatasetFile {
  name: string;
  sizeBytes?: number | undefined;
  /** ISO 8601, UTC. */
  modified?: string | undefined;
  contentType: string;
  etag?: string | undefined;
  /** Whether it was read to its end and found whole; undefined while it is not downloaded. */
  verified?: boolean | undefined;
  extracted: boolean;
  rows?: number | undefined;
  rejected?: number | undefined;
}

/** How an action on one file ended. */
export interface DatasetFileResult {
  file: string;
  outcome: 'DONE' | 'FAILED';
  /** What was done, or why not. */
  message: string;
  bytes?: number | undefined;
  rows?: number | undefined;
}

export interface DatasetsResult {
  /** RUNNING: it goes on, and `Datasets.lastAction` has the result. */
  outcome: 'DONE' | 'FAILED' | 'BUSY' | 'RUNNING';
  /** What failed, in one line. */
  reason?: string | undefined;
  files: readonly DatasetFileResult[];
  done: number;
  failed: number;
}

/** The last action on source files, in whichever process. */
export interface DatasetAction extends DatasetsResult {
  action: 'download' | 'extract' | 'delete';
  startedBy: string;
  /** Times in ISO 8601, UTC. */
  startedAt: string;
  endedAt?: string | undefined;
}

export interface DatasetList {
  files: readonly DatasetFile[];
  location: string;
  extractLocation?: string | undefined;
  freeBytes: number;
  lastAction?: DatasetAction | undefined;
}

/** Which files an action is for. */
export interface DatasetNames {
  /** All by default. */
  names?: readonly string[] | undefined;
}

export interface DeleteDatasetsOptions extends DatasetNames {
  /** Also those that the served build was made from. */
  force: boolean;
  /** The extracted texts alone. */
  onlyExtracted: boolean;
}

/** The source files. */
export interface DatasetAdministration {
  list(): Promise<DatasetList>;
  download(options: DatasetNames, who: string): Promise<DatasetsResult>;
  extract(options: DatasetNames, who: string): Promise<DatasetsResult>;
  remove(options: DeleteDatasetsOptions, who: string): Promise<DatasetsResult>;
}
