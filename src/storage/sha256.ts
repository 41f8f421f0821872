import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { Piscina } from 'piscina';

import { readParts } from './read-parts.ts';
import type { ReadOptions } from './read-parts.ts';

/** A smaller file is read before a thread has begun. */
const WORTH_A_THREAD_BYTES = 8 << 20;
/** A new thread takes some time to begin, and files come one after the other. */
const IDLE_MS = 1000;
/** What is read slowly in the background keeps one of them for minutes. */
const THREADS = 3;

/** A file, and how it is to be read. */
export interface Hashed extends ReadOptions {
  path: string;
}

let pool: Piscina<Hashed, string> | undefined;

/**
 * SHA-256 of a file, in hexadecimal. A large one is hashed in another thread.
 * @throws what the system says, or the signal's reason.
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

/** The same in this thread. */
export async function sha256Here({ path, ...how }: Hashed, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of readParts(path, { ...how, signal })) hash.update(part);
  return hash.digest('hex');
}

function threads(): Piscina<Hashed, string> {
  pool ??= new Piscina<Hashed, string>({
    filename: new URL('sha256-thread.ts', import.meta.url).href,
    name: 'hashFile',
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: IDLE_MS,
    recordTiming: false,
  });
  return pool;
}
