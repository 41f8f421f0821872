import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { LoadJob, LoadMessage, LoadResult } from './load-job.ts';
import { cpuMsOf, memoryOf } from '../processes/process-usage.ts';

export interface MeasuredLoad extends LoadResult {
  cpuMsPerRequest: number;
  memoryBytes: number;
}

const LOAD = fileURLToPath(new URL('load.ts', import.meta.url));

/**
 * Runs a job in a process of its own, and reads what the server's processes use meanwhile. It ends before its time
 * when `until` does.
 */
export async function runLoad(
  job: LoadJob,
  { serverPids, until }: { serverPids: readonly number[]; until?: Promise<unknown> },
): Promise<MeasuredLoad> {
  const child = fork(LOAD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let before = cpuMsOf(serverPids);
  let measured: MeasuredLoad | undefined;
  child.on('message', (message: LoadMessage) => {
    const cpuMs = cpuMsOf(serverPids);
    if (message.event === 'warm') {
      before = cpuMs;
    } else {
      const { result } = message;
      const cpuMsPerRequest = (cpuMs - before) / Math.max(result.requests + result.failures, 1);
      measured = { ...result, cpuMsPerRequest, memoryBytes: memoryOf(serverPids) };
    }
  });
  child.send(job);
  const ended = once(child, 'exit');
  const stop = (): void => void (child.connected && child.send('stop'));
  await Promise.race([ended, until?.finally(stop) ?? ended]);
  await ended;
  if (measured === undefined) throw new Error(`the load of ${job.workload} ended without a result: see above`);
  return measured;
}
