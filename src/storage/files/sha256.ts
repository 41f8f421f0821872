import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { Piscina } from 'piscina';

import { readParts } from './read-parts.ts';
import type { ReadOptions } from './read-parts.ts';

/** Largest file that is hashed in the calling thread: it takes less time than the start of another thread. */
const WORTH_A_THREAD_BYTES = 8 << 20;
/** Time that an idle thread is kept for the next file, because a new thread is slow to start. */
const IDLE_MS = 1000;
/** Highest number of threads: a slow read in the background occupies one for minutes. */
const THREADS = 3;

/** A file to hash, with options for reading it. */
export interface Hashed extends ReadOptions {
  path: string;
}

let pool: Piscina<Hashed, string> | undefined;

/**
 * SHA-256 of a file, in hexadecimal. A large file is hashed in another thread.
 * @throws errors of the system, or the reason of the signal.
 */
export async function sha256(path: string, options: ReadOptions & { signal?: AbortSignal | undefined } = {}) {
  const { signal, ...how } = options;
  if ((await stat(path)).size <= WORTH_A_THREAD_BYTES) return sha256Here({ path, ...how }, signal);
  signal?.throwIfAborted();
  return threads()
    .run({ path, ...how }, { signal: signal ?? null })
    .catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    });
}

/** SHA-256 of a file, computed in the calling thread. */
export async function sha256Here({ path, ...how }: Hashed, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of readParts(path, { ...how, signal })) hash.update(part);
  return hash.digest('hex');
}

function threads(): Piscina<Hashed, string> {
  pool ??= new Piscina<Hashed, string>({
    filename: new URL('./sha256-thread.ts', import.meta.url).href,
    name: 'hashFile',
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    recordTiming: false,
  });
  return pool;
}
