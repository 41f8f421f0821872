import type { Outcome } from '../../ingest/outcomes/outcome.ts';
import type { RunOptions } from '../../ingest/run.ts';
import type { CurrentRun } from '../../ingest/runs/current-run.ts';

/** Whether a run has begun, or why not. */
export type Begun = { status: 'begun'; run: CurrentRun } | { status: 'busy' } | { status: 'failed'; reason: string };

/** Starts runs in the leading process. */
export interface RunStarter {
  /** Starts a run of all steps or some, and answers when it holds the lock. */
  begin(run: RunOptions): Promise<Begun>;
  /** Promotes a build that is kept, after reading it. */
  goBack(buildId: string, who: string): Promise<Outcome>;
}
