import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

import { Piscina } from 'piscina';

import { Rejected } from '../outcomes/outcome.ts';
import type { FileTask } from './file-task.ts';

/** What a thread is sent, and what it answers with. */
export interface Message {
  module: string;
  name: string;
  input: unknown;
}
export type Answer =
  | { status: 'done'; value: unknown }
  /** The data is not what it should be: `error` was a Rejected. */
  | { status: 'rejected'; error: unknown }
  | { status: 'failed'; error: unknown };

/** A smaller file is read before a thread has begun. */
const WORTH_A_THREAD_BYTES = 8 << 20;

/** Whether a file is so large that reading it to the end would keep the answers of a serving process waiting. */
export async function isWorthAThread(path: string): Promise<boolean> {
  return (await stat(path)).size > WORTH_A_THREAD_BYTES;
}

/**
 * A new thread takes some three tenths of a second of work until its code runs fast, and a build has hundreds of tasks,
 * which wait for DuckDB in between. A thread at rest keeps the memory of its last task.
 */
const IDLE_MS = 4000;

let pool: Piscina<Message, Answer> | undefined;

/** As many threads as there are cores, each begun when it is wanted, and none when all has been at rest. */
function threads(): Piscina<Message, Answer> {
  pool ??= new Piscina<Message, Answer>({
    filename: new URL('file-thread.ts', import.meta.url).href,
    name: 'doTask',
    minThreads: 0,
    maxThreads: Math.max(2, availableParallelism()),
    idleTimeout: IDLE_MS,
    recordTiming: false,
  });
  return pool;
}

/**
 * Works through a file in another thread. The signal is not part of the input.
 * @throws what the task throws, or the reason of the signal.
 */
export async function inThread<Input, Output>(
  { module, name, endsByItself }: FileTask<Input, Output>,
  { signal, ...input }: Input & { signal?: AbortSignal | undefined },
): Promise<Output> {
  signal?.throwIfAborted();
  const answer = await threads()
    .run({ module, name, input }, { signal: endsByItself ? null : (signal ?? null) })
    .catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  signal?.throwIfAborted();
  if (answer.status === 'done') return answer.value as Output;
  // An error loses its class on the way between threads.
  const { status, error } = answer;
  throw status === 'rejected' && error instanceof Error ? new Rejected(error.message, { cause: error.cause }) : error;
}
