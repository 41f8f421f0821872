import { ClientError } from '../../errors.ts';

/** Work that several ask for at once. */
export interface SharedWork<T> {
  /**
   * Does it, or waits for what does the same already. It ends when every one who waits has gone.
   * @throws ClientError `OVERLOADED` where too much is being done; the signal's reason where that aborts.
   */
  (key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** What waits or runs. More than these would only be answered after everybody has gone. */
const MOST_WAITING = 100;

interface Asked<T> {
  result: Promise<T>;
  /** Those who wait for it. */
  waiting: number;
  stop: AbortController;
}

export function sharedWork<T>(): SharedWork<T> {
  const asked = new Map<string, Asked<T>>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>): Asked<T> {
    if (asked.size >= MOST_WAITING) {
      throw new ClientError('OVERLOADED', 'Too many lists and searches are being read: try again in a moment.');
    }
    const stop = new AbortController();
    const one: Asked<T> = { result: work(stop.signal), waiting: 0, stop };
    asked.set(key, one);
    const forget = (): void => {
      if (asked.get(key) === one) asked.delete(key);
    };
    one.result.then(forget, forget);
    return one;
  }

  return async (key, work, signal) => {
    signal?.throwIfAborted();
    const one = asked.get(key) ?? begin(key, work);
    one.waiting += 1;
    try {
      return await orAbort(one.result, signal);
    } finally {
      one.waiting -= 1;
      if (one.waiting === 0 && signal?.aborted === true) {
        // Whoever asks from now on must not get what is being stopped.
        if (asked.get(key) === one) asked.delete(key);
        one.stop.abort(signal.reason);
      }
    }
  };
}

/** Settles as the promise does, or with the signal's reason when that aborts before. */
export async function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
