/** A database of the settings that exports go to. */
export interface ExportTarget {
  /** Its address, without user, password and options. */
  target: string;
  running?: RunningExport | undefined;
  last?: EndedExport | undefined;
  /** Whether the settings ask for TMDB's data. */
  tmdb: boolean;
}

/** An export that goes on. Times in ISO 8601, UTC. */
export interface RunningExport {
  startedAt: string;
  startedBy: string;
  buildId: string;
  rows: number;
  /** Zero until it is known. */
  totalRows: number;
}

/** An export that has ended. */
export interface EndedExport {
  startedAt: string;
  endedAt: string;
  startedBy: string;
  outcome: string;
  reason?: string | undefined;
  buildId?: string | undefined;
  rows: number;
  /** What goes with the data of TMDB that the target has since. */
  tmdb?: ExportedTmdb | undefined;
}

/** What goes with TMDB's data in an export. */
export interface ExportedTmdb {
  notice: string;
  /** ISO 8601, UTC. */
  oldestFetchedAt?: string | undefined;
  /** `YYYY-MM-DD`. */
  keepUntil?: string | undefined;
}

export interface StartOptions {
  /** Whether TMDB's data is exported too; as the settings say if it is not given. */
  tmdb?: boolean | undefined;
}

export interface StartedExports {
  outcome: 'STARTED' | 'BUSY' | 'NO_SUCH_TARGET';
  targets: readonly ExportTarget[];
}

export interface CancelledExport {
  outcome: 'CANCELLED' | 'CANCELLING' | 'NOT_RUNNING' | 'NO_SUCH_TARGET';
  target?: ExportTarget | undefined;
}

/** Exports to the databases of the settings. */
export interface ExportAdministration {
  list(): Promise<readonly ExportTarget[]>;
  /** Starts an export to one target, or to each where none is named. */
  start(target: string | undefined, who: string, options?: StartOptions): Promise<StartedExports>;
  cancel(target: string, who: string): Promise<CancelledExport>;
  /** Yields whenever the list has changed, until the signal aborts. */
  follow(left: AbortSignal): AsyncIterable<undefined>;
}
