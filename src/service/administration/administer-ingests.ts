import { setTimeout as sleep } from 'node:timers/promises';

import type {
  CancelledIngest,
  IngestAdministration,
  IngestStatus,
} from '../../graphql/administration/interface/ingest-administration.ts';
import { askToCancel } from '../../ingest/runs/cancel-run.ts';
import { findRunning } from '../../ingest/runs/current-run.ts';
import { readRuns } from '../../ingest/runs/run-records.ts';
import type { RunRecord } from '../../ingest/runs/run-records.ts';
import { isoTimeOf } from '../../ingest/update-time/learn-time.ts';
import type { LearnedTime } from '../../ingest/update-time/learn-time.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import { audited } from './audit-log.ts';
import type { AuditLog } from './audit-log.ts';
import { createFollowers } from './followers.ts';
import type { LeadingActions } from './leading-actions.ts';

export interface IngestAdministrationOptions {
  /** META_DIR. */
  folder: string;
  lock: IngestLock;
  actions: Pick<LeadingActions, 'start'>;
  audit: AuditLog;
  nextRun: () => Date | null;
  /** When the files are published. */
  learnedTime: () => LearnedTime;
  now: () => Date;
  /** How many may follow the status at a time. */
  mostFollowers: number;
  /** Ends all who follow: the service stops. */
  signal: AbortSignal;
}

const CANCEL_WAIT_MS = 10_000;
const CANCEL_LOOK_MS = 100;

/** Runs of the ingest in any process on the data folder: what goes on is read from its files. */
export function administerIngests(options: IngestAdministrationOptions): IngestAdministration {
  const { folder, lock, actions, audit, now } = options;

  async function runs(first: number): Promise<RunRecord[]> {
    return (await readRuns(folder)).slice(0, first);
  }

  async function status(): Promise<IngestStatus> {
    const running = await findRunning(folder, { lock, now });
    const [lastRun] = await runs(1);
    return {
      running,
      lastRun,
      nextRun: options.nextRun()?.toISOString() ?? null,
      learnedUpdateTime: isoTimeOf(options.learnedTime()),
    };
  }

  return {
    status,
    runs,
    start: ({ steps, force }, who) =>
      audited(audit, { who, action: 'startIngest', arguments: { steps, force } }, () =>
        actions.start({ steps, force }, who),
      ),
    cancel: (who) => audited(audit, { who, action: 'cancelIngest' }, () => cancelRun(who, { folder, lock, now })),
    follow: createFollowers({ look: status, most: options.mostFollowers, signal: options.signal }),
  };
}

/** Ends the run that goes on in any process on the data folder, and waits a while for its end. */
export async function cancelRun(
  who: string,
  { folder, lock, now }: { folder: string; lock: IngestLock; now: () => Date },
): Promise<CancelledIngest> {
  const running = await findRunning(folder, { lock, now });
  if (running === undefined) return { outcome: 'NOT_RUNNING' };
  await askToCancel(folder, { runId: running.id, by: who });
  for (let waitedMs = 0; waitedMs < CANCEL_WAIT_MS; waitedMs += CANCEL_LOOK_MS) {
    await sleep(CANCEL_LOOK_MS);
    const run = (await readRuns(folder)).find(({ id }) => id === running.id);
    if (run !== undefined) return { outcome: run.outcome === 'cancelled' ? 'CANCELLED' : 'TOO_LATE', run };
    // Its process may have been killed, which is recorded by whoever looks.
    await findRunning(folder, { lock, now });
  }
  return { outcome: 'CANCELLING' };
}
