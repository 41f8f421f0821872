/* oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin. */
import { Worker } from 'node:worker_threads';

import { tooLong } from '../../../duckdb/too-long.ts';
import { sharedWork } from '../../query/shared-work.ts';
import type { Answers, GraphFile, Kind, Questions, Reply } from './graph-messages.ts';

/** Asks the thread that searches the graph of one build. It begins with the first question, and ends when it rests. */
export interface GraphClient {
  /**
   * Questions of the same key at the same time are asked once.
   * @throws DamagedGraph where the file is not what was written; ClientError `QUERY_TIMEOUT` or `OVERLOADED`; the signal's
   * reason where that aborts.
   */
  ask<K extends Kind>(kind: K, input: Questions[K], options: AskOptions): Promise<Answers[K]>;
  close(): Promise<void>;
}

export interface AskOptions {
  /** Tells the question from all others. */
  key: string;
  signal?: AbortSignal | undefined;
}

/** The file of the graph is not what was written. */
export class DamagedGraph extends Error {}

export interface GraphClientOptions extends GraphFile {
  /** The most that a question may take. */
  timeoutMs: number;
  /** The time at rest after which the thread ends, and its memory with it; ten minutes by default. */
  idleMs?: number;
}

const IDLE_MS = 600_000;

interface Waiting {
  resolve: (value: Answers[Kind]) => void;
  reject: (error: unknown) => void;
}

export function createGraphClient({ path, bytes, timeoutMs, idleMs = IDLE_MS }: GraphClientOptions): GraphClient {
  const shared = sharedWork<Answers[Kind]>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  let asked = 0;

  function begin(): Worker {
    const begun = new Worker(new URL('graph-thread.ts', import.meta.url), { workerData: { path, bytes } });
    begun.on('message', (reply: Reply) => settle(reply));
    begun.on('error', (error) => end(begun, error));
    begun.on('exit', () => end(begun, new Error('the thread of the graph has ended')));
    return begun;
  }

  /** Those who wait are told why it has ended. */
  function end(ended: Worker, error: unknown): void {
    if (thread !== ended) return;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function settle(reply: Reply): void {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) rest();
    if (reply.status === 'done') one?.resolve(reply.value);
    else
      one?.reject(
        reply.status === 'damaged' ? new DamagedGraph('the graph is damaged', { cause: reply.error }) : reply.error,
      );
  }

  /** Without anybody who waits, the thread keeps no process alive. */
  function rest(): void {
    thread?.unref();
    idle = setTimeout(() => void stop(), idleMs).unref();
  }

  async function stop(): Promise<void> {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }

  async function send(kind: Kind, input: Questions[Kind], signal: AbortSignal): Promise<Answers[Kind]> {
    if (closed) throw new Error('the build is closed');
    clearTimeout(idle);
    thread ??= begin();
    thread.ref();
    const stopping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const id = (asked += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Answers[Kind]>();
    waiting.set(id, { resolve, reject });
    const give = (error: unknown): void => {
      Atomics.store(stopping, 0, 1);
      reject(error);
    };
    const abort = (): void => give(signal.reason);
    const deadline = setTimeout(() => give(tooLong()), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    thread.postMessage({ id, kind, input, stop: stopping });
    try {
      return await promise;
    } finally {
      clearTimeout(deadline);
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    async ask<K extends Kind>(kind: K, input: Questions[K], { key, signal }: AskOptions) {
      return (await shared(key, (stopped) => send(kind, input, stopped), signal)) as Answers[K];
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      const ended = thread;
      if (ended !== undefined) end(ended, new Error('the build is closed'));
      await ended?.terminate();
    },
  };
}
