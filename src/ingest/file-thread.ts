import { parentPort, workerData } from 'node:worker_threads';

import { packHere } from './build/pack-documents.ts';
import { countDocumentsHere } from './count-documents.ts';
import type { Answer, Task } from './in-thread.ts';
import { Rejected } from './outcome.ts';
import { scanHere } from './scan-file.ts';
import { sha256Here } from './sha256.ts';

/** The beginning of a thread, which does one task and ends. */
async function answer(task: Task): Promise<Answer> {
  try {
    return { value: await work(task) };
  } catch (error) {
    return { rejected: error instanceof Rejected, error };
  }
}

function work(task: Task): unknown {
  switch (task.name) {
    case 'scan':
      return scanHere(task.path, task);
    case 'sha256':
      return sha256Here(task.path);
    case 'pack':
      return packHere(task);
    case 'count':
      return countDocumentsHere(task.path);
  }
}

parentPort?.postMessage(await answer(workerData as Task), []);
