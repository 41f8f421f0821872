import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';

import { Piscina } from 'piscina';

import type { Source } from '../../dataset/sources/imdb.ts';
import type { Packed } from '../../formats/documents/block-writer.ts';
import type { CleanInput } from '../sources/imdb/clean-copy.ts';
import type { ItemsByKey, ItemsInput } from '../indexes/items-by-key.ts';
import type { LinesInput } from '../indexes/pack-lines.ts';
import type { NumbersInput } from '../indexes/pack-numbers.ts';
import type { PostingsInput } from '../indexes/pack-postings.ts';
import { Rejected } from '../outcomes/outcome.ts';
import type { ScannedFile } from '../sources/imdb/scan-file.ts';

/** What a thread can be asked for, and what it answers with. */
export interface FileTasks {
  scan: { input: { path: string; source: Source }; output: ScannedFile };
  cleanCopy: { input: CleanInput; output: void };
  readItems: { input: ItemsInput; output: ItemsByKey };
  packLines: { input: LinesInput; output: Packed };
  packNumbers: { input: NumbersInput; output: Packed };
  packPostings: { input: PostingsInput; output: number };
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

/** A new thread takes a tenth of a second of work to begin, and a build has hundreds of tasks. */
const IDLE_MS = 1000;

let pool: Piscina<Task, Answer> | undefined;

/** As many threads as there are cores, each begun when it is wanted, and none when all has been at rest. */
function threads(): Piscina<Task, Answer> {
  pool ??= new Piscina<Task, Answer>({
    filename: new URL('../file-thread.ts', import.meta.url).href,
    name: 'doTask',
    minThreads: 0,
    maxThreads: Math.max(2, availableParallelism()),
    idleTimeout: IDLE_MS,
    recordTiming: false,
  });
  return pool;
}

/** DuckDB ends the process when the thread ends that it works for: such a task is waited for. */
const ENDS_BY_ITSELF: ReadonlySet<TaskName> = new Set(['packNumbers', 'packPostings']);

/**
 * Works through a file in another thread.
 * @throws what the task throws, or the reason of the signal.
 */
export async function inThread<Name extends TaskName>(
  name: Name,
  { signal, ...input }: FileTasks[Name]['input'] & { signal?: AbortSignal | undefined },
): Promise<FileTasks[Name]['output']> {
  signal?.throwIfAborted();
  const answer = await threads()
    .run({ name, ...input } as Task, { signal: ENDS_BY_ITSELF.has(name) ? null : (signal ?? null) })
    .catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
  signal?.throwIfAborted();
  if ('value' in answer) return answer.value as FileTasks[Name]['output'];
  // An error loses its class on the way between threads.
  const { error } = answer;
  throw answer.rejected && error instanceof Error ? new Rejected(error.message, { cause: error.cause }) : error;
}
