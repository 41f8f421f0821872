/** A database of the settings that exports go to. */
export interface ExportTarget {
  /** Its address, without user, password and options. */
  target: string;
  running?: RunningExport | undefined;
  last?: EndedExport | undefined;
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
  start(target: string | undefined, who: string): Promise<StartedExports>;
  cancel(target: string, who: string): Promise<CancelledExport>;
  /** Yields whenever the list has changed, until the signal aborts. */
  follow(left: AbortSignal): AsyncIterable<undefined>;
}
