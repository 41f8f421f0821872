import { randomBytes } from 'node:crypto';

import { buildIdAt } from '../../dataset/builds/paths.ts';
import type { Logger } from '../../process/logger.ts';
import { STEPS } from '../outcomes/outcome.ts';
import type { Outcome, Step } from '../outcomes/outcome.ts';
import type { Progress } from '../outcomes/progress.ts';
import { Cancelled, removeCancel, whoCancels } from './cancel-run.ts';
import { countedProgress } from './counted-progress.ts';
import { recordKilled, removeCurrentRun, writeCurrentRun } from './current-run.ts';
import type { CurrentRun } from './current-run.ts';
import { estimateSeconds } from './estimate.ts';
import { addRun, readRuns } from './run-records.ts';
import type { RunKind, RunRecord } from './run-records.ts';

export interface RecorderOptions {
  /** META_DIR. */
  folder: string;
  kind: RunKind;
  startedBy: string;
  started: Date;
  /** Steps of the run, in their order. */
  steps: readonly Step[];
  now: () => Date;
  log: Logger;
  progress: Progress;
  /** Ends the run. */
  signal?: AbortSignal | undefined;
}

/** Tells other processes how far a run is, hears from them that it is to end, and records how it ended. */
export interface RunRecorder {
  readonly run: CurrentRun;
  /** Shows progress, and counts it for the record. */
  readonly progress: Progress;
  /** Aborted with a `Cancelled` if somebody cancels the run, or with the reason of the signal that was given. */
  readonly signal: AbortSignal;
  begin(step: Step): void;
  /** Records the end. Only before the lock is released. */
  end(outcome: Outcome): Promise<void>;
}

/** How often the run looks whether it is to end, and writes how far it is if that has changed. */
const LOOK_EVERY_MS = 500;

/**
 * Begins the record of a run, for the holder of the lock. Whatever cannot be written is logged: a run does not fail for
 * its record.
 */
export async function openRunRecorder(options: RecorderOptions): Promise<RunRecorder> {
  const { folder, kind, startedBy, started, steps, now, log, signal } = options;
  const ended: RunRecord['steps'] = [];
  const progress = countedProgress(options.progress);
  const cancel = new AbortController();
  const stop = (): void => cancel.abort(signal?.reason);
  const run: CurrentRun = {
    id: `${buildIdAt(started)}-${randomBytes(3).toString('hex')}`,
    kind,
    startedAt: started.toISOString(),
    startedBy,
    step: steps[0] ?? STEPS[0],
    steps: ended,
  };
  let stepBegan = performance.now();
  let written = '';
  let looking: Promise<void> | undefined;

  const report = (error: unknown): void => log.error({ event: 'run not recorded', err: error });
  await recordKilled(folder, now).catch(report);
  await removeCancel(folder).catch(report);
  const earlier = await readRuns(folder).catch(() => []);

  async function look(): Promise<void> {
    const by = await whoCancels(folder, run.id);
    if (by !== undefined) cancel.abort(new Cancelled(by));
    await tell();
  }

  async function tell(): Promise<void> {
    const { share, ...counts } = progress.counts();
    const elapsedMs = performance.now() - stepBegan;
    const { bytes, totalBytes } = counts;
    const downloaded = bytes === undefined || !totalBytes ? undefined : bytes / totalBytes;
    const stepShare = run.step === 'download' ? downloaded : run.step === 'build' ? share : undefined;
    const estimatedSeconds = estimateSeconds({ step: run.step, steps, elapsedMs, share: stepShare }, earlier);
    Object.assign(run, counts, { stepShare, estimatedSeconds });
    const text = JSON.stringify(run);
    if (text === written) return;
    await writeCurrentRun(folder, run);
    written = text;
  }

  await tell().catch(report);
  const timer = setInterval(() => {
    looking ??= look()
      .catch(report)
      .finally(() => (looking = undefined));
  }, LOOK_EVERY_MS);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();

  function endStep(): void {
    ended.push({ step: run.step, durationMs: Math.round(performance.now() - stepBegan) });
    stepBegan = performance.now();
  }

  return {
    run,
    progress,
    signal: cancel.signal,
    begin(step) {
      if (step === run.step) return;
      endStep();
      run.step = step;
    },
    async end(outcome) {
      clearInterval(timer);
      signal?.removeEventListener('abort', stop);
      await looking;
      endStep();
      const { id, startedAt } = run;
      const told = toldOf(outcome, signal?.aborted === true);
      const record: RunRecord = { id, kind, startedAt, startedBy, endedAt: now().toISOString(), ...told, steps: ended };
      await addRun(folder, record).catch(report);
      await Promise.all([removeCurrentRun(folder), removeCancel(folder)]).catch(report);
    },
  };
}

function toldOf(outcome: Outcome, isStopped: boolean): Pick<RunRecord, 'outcome' | 'reason' | 'buildId'> {
  switch (outcome.status) {
    case 'promoted':
    case 'unchanged':
      return { outcome: outcome.status, buildId: outcome.buildId };
    case 'done':
      return { outcome: 'done', reason: outcome.detail };
    case 'rejected':
      return { outcome: 'rejected', reason: outcome.reason };
    case 'failed':
      return { outcome: isStopped ? 'cancelled' : 'failed', reason: outcome.reason };
    case 'cancelled':
      return { outcome: 'cancelled', reason: outcome.reason };
    case 'busy':
      throw new Error('a run that did not begin has no record');
  }
}
