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
  let lent = 0;
  let failure: { reason: unknown } | undefined;

  /** Waits for its turn, which whoever gives a session back hands on. */
  async function take(): Promise<T> {
    if (lent < most) lent += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      refuse();
      const session = free.pop() ?? (await open());
      if (!all.includes(session)) all.push(session);
      // While it was opened another may have failed.
      refuse();
      return session;
    } catch (error) {
      give();
      throw error;
    }
  }

  function refuse(): void {
    signal.throwIfAborted();
    if (failure !== undefined) throw failure.reason;
  }

  function give(session?: T): void {
    if (session !== undefined) free.push(session);
    const next = waiting.shift();
    if (next === undefined) lent -= 1;
    else next();
  }

  async function lend<R>(work: (session: T) => Promise<R>): Promise<R> {
    const session = await take();
    try {
      return await work(session);
    } catch (error) {
      failure ??= { reason: error };
      throw error;
    } finally {
      give(session);
    }
  }

  return {
    async use(work) {
      const run = lend(work);
      // From the beginning: a session that is still opened has to be closed too.
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    async close() {
      failure ??= { reason: new Error('the pool is closed') };
      while (running.size > 0) await Promise.allSettled(running);
      await Promise.allSettled(all.map((session) => session.close()));
    },
  };
}
