import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';

import { RateLimiterClusterMaster } from 'rate-limiter-flexible';

import { killProcess } from '../../process/lifecycle.ts';
import type { Lifecycle } from '../../process/lifecycle.ts';
import type { Logger } from '../../process/logger.ts';
import { createQuestions } from './questions.ts';
import { createSlotsOfWorkers } from './slots-of-workers.ts';
import { NO_NEWS } from './team.ts';
import type { News, ToPrimary, ToWorker } from './team.ts';

/** A slot of a serving process: one worker at a time, replaced when it ends. */
interface Slot {
  /** Whether the worker runs the schedule: the first slot does, whichever process is in it. */
  leads: boolean;
  worker?: Worker | undefined;
  startedAtMs: number;
  /** Whether the worker has reported itself, and so can be told to stop. */
  joined: boolean;
  listens: boolean;
  pauseMs: number;
  restart?: NodeJS.Timeout;
}

/** Time for workers to end after their own stop deadline. */
export const WORKERS_GRACE_MS = 1000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** A worker that ends after this time did not fail because of its start. */
const STEADY_MS = 60_000;
const FAILED = 1;
/** That worker has said in one line what is wrong. */
const WRONG_USAGE = 2;

/**
 * Makes this process the primary process: it serves nothing, and starts workers that run the same command and share the
 * port. A worker that ends is replaced after a pause that doubles with each early end (exponential backoff). If a
 * worker ends before any listens, this process exits with the same code; the worker has logged the reason.
 */
export function startWorkers(count: number, { log, lifecycle }: { log: Logger; lifecycle: Lifecycle }): void {
  const slots = Array.from({ length: count }, (_, at): Slot => {
    return { leads: at === 0, startedAtMs: 0, joined: false, listens: false, pauseMs: 0 };
  });
  const questions = createQuestions(send);
  const clientSlots = createSlotsOfWorkers(send);
  let news = NO_NEWS;
  let stopping = false;

  function start(slot: Slot): void {
    // Explicit, because the file .env may have changed since.
    const worker = cluster.fork({ WORKERS: String(count) });
    Object.assign(slot, { worker, startedAtMs: performance.now(), joined: false, listens: false });
    worker.on('message', (message: ToPrimary) => {
      if (message.type === 'joined') {
        slot.joined = true;
        send(worker, stopping ? { type: 'stop' } : { type: 'welcome', leads: slot.leads, news });
      } else if (message.type === 'news') spread(message.news);
      else if (message.type === 'answered') questions.answered(message);
      else if (message.type === 'ask') questions.ask(message, { asker: worker, leader: leader() });
      else if (message.type === 'take slot' || message.type === 'give slot back') clientSlots.hear(message, worker);
      // Others have messages of their own, such as the counts of rate limits.
    });
    // The counts of rate limits are sent without a callback: to a worker that was just killed that is an error here.
    worker.on('error', () => undefined);
    worker.once('listening', () => {
      slot.listens = true;
      startAll();
    });
    worker.once('exit', (code: number | null, signal: string | null) => onEnd(slot, { code, signal }));
  }

  /** Starts the slots that were never started. They wait for the first, so that only one worker reports a fault. */
  function startAll(): void {
    if (stopping) return;
    for (const slot of slots) if (slot.startedAtMs === 0) start(slot);
  }

  /** The leading worker, once it has joined. */
  function leader(): Worker | undefined {
    return slots.find(({ leads, joined }) => leads && joined)?.worker;
  }

  function spread(latest: News): void {
    news = latest;
    for (const { worker, leads } of slots) if (worker !== undefined && !leads) send(worker, { type: 'news', news });
  }

  function onEnd(slot: Slot, end: { code: number | null; signal: string | null }): void {
    const { listens, startedAtMs, worker } = slot;
    slot.worker = undefined;
    slot.listens = false;
    // An ingest that it ran has ended with it.
    if (slot.leads) spread(NO_NEWS);
    if (worker !== undefined) {
      questions.ended(worker);
      clientSlots.ended(worker);
    }
    if (stopping) return;
    const line = { event: 'worker ended', workerPid: worker?.process.pid, ...end };
    if (!listens && !slots.some((other) => other.listens)) {
      log.error(line);
      void giveUp(end.code ?? FAILED);
      return;
    }
    const isSteady = performance.now() - startedAtMs > STEADY_MS;
    slot.pauseMs = isSteady || slot.pauseMs === 0 ? FIRST_PAUSE_MS : Math.min(2 * slot.pauseMs, LONGEST_PAUSE_MS);
    log.warn({ ...line, restartMs: slot.pauseMs });
    slot.restart = setTimeout(start, slot.pauseMs, slot);
  }

  async function giveUp(code: number): Promise<void> {
    await lifecycle.stop('no worker starts', { quiet: code === WRONG_USAGE });
    process.exit(code === 0 ? FAILED : code);
  }

  lifecycle.onStop('workers', async () => {
    stopping = true;
    const ends = slots.map(async (slot) => {
      clearTimeout(slot.restart);
      const { worker } = slot;
      if (worker === undefined) return true;
      const ended = once(worker, 'exit');
      send(worker, { type: 'stop' });
      const [code] = (await ended) as [number | null];
      return code === 0 || !slot.joined;
    });
    const bad = (await Promise.all(ends)).filter((isGood) => !isGood).length;
    if (bad > 0) throw new Error(`${bad} of ${count} workers did not end in good order`);
  });
  countForWorkers();
  for (const slot of slots.slice(0, 1)) start(slot);
}

/** Counts in this process for the rate limits of the workers: the constructor listens to their messages. */
function countForWorkers(): RateLimiterClusterMaster {
  return new RateLimiterClusterMaster();
}

/** Kills this process and its workers, if it has any. */
export function killWithWorkers(code: number): void {
  for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
  killProcess(code);
}

/** Sends a message. Errors are ignored: the worker may just have ended. */
function send(worker: Worker, message: ToWorker): void {
  worker.send(message, () => undefined);
}
