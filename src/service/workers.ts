import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';

import { killProcess } from '../process/lifecycle.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import type { Logger } from '../process/logger.ts';
import { NO_NEWS } from './team.ts';
import type { News, ToPrimary, ToWorker } from './team.ts';

/** One of the processes that serve, and those that take its place when it ends. */
interface Place {
  /** Whether it runs the schedule: the first place does, whichever process is in it. */
  leads: boolean;
  worker?: Worker | undefined;
  startedAtMs: number;
  /** Whether it has said that it is there, and so can be told to stop. */
  joined: boolean;
  listens: boolean;
  pauseMs: number;
  restart?: NodeJS.Timeout;
}

/** What the workers get to end after their own time to stop is over. */
export const WORKERS_GRACE_MS = 1000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** A worker that lived for this long did not end for a reason of its start. */
const STEADY_MS = 60_000;
const FAILED = 1;
/** That worker has said in one line what is wrong. */
const WRONG_USAGE = 2;

/**
 * Makes this process the primary one: it serves nothing, and starts workers that run the same command and share the
 * port. One that ends is replaced, after a pause that grows when that happens again and again. Where none listens and
 * one ends before it does, this process ends with the same exit code: that worker has said why.
 */
export function startWorkers(count: number, { log, lifecycle }: { log: Logger; lifecycle: Lifecycle }): void {
  const places = Array.from({ length: count }, (_, at): Place => {
    return { leads: at === 0, startedAtMs: 0, joined: false, listens: false, pauseMs: 0 };
  });
  let news = NO_NEWS;
  let stopping = false;

  function start(place: Place): void {
    // What the file .env says may have changed since.
    const worker = cluster.fork({ WORKERS: String(count) });
    Object.assign(place, { worker, startedAtMs: performance.now(), joined: false, listens: false });
    worker.on('message', (message: ToPrimary) => {
      if (message.type === 'news') {
        spread(message.news);
        return;
      }
      place.joined = true;
      send(worker, stopping ? { type: 'stop' } : { type: 'welcome', leads: place.leads, news });
    });
    worker.once('listening', () => {
      place.listens = true;
      startAll();
    });
    worker.once('exit', (code: number | null, signal: string | null) => onEnd(place, { code, signal }));
  }

  /** Those that were never started: the others wait for the first, so that one alone says what is wrong. */
  function startAll(): void {
    if (stopping) return;
    for (const place of places) if (place.startedAtMs === 0) start(place);
  }

  function spread(latest: News): void {
    news = latest;
    for (const { worker, leads } of places) if (worker !== undefined && !leads) send(worker, { type: 'news', news });
  }

  function onEnd(place: Place, end: { code: number | null; signal: string | null }): void {
    const { listens, startedAtMs, worker } = place;
    place.worker = undefined;
    place.listens = false;
    // The ingest that it may have run has ended with it.
    if (place.leads) spread(NO_NEWS);
    if (stopping) return;
    const line = { event: 'worker ended', workerPid: worker?.process.pid, ...end };
    if (!listens && !places.some((other) => other.listens)) {
      log.error(line);
      void giveUp(end.code ?? FAILED);
      return;
    }
    const isSteady = performance.now() - startedAtMs > STEADY_MS;
    place.pauseMs = isSteady || place.pauseMs === 0 ? FIRST_PAUSE_MS : Math.min(2 * place.pauseMs, LONGEST_PAUSE_MS);
    log.warn({ ...line, restartMs: place.pauseMs });
    place.restart = setTimeout(start, place.pauseMs, place);
  }

  async function giveUp(code: number): Promise<void> {
    await lifecycle.stop('no worker starts', { quiet: code === WRONG_USAGE });
    process.exit(code === 0 ? FAILED : code);
  }

  lifecycle.onStop('workers', async () => {
    stopping = true;
    const ends = places.map(async (place) => {
      clearTimeout(place.restart);
      const { worker } = place;
      if (worker === undefined) return true;
      const ended = once(worker, 'exit');
      send(worker, { type: 'stop' });
      const [code] = (await ended) as [number | null];
      return code === 0 || !place.joined;
    });
    const bad = (await Promise.all(ends)).filter((isGood) => !isGood).length;
    if (bad > 0) throw new Error(`${bad} of ${count} workers did not end in good order`);
  });
  for (const place of places.slice(0, 1)) start(place);
}

/** Ends this process and its workers, if it has any, at once. */
export function killWithWorkers(code: number): void {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
  killProcess(code);
}

/** One that has just ended hears nothing. */
function send(worker: Worker, message: ToWorker): void {
  worker.send(message, () => undefined);
}
