import { setTimeout as sleep } from 'node:timers/promises';

/** The result of work if it ends within a time; undefined if it goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const over = new AbortController();
  // Rejections after the time are for whoever has begun the work.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, sleep(ms, undefined, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
