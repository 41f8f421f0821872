/** Steps of an ingest, in their order. */
export const INGEST_STEPS = ['download', 'build', 'verify', 'promote'] as const;
export type IngestStep = (typeof INGEST_STEPS)[number];

/** Who or what began a run. */
export const RUN_KINDS = ['nightly', 'by hand', 'repair', 'rebuild', 'go back'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** How a run ended. */
export const RUN_OUTCOMES = ['promoted', 'unchanged', 'done', 'rejected', 'failed', 'cancelled'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** Time that a run spent in a step. */
export interface StepDuration {
  step: IngestStep;
  /** In milliseconds. */
  durationMs: number;
}

/** A run that has ended. */
export interface IngestRun {
  id: string;
  kind: RunKind;
  /** Times in ISO 8601, UTC. */
  startedAt: string;
  endedAt: string;
  /** Name of the token, `command line`, `schedule`, or `service`, which makes builds anew that are damaged or outdated. */
  startedBy: string;
  outcome: RunOutcome;
  reason?: string | undefined;
  buildId?: string | undefined;
  steps: readonly StepDuration[];
}

/** A run that goes on, in whichever process. */
export interface RunningIngest {
  id: string;
  kind: RunKind;
  startedAt: string;
  startedBy: string;
  step: IngestStep;
  bytes?: number | undefined;
  totalBytes?: number | undefined;
  rows?: number | undefined;
  /** Share of the step that is done, from 0 to 1. */
  stepShare?: number | undefined;
  estimatedSeconds?: number | undefined;
}

export interface IngestStatus {
  /** Undefined while none runs. */
  running?: RunningIngest | undefined;
  lastRun?: IngestRun | undefined;
  /** When the schedule starts the next run; null if it is off. */
  nextRun: string | null;
  /** Time of day at which the files are published, in UTC, such as `12:05`; undefined before three nights are known. */
  learnedUpdateTime?: string | undefined;
}

export interface StartedIngest {
  outcome: 'STARTED' | 'BUSY';
  /** Undefined if the lock is held by a process that says nothing of a run, such as `marquee prune`. */
  running: RunningIngest | undefined;
}

export interface CancelledIngest {
  /** CANCELLING: it was asked to end and has not yet. TOO_LATE: it ended otherwise meanwhile. */
  outcome: 'CANCELLED' | 'CANCELLING' | 'NOT_RUNNING' | 'TOO_LATE';
  run?: IngestRun | undefined;
}

export interface StartIngestOptions {
  /** All steps by default. */
  steps?: readonly IngestStep[] | undefined;
  force: boolean;
}

/** Runs of the ingest. */
export interface IngestAdministration {
  status(): Promise<IngestStatus>;
  /** The runs that ended last, newest first. */
  runs(first: number): Promise<readonly IngestRun[]>;
  /** @throws ClientError `OVERLOADED` if the process that runs ingests does not answer. */
  start(options: StartIngestOptions, who: string): Promise<StartedIngest>;
  cancel(who: string): Promise<CancelledIngest>;
  /** Calls at once, whenever the status has changed, at most once a second, and at the end of a run. */
  follow(signal: AbortSignal): AsyncIterable<unknown>;
}
