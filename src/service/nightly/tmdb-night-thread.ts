import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';

import type { Config } from '../../config.ts';
import { runTmdb } from '../../ingest/sources/tmdb/runs/run-tmdb.ts';
import { fileTask } from '../../ingest/threads/file-task.ts';
import { inThread } from '../../ingest/threads/in-thread.ts';
import { stopFlag } from '../../ingest/threads/stop-flag.ts';
import { createLogger } from '../../process/logger.ts';
import type { Logger } from '../../process/logger.ts';
import { tmdbRunOptions } from './tmdb-options.ts';

type NightConfig = Pick<Config, 'folders' | 'tmdb' | 'network' | 'store'>;

interface Input extends NightConfig {
  /** Name of the channel on which the lines of the log are sent. */
  channelName: string;
  /** How far the clock of the run is ahead of the system's. */
  aheadMs: number;
  stop: Int32Array;
}

/**
 * Runs a night of TMDB's mirror in a thread of its own: reading answers, and SQLite's flushes above all, would keep the
 * answers of a serving process waiting.
 */
export async function tmdbNightInThread(
  { folders, tmdb, network, store }: NightConfig,
  { log, now, signal }: { log: Logger; now: () => Date; signal: AbortSignal },
): Promise<void> {
  const channelName = `tmdb night ${randomUUID()}`;
  const port = new BroadcastChannel(channelName);
  const allSaid = Promise.withResolvers<void>();
  port.addEventListener('message', (message) => {
    const { line } = (message as MessageEvent<Said>).data;
    if (line === undefined) allSaid.resolve();
    else relay(log, line);
  });
  const { stop, release } = stopFlag(signal);
  try {
    const aheadMs = now().getTime() - Date.now();
    await inThread(TASK, { folders, tmdb, network, store, channelName, aheadMs, stop });
    await allSaid.promise;
  } finally {
    release();
    port.close();
  }
}

/** A line of the log; without one there are no more. */
interface Said {
  line?: string;
}

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Writes a line of the thread's log into that of the process. */
function relay(log: Logger, text: string): void {
  const { level, time: _time, pid: _pid, ...fields } = JSON.parse(text) as Record<string, unknown> & { level: Level };
  log[level](fields);
}

/** Runs a night in this thread, until the flag is raised. */
export async function tmdbNightHere({ channelName, aheadMs, stop, ...config }: Input): Promise<void> {
  const port = new BroadcastChannel(channelName);
  const destination = { write: (line: string) => port.postMessage({ line } satisfies Said) };
  const stopping = new AbortController();
  const look = (): void => {
    if (Atomics.load(stop, 0) === 1) stopping.abort(new Error('the service is stopping'));
  };
  look();
  const timer = setInterval(look, STOP_CHECK_MS);
  try {
    const log = createLogger({ level: 'trace', pretty: false, destination });
    const now = (): Date => new Date(Date.now() + aheadMs);
    const options = tmdbRunOptions(config, { log, now, signal: stopping.signal });
    await runTmdb(options, { stage: 'nightly', mostRequests: config.tmdb.nightlyRequests });
  } finally {
    clearInterval(timer);
    port.postMessage({} satisfies Said);
    port.close();
  }
}

const STOP_CHECK_MS = 50;
/** It ends by itself: what it has under way is noted first. */
const TASK = fileTask(import.meta.url, tmdbNightHere, { endsByItself: true });
