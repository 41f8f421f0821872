import { mkdir } from 'node:fs/promises';

import type { Folders } from '../../dataset/builds/paths.ts';
import type { Logger } from '../../process/logger.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import { Failed, reasonOf, Rejected, STEPS } from '../outcomes/outcome.ts';
import type { Outcome, Step } from '../outcomes/outcome.ts';
import type { Progress } from '../outcomes/progress.ts';
import { Cancelled } from './cancel-run.ts';
import type { CurrentRun } from './current-run.ts';
import type { RunKind } from './run-records.ts';
import { openRunRecorder } from './run-recorder.ts';
import type { RunRecorder } from './run-recorder.ts';

/** What a run needs of its surroundings. */
export interface RecordedOptions {
  folders: Folders;
  lock: IngestLock;
  log: Logger;
  progress: Progress;
  now: () => Date;
  signal?: AbortSignal | undefined;
}

/** What is told of a run while it goes on. */
export interface RunBegun {
  kind: RunKind;
  /** Name of a token, `command line`, `schedule` or `service`. */
  startedBy: string;
  started: Date;
  steps: readonly Step[];
  /** Told once the lock is held and the run is known to other processes. */
  onBegun?: ((run: CurrentRun) => void) | undefined;
}

/** Does work under the lock, as a run with a record. Never rejects: every end is an outcome. */
export async function runRecorded(
  options: RecordedOptions,
  { onBegun, ...begun }: RunBegun,
  work: (recorder: RunRecorder) => Promise<Outcome>,
): Promise<Outcome> {
  const { folders, log, progress } = options;
  let release: (() => void) | null = null;
  try {
    release = await acquireLock(options.lock);
    if (release === null) return { status: 'busy' };
    log.info({ event: 'lock acquired' });
    await mkdir(folders.builds, { recursive: true });
    await mkdir(folders.downloads, { recursive: true });
    const recorder = await openRunRecorder({ ...options, ...begun, folder: folders.meta });
    onBegun?.({ ...recorder.run });
    const outcome = await work(recorder).catch((error: unknown) =>
      endOf(error, { log, step: recorder.run.step, signal: recorder.signal }),
    );
    await recorder.end(outcome);
    return outcome;
  } catch (error) {
    return endOf(error, { log, step: begun.steps[0] ?? STEPS[0], signal: options.signal });
  } finally {
    progress.stop();
    release?.();
  }
}

function endOf(
  error: unknown,
  { log, step, signal }: { log: Logger; step: Step; signal: AbortSignal | undefined },
): Outcome {
  if (signal?.aborted === true) {
    const { reason } = signal as { reason: unknown };
    if (reason instanceof Cancelled) return { status: 'cancelled', step, reason: reason.message };
    return { status: 'failed', step, reason: `stopped: ${reasonOf(reason)}` };
  }
  const status = error instanceof Rejected ? 'rejected' : 'failed';
  if (status === 'failed' && !(error instanceof Failed)) log.error({ event: 'ingest error', err: error });
  return { status, step, reason: reasonOf(error) };
}
