import { join } from 'node:path';

import { TMDB_SNAPSHOT_FOLDER } from '../../../../dataset/builds/paths.ts';
import type { Folders } from '../../../../dataset/builds/paths.ts';
import type { Logger } from '../../../../process/logger.ts';
import { acquireLock } from '../../../../storage/files/acquire-lock.ts';
import { createIngestLock } from '../../../../storage/files/lock.ts';
import { Failed, reasonOf } from '../../../outcomes/outcome.ts';
import type { Progress } from '../../../outcomes/progress.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { createPace } from '../client/pace.ts';
import { createTmdbClient } from '../client/tmdb-client.ts';
import { BudgetSpent } from '../client/tmdb-errors.ts';
import type { Mirror } from '../mirror.ts';
import { openMirror } from '../mirror.ts';
import { tooOldAt } from '../refresh-plan.ts';
import { runStage, STAGE_KINDS } from '../stages/run-stage.ts';
import type { TmdbSelection, TmdbStage } from '../stages/run-stage.ts';
import { followRun, noteEnd } from './run-state.ts';
import type { TmdbFigures, TmdbOutcome } from './tmdb-outcome.ts';

/** Writes the rows of the mirror's answers for the next build. */
export type WriteSnapshot = (options: {
  mirror: Mirror;
  folder: string;
  now: () => Date;
  signal?: AbortSignal | undefined;
}) => Promise<unknown>;

export interface TmdbApiOptions {
  baseUrl: string;
  exportUrl: string;
  token: string;
  /** Requests at the same time, and in a second. */
  concurrency: number;
  requestsPerSecond: number;
}

/** What a run needs of its surroundings. */
export interface TmdbRunOptions {
  api: TmdbApiOptions;
  request: HttpRequest;
  /** The mirror is in `tmdb`; the builds are read where their ids are asked for. */
  folders: Folders;
  /** As DuckDB reads it, for reading a build. */
  memoryLimit: string;
  log: Logger;
  progress: Progress;
  now: () => Date;
  signal: AbortSignal;
  writeSnapshot: WriteSnapshot;
  /** Wait before a request is sent again, at first. */
  backoffMs?: number | undefined;
}

export interface TmdbRun {
  stage: TmdbStage;
  selection?: TmdbSelection | undefined;
  /** Requests that may be sent; no limit if not given. */
  mostRequests?: number | undefined;
}

/** Runs a stage of the mirror, under its lock. Every end but a bug is an outcome, logged once. */
export async function runTmdb(options: TmdbRunOptions, run: TmdbRun): Promise<TmdbOutcome> {
  const { folders, log } = options;
  const { tmdb: folder } = folders;
  if (folder === undefined) throw new Error('no folder for the mirror of TMDB');
  const release = await acquireLock(createIngestLock(join(folder, 'mirror.lock')));
  let outcome: TmdbOutcome;
  if (release === null) outcome = { status: 'busy', stage: run.stage };
  else {
    try {
      outcome = await runLocked(options, { ...run, folder });
    } catch (error) {
      // The file cannot be opened, or not be written any more.
      if (!(error instanceof Failed)) throw error;
      outcome = { status: 'failed', reason: reasonOf(error), ...nothingDone(run.stage) };
    } finally {
      release();
    }
  }
  log[outcome.status === 'failed' ? 'error' : 'info']({ event: 'tmdb run', ...outcome });
  return outcome;
}

function nothingDone(stage: TmdbStage): TmdbFigures {
  return { stage, held: 0, failed: 0, gone: 0, requests: 0, throttled: 0, left: 0, deleted: 0, durationMs: 0 };
}

async function runLocked(options: TmdbRunOptions, run: TmdbRun & { folder: string }): Promise<TmdbOutcome> {
  const { now } = options;
  const mirror = openMirror(run.folder);
  try {
    const outcome = await runOver(mirror, options, run);
    const { stage, status } = outcome;
    try {
      noteEnd(mirror, {
        stage,
        status,
        endedAt: now().toISOString(),
        ...('reason' in outcome && { reason: outcome.reason }),
      });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      if (outcome.status === 'done') return { ...outcome, status: 'failed', reason: reasonOf(error) };
    }
    return outcome;
  } finally {
    options.progress.stop();
    mirror.close();
  }
}

async function runOver(
  mirror: Mirror,
  options: TmdbRunOptions,
  { stage, selection = {}, mostRequests, folder }: TmdbRun & { folder: string },
): Promise<TmdbOutcome> {
  const { api, request, folders, memoryLimit, log, progress, now, signal, backoffMs } = options;
  const begun = performance.now();
  const kinds = STAGE_KINDS[stage];
  const tally = { held: 0, failed: 0, gone: 0 };
  const pace = createPace(api.requestsPerSecond);
  const client = createTmdbClient({
    ...api,
    request,
    pace,
    signal,
    mostRequests,
    ...(backoffMs !== undefined && { backoffMs }),
  });
  const work = { mirror, client, concurrency: api.concurrency, now, signal, log, progress, tally };
  const following = followRun(
    { ...work, onState: (state) => log.info({ event: 'tmdb progress', ...state }) },
    { stage, kinds },
  );
  let [deleted, left] = [0, 0];
  let ended: unknown;
  try {
    // A wrong token or address is known before anything is noted of anything.
    await client.check();
    await runStage(work, {
      stage,
      selection,
      exports: { request, exportUrl: api.exportUrl },
      imdb: { folders, memoryLimit },
    });
  } catch (error) {
    ended = error;
  } finally {
    following.stop();
  }
  try {
    deleted = mirror.deleteBefore(tooOldAt(now()));
    left = mirror.countDue(kinds, now());
  } catch (error) {
    // The error that ended the run says more than this one.
    if (!(ended instanceof Failed)) ended = error;
  }
  if (deleted > 0) log.warn({ event: 'tmdb answers deleted', answers: deleted });
  const figures: TmdbFigures = {
    stage,
    ...tally,
    requests: client.requests(),
    throttled: client.throttled(),
    left,
    deleted,
    durationMs: Math.round(performance.now() - begun),
  };
  if (signal.aborted) return { status: 'stopped', ...figures };
  if (ended !== undefined && !(ended instanceof Failed || ended instanceof BudgetSpent)) throw ended;
  const problem = await snapshot(mirror, options, folder);
  if (ended instanceof Failed) return { status: 'failed', reason: reasonOf(ended), ...figures };
  if (problem !== undefined) return { status: 'failed', reason: problem, ...figures };
  return { status: 'done', isBudgetSpent: ended instanceof BudgetSpent, ...figures };
}

/** Writes the snapshot of what is there now, also where the run has failed. Answers with why it could not. */
async function snapshot(
  mirror: Mirror,
  { writeSnapshot, now, signal, log }: TmdbRunOptions,
  folder: string,
): Promise<string | undefined> {
  try {
    await writeSnapshot({ mirror, folder: join(folder, TMDB_SNAPSHOT_FOLDER), now, signal });
    return undefined;
  } catch (error) {
    if (signal.aborted) return `stopped: ${reasonOf(signal.reason)}`;
    log.error({ event: 'tmdb snapshot failed', err: error });
    return `the snapshot was not written: ${reasonOf(error)}`;
  }
}
