interface Closable {
  close(): Promise<void>;
}

export interface Pool<T> {
  /** Lends a session to a piece of work, in the order of asking. After a failure all later work is refused with it. */
  use<R>(work: (session: T) => Promise<R>): Promise<R>;
  /** Waits for the work that runs, and closes the sessions. */
  close(): Promise<void>;
}

export interface PoolOptions<T> {
  open: () => Promise<T>;
  /** Sessions at a time. */
  most: number;
  signal: AbortSignal;
}

/** A pool of sessions, opened as they are needed, each used by one at a time. */
export function createPool<T extends Closable>({ open, most, signal }: PoolOptions<T>): Pool<T> {
  const free: T[] = [];
  const all: T[] = [];
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let [lent, failed, failure] = [0, false, undefined as unknown];

  async function take(): Promise<T> {
    while (lent >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    lent += 1;
    try {
      signal.throwIfAborted();
      if (failed) throw failure;
      const session = free.pop() ?? (await open());
      if (!all.includes(session)) all.push(session);
      return session;
    } catch (error) {
      give();
      throw error;
    }
  }

  function give(session?: T): void {
    lent -= 1;
    if (session !== undefined) free.push(session);
    waiting.shift()?.();
  }

  return {
    async use(work) {
      const session = await take();
      const run = work(session);
      running.add(run);
      try {
        return await run;
      } catch (error) {
        if (!failed) [failed, failure] = [true, error];
        throw error;
      } finally {
        running.delete(run);
        give(session);
      }
    },
    async close() {
      if (!failed) [failed, failure] = [true, new Error('the pool is closed')];
      while (running.size > 0) await Promise.allSettled(running);
      await Promise.allSettled(all.map((session) => session.close()));
    },
  };
}
