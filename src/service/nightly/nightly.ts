import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Config } from '../../config.ts';
import { isOutdated } from '../../storage/builds/builds.ts';
import { createHttpRequest } from '../../ingest/sources/http/http-request.ts';
import { readLastRepair, readLastRun, startOfNightly } from '../../ingest/last-run.ts';
import type { LastRun } from '../../ingest/last-run.ts';
import type { Outcome } from '../../ingest/outcomes/outcome.ts';
import type { Progress } from '../../ingest/outcomes/progress.ts';
import { runGoBack } from '../../ingest/promote/go-back.ts';
import { runIngest } from '../../ingest/run.ts';
import type { IngestOptions, RunOptions } from '../../ingest/run.ts';
import { scheduleNightly } from '../../ingest/schedule.ts';
import type { Schedule } from '../../ingest/schedule.ts';
import type { LearnedTime } from '../../ingest/update-time/learn-time.ts';
import { runTimeOf } from '../../ingest/update-time/run-time.ts';
import { readLearnedTime } from '../../ingest/update-time/update-times.ts';
import type { Lifecycle } from '../../process/lifecycle.ts';
import { namedLogger } from '../../process/logger.ts';
import type { Logger } from '../../process/logger.ts';
import type { Store } from '../../store/builds/store.ts';
import { auditOf } from '../administration/audit-log.ts';
import type { AuditLog } from '../administration/audit-log.ts';
import type { Begun, RunStarter } from '../administration/run-starter.ts';
import { ingestOptions } from './ingest-options.ts';
import type { Team } from '../team/team.ts';
import { runTmdbNight } from './tmdb-night.ts';
import { startWatch, withoutAddresses, withProblems } from './watch.ts';

/** State of the nightly ingest, for `/health`. */
export interface NightlyState {
  nextRun(): Date | null;
  lastRun(): LastRun | undefined;
  /** The last repair or rebuild. */
  lastRepair(): LastRun | undefined;
  /** When the files are published, as the last nights have taught. */
  learnedTime(): LearnedTime;
  /** Whether an ingest runs now, in this process or in the one of its team that leads. */
  isRunning(): boolean;
  /** Warnings for the operator, one sentence each. */
  warnings(): readonly string[];
}

/** The write side of a serving process. */
export interface Nightly extends NightlyState, RunStarter {
  /** Runs an ingest in this process, under the lock. If one is already running, its outcome is returned. */
  ingest(run?: RunOptions): Promise<Outcome>;
  /**
   * Starts the nightly schedule, unless the settings turn it off, and ends it at the stop. Some builds are made at
   * once: one from the kept downloads if no build is whole, and with `firstRun` a first build if there is none, and a
   * new one if the build has an older format.
   */
  start(options: { firstRun: boolean }): void;
  /** Subscribes to the ends of runs that have promoted a build. */
  onIngested(listener: () => void): void;
}

export interface NightlyOptions {
  store: Store;
  team: Team;
  log: Logger;
  lifecycle: Lifecycle;
  /** Where the end of each run is written. */
  audit?: AuditLog;
  now: () => Date;
  /** Reasons why log lines are dropped, one sentence each; none by default. */
  logProblems?: () => readonly string[];
  /** Shows how far an ingest is; nothing by default. */
  progress?: Progress | undefined;
  /** Whether the data has odd lines and words on purpose, so that these are no warnings. */
  isMadeUp?: boolean | undefined;
  /** Delay before a failed first ingest is retried; it doubles with every failure, up to an hour. */
  firstPauseMs?: number;
}

/** Threads of an ingest in a serving process: requests keep one core, and every DuckDB thread needs memory. */
export function threadsBeside(cores: number): number {
  return Math.max(1, Math.min(MOST_THREADS, cores - 1));
}

const MOST_THREADS = 4;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

export async function openNightly(
  config: Config,
  {
    store,
    team,
    log,
    lifecycle,
    audit,
    now,
    logProblems = () => [],
    progress,
    isMadeUp,
    firstPauseMs = FIRST_PAUSE_MS,
  }: NightlyOptions,
): Promise<Nightly> {
  const lastRun = () => readLastRun(config.folders.meta);
  /** Reason why an urgent build could not be made; undefined if there is none. */
  let putOff: string | undefined;
  const watch = startWatch({
    config: config.watch,
    state: () => withProblems(store.state(), [putOff, ...logProblems()]),
    lastRun,
    lastRepair: () => readLastRepair(config.folders.meta),
    learnedTime: () => readLearnedTime(config.folders.meta),
    now,
    log: namedLogger(log, 'watch'),
    request: createHttpRequest({ proxies: config.network.proxies }),
  });
  lifecycle.onStop('watch', () => watch.stop());
  await watch.look();
  const stopping = new AbortController();
  let running: Promise<Outcome> | undefined;
  /** A run of some steps, or one that goes back: a nightly run waits for its end. */
  let apart: Promise<Outcome> | undefined;
  let schedule: Schedule | undefined;
  const ingested: (() => void)[] = [];
  /** Whether a build was attempted because none was whole. */
  let hasRebuilt = false;
  let rebuilding: Promise<void> = Promise.resolve();

  function tell(): void {
    team.tell({ ingesting: isRunning(), putOff });
  }

  function isRunning(): boolean {
    return (running ?? apart) !== undefined;
  }

  async function run(who: string, work: (options: IngestOptions) => Promise<Outcome>): Promise<Outcome> {
    const options = ingestOptions(config, {
      log,
      now,
      progress,
      isMadeUp,
      threads: config.ingest.threads ?? threadsBeside(availableParallelism()),
      signal: stopping.signal,
      inUse: (buildId) => store.inUse(buildId),
      onPromoted() {
        tell();
        return store.refresh();
      },
    });
    const outcome = await work(options);
    if (outcome.status === 'promoted') {
      putOff = undefined;
      for (const listener of ingested) listener();
    }
    if (outcome.status !== 'busy') await audit?.write({ who, action: 'ingest', ...auditOf(outcome) });
    await watch.look();
    return outcome;
  }

  function ingest(runOptions: RunOptions = {}): Promise<Outcome> {
    if (running === undefined) {
      const { startedBy = 'service' } = runOptions;
      running = run(startedBy, (options) => runIngest(options, { ...runOptions, startedBy })).finally(() => {
        running = undefined;
        tell();
      });
      tell();
    }
    return running;
  }

  async function beginRun(runOptions: RunOptions): Promise<Begun> {
    if (isRunning() || stopping.signal.aborted) return { status: 'busy' };
    const begun = Promise.withResolvers<Begun>();
    const { startedBy = 'service', steps } = runOptions;
    const all: RunOptions = {
      ...runOptions,
      startedBy,
      onBegun: (one) => begun.resolve({ status: 'begun', run: one }),
    };
    const work = steps === undefined ? ingest(all) : runApart(startedBy, (options) => runIngest(options, all));
    work.then(
      (outcome) => begun.resolve('reason' in outcome ? { ...outcome, status: 'failed' } : { status: 'busy' }),
      (error: unknown) => begun.reject(error),
    );
    return begun.promise;
  }

  function runApart(who: string, work: (options: IngestOptions) => Promise<Outcome>): Promise<Outcome> {
    apart = run(who, work).finally(() => {
      apart = undefined;
      tell();
    });
    tell();
    return apart;
  }

  function goBack(buildId: string, who: string): Promise<Outcome> {
    if (isRunning() || stopping.signal.aborted) return Promise.resolve({ status: 'busy' });
    return runApart(who, (options) => runGoBack(buildId, options, { startedBy: who }));
  }

  async function rebuildOutdated(): Promise<void> {
    if (await isOutdated(config.folders)) await rebuild('the build of an older format is made anew');
  }

  /** Of the downloads that are kept, asking nobody. */
  async function rebuild(what: string): Promise<Outcome> {
    const outcome = await ingest({ offline: true });
    if ((outcome.status !== 'failed' && outcome.status !== 'rejected') || stopping.signal.aborted) return outcome;
    putOff = `${what} by the next nightly run, not now: ${withoutAddresses(outcome.reason)}`;
    await watch.look();
    tell();
    return outcome;
  }

  /** Rebuilds if no build is whole: once, until one is whole again, because a failed attempt would fail again. */
  async function rebuildDamaged(): Promise<void> {
    if (!store.isNoneIntact()) {
      hasRebuilt = false;
      return;
    }
    if (hasRebuilt || isRunning() || stopping.signal.aborted) return;
    hasRebuilt = true;
    log.warn({ event: 'rebuild begun', reason: 'no build is whole' });
    const { status } = await rebuild('no build is whole: one is made');
    if (status === 'busy') hasRebuilt = false;
  }

  /** Repeats the first ingest until it succeeds: until then there is nothing to serve. */
  async function ingestWhereEmpty(): Promise<void> {
    const { signal } = stopping;
    for (let waitMs = firstPauseMs; store.state().build === null && !signal.aborted; waitMs *= 2) {
      const { status } = await ingest({ nightly: true, startedBy: 'service' });
      if (!['failed', 'rejected', 'busy'].includes(status) || signal.aborted) return;
      const pauseMs = Math.min(waitMs, LONGEST_PAUSE_MS);
      log.warn({ event: 'first ingest put off', status, waitMs: pauseMs });
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    ingest,
    begin: beginRun,
    goBack,
    onIngested: (listener) => void ingested.push(listener),
    nextRun: () => schedule?.nextRun(startOfNightly(watch.lastRun())) ?? null,
    lastRun: () => watch.lastRun(),
    lastRepair: () => watch.lastRepair(),
    learnedTime: () => watch.learnedTime(),
    isRunning,
    warnings: () => watch.warnings(),
    start({ firstRun }) {
      const begin = firstRun && !config.schedule.off;
      const report = (error: unknown): void => log.error({ event: 'first ingest error', err: error });
      const rebuilt = begin ? rebuildOutdated().then(rebuildDamaged).catch(report) : Promise.resolve();
      const first = begin ? rebuilt.then(ingestWhereEmpty).catch(report) : rebuilt;
      store.onLook(() => {
        if (!config.schedule.off) rebuilding = rebuildDamaged().catch(report);
      });
      lifecycle.onStop('ingest', async () => {
        stopping.abort(new Error('the service is stopping'));
        await Promise.all([schedule?.stop(), first, rebuilding, (running ?? apart)?.catch(() => undefined)]);
      });
      if (config.schedule.off) return;
      schedule = scheduleNightly(() => runTimeOf(config.schedule, watch.learnedTime()), {
        // A scheduled run follows an offline rebuild that is under way, because it must download.
        job: async () => {
          await rebuilt;
          await apart?.catch(() => undefined);
          const { status } = await ingest({ nightly: true, startedBy: 'schedule' });
          // One that was busy is tried again, and this then.
          if (status !== 'busy') await runTmdbNight(config, { log, now, signal: stopping.signal });
          return status;
        },
        lastRun: async () => {
          const last = await lastRun();
          return last && { at: new Date(last.startedAt), isNightly: last.kind === 'nightly' };
        },
        now,
        log: namedLogger(log, 'schedule'),
      });
    },
  };
}
