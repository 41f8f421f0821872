import { parentPort, workerData } from 'node:worker_threads';

import type { Answer, Task } from './in-thread.ts';
import { Rejected } from './outcome.ts';
import { scanHere } from './scan-file.ts';
import { sha256Here } from './sha256.ts';

/** The beginning of a thread, which does one task and ends. */
async function answer(task: Task): Promise<Answer> {
  try {
    return { value: task.name === 'scan' ? await scanHere(task.path, task) : await sha256Here(task.path) };
  } catch (error) {
    return { rejected: error instanceof Rejected, error };
  }
}

parentPort?.postMessage(await answer(workerData as Task), []);
