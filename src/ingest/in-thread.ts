import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import type { Source } from '../dataset/sources.ts';
import type { Packed, PackInput } from './build/pack-documents.ts';
import { Rejected } from './outcome.ts';
import type { ScannedFile } from './scan-file.ts';

/** What a thread can be asked for, and what it answers with. */
export interface FileTasks {
  scan: { input: { path: string; source: Source }; output: ScannedFile };
  sha256: { input: { path: string }; output: string };
  pack: { input: PackInput; output: Packed };
  count: { input: { path: string }; output: number };
}

export type TaskName = keyof FileTasks;
export type Task = { [Name in TaskName]: { name: Name } & FileTasks[Name]['input'] }[TaskName];
export type Answer = { value: unknown } | { rejected: boolean; error: unknown };

/** A smaller file is read before a thread has begun. */
const WORTH_A_THREAD_BYTES = 8 << 20;

/** Whether a file is so large that reading it to the end would keep the answers of a serving process waiting. */
export async function isWorthAThread(path: string): Promise<boolean> {
  return (await stat(path)).size > WORTH_A_THREAD_BYTES;
}

/**
 * Works through a file in a thread of its own.
 * @throws what the task throws, or the reason of the signal.
 */
export async function inThread<Name extends TaskName>(
  name: Name,
  { signal, ...input }: FileTasks[Name]['input'] & { signal?: AbortSignal | undefined },
): Promise<FileTasks[Name]['output']> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('file-thread.ts', import.meta.url), { workerData: { name, ...input } });
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const stop = (): void => reject(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the thread that worked on ${input.path} ended with code ${code}`)));
  try {
    const answer = await promise;
    if ('value' in answer) return answer.value as FileTasks[Name]['output'];
    // An error loses its class on the way between threads.
    const { error } = answer;
    throw answer.rejected && error instanceof Error ? new Rejected(error.message, { cause: error.cause }) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
