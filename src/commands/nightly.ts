import type { Config } from '../config.ts';
import { readLastRun } from '../ingest/last-run.ts';
import type { LastRun } from '../ingest/last-run.ts';
import type { Outcome } from '../ingest/outcome.ts';
import { runIngest } from '../ingest/run.ts';
import type { RunOptions } from '../ingest/run.ts';
import { scheduleNightly } from '../ingest/schedule.ts';
import type { Schedule } from '../ingest/schedule.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { namedLogger } from '../logger.ts';
import type { Logger } from '../logger.ts';
import type { Store } from '../store/store.ts';
import { ingestOptions } from './ingest-options.ts';
import { startWatch } from './watch.ts';

/** The write side of a serving process. */
export interface Nightly {
  /** An ingest in this process, under the lock; one that runs already is the answer. */
  ingest(run?: RunOptions): Promise<Outcome>;
  /** Begins the runs of every night, unless the settings leave them to others, and ends them at the stop. */
  start(): void;
  nextRun(): Date | null;
  lastRun(): LastRun | undefined;
  /** Whether an ingest runs in this process now. */
  isRunning(): boolean;
  /** What the operator should know, one sentence each. */
  warnings(): readonly string[];
}

export interface NightlyOptions {
  store: Store;
  log: Logger;
  lifecycle: Lifecycle;
  now: () => Date;
}

export async function openNightly(config: Config, { store, log, lifecycle, now }: NightlyOptions): Promise<Nightly> {
  const lastRun = () => readLastRun(config.folders.meta);
  const watch = startWatch({
    config: config.watch,
    state: () => store.state(),
    lastRun,
    now,
    log: namedLogger(log, 'watch'),
  });
  lifecycle.onStop('watch', () => watch.stop());
  await watch.look();
  const stopping = new AbortController();
  let running: Promise<Outcome> | undefined;
  let schedule: Schedule | undefined;

  async function run(runOptions?: RunOptions): Promise<Outcome> {
    const options = ingestOptions(config, {
      log,
      now,
      signal: stopping.signal,
      inUse: (buildId) => store.inUse(buildId),
      onPromoted: () => store.refresh(),
    });
    try {
      const outcome = await runIngest(options, runOptions);
      await watch.look();
      return outcome;
    } finally {
      running = undefined;
    }
  }

  function ingest(runOptions?: RunOptions): Promise<Outcome> {
    running ??= run(runOptions);
    return running;
  }

  return {
    ingest,
    nextRun: () => schedule?.nextRun() ?? null,
    lastRun: () => watch.lastRun(),
    isRunning: () => running !== undefined,
    warnings: () => watch.warnings(),
    start() {
      lifecycle.onStop('ingest', async () => {
        stopping.abort(new Error('the service is stopping'));
        await Promise.all([schedule?.stop(), running?.catch(() => undefined)]);
      });
      if (config.schedule.off) return;
      schedule = scheduleNightly(config.schedule, {
        job: async () => void (await ingest()),
        lastRun: async () => {
          const last = await lastRun();
          return last === undefined ? undefined : new Date(last.startedAt);
        },
        now,
        log: namedLogger(log, 'schedule'),
      });
    },
  };
}
