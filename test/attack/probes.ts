import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What somebody else sees while a server is under attack. */
export interface Probes {
  /** Probes while the work is done, from before it to a moment after it. */
  during<T>(work: () => Promise<T>): Promise<{ value: T; probes: ProbeResult }>;
  end(): Promise<void>;
}

export interface ProbeResult {
  sent: number;
  failed: number;
  worstMs: number;
}

/**
 * Asks for `/livez`, on a connection that is kept and on a new one, and for a small query every 50 ms, whether those before
 * have been answered or not: in a thread of its own, because the one that attacks is too busy to time what others see. One
 * of each is answered before the work begins.
 */
export function createProbes(url: string): Probes {
  const worker = new Worker(new URL('probe-thread.ts', import.meta.url), { workerData: url });

  async function tell(message: 'start' | 'stop'): Promise<unknown> {
    const answer = once(worker, 'message');
    worker.postMessage(message, []);
    const [value] = (await answer) as [unknown];
    return value;
  }

  return {
    async during(work) {
      await tell('start');
      const value = await work();
      return { value, probes: (await tell('stop')) as ProbeResult };
    },
    async end() {
      await worker.terminate();
    },
  };
}
