import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What somebody else sees while a server is under attack. */
export interface Probes {
  /** Ends them: how many were sent, failed, and the worst of their times. */
  stop(): Promise<ProbeResult>;
}

export interface ProbeResult {
  sent: number;
  failed: number;
  worstMs: number;
}

/**
 * Asks for `/livez` and for a small query every 50 ms, whether those before have been answered or not: in a thread of its
 * own, because the one that attacks is too busy to time what others see.
 */
export async function startProbes(url: string): Promise<Probes> {
  const worker = new Worker(new URL('probe-thread.ts', import.meta.url), { workerData: url });
  await once(worker, 'online');
  return {
    async stop() {
      const answer = once(worker, 'message');
      worker.postMessage('stop', []);
      const [result] = (await answer) as [ProbeResult];
      await worker.terminate();
      return result;
    },
  };
}
