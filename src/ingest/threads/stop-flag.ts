/** Tells threads that must not be ended from outside to end by themselves. */
export interface StopFlag {
  /** Shared with threads: its first number becomes 1 when the signal aborts. */
  stop: Int32Array;
  /** Forgets the signal, which lives longer than the work. */
  release: () => void;
}

export function stopFlag(signal: AbortSignal | undefined): StopFlag {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const raise = (): void => void Atomics.store(stop, 0, 1);
  if (signal?.aborted === true) raise();
  signal?.addEventListener('abort', raise, { once: true });
  return { stop, release: () => signal?.removeEventListener('abort', raise) };
}
