import { join } from 'node:path';

import { z } from 'zod';

import { DATASET_ACTIONS } from '../../dataset/sources/dataset-action.ts';
import type { DatasetAction, DatasetActionName, DatasetsResult } from '../../dataset/sources/dataset-action.ts';
import { readJson, replaceJson } from '../../storage/files/durable.ts';
import type { IngestLock } from '../../storage/files/lock.ts';

const fileResult = z.object({
  file: z.string(),
  outcome: z.enum(['DONE', 'FAILED']),
  message: z.string(),
  bytes: z.number().optional(),
  rows: z.number().optional(),
});

/** What stands in META_DIR/datasets-action.json: it is written when an action begins, and when it ends. */
const datasetAction: z.ZodType<DatasetAction> = z.object({
  action: z.enum(DATASET_ACTIONS),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  outcome: z.enum(['RUNNING', 'DONE', 'FAILED']),
  reason: z.string().optional(),
  files: z.array(fileResult),
  done: z.number(),
  failed: z.number(),
});

/** Does the work of an action and records it. Only for the holder of the lock; `work` never rejects. */
export async function recordedAction(
  metaFolder: string,
  { action, startedBy, now }: { action: DatasetActionName; startedBy: string; now: () => Date },
  work: () => Promise<DatasetsResult>,
): Promise<DatasetsResult> {
  const begun = { action, startedBy, startedAt: now().toISOString() };
  await replaceJson(pathIn(metaFolder), { ...begun, outcome: 'RUNNING', files: [], done: 0, failed: 0 });
  const result = await work();
  await replaceJson(pathIn(metaFolder), { ...begun, endedAt: now().toISOString(), ...result });
  return result;
}

/** The last action, whichever process it was in. One that goes on while nobody holds the lock was killed. */
export async function readLastAction(metaFolder: string, lock: IngestLock): Promise<DatasetAction | undefined> {
  const last = await read(metaFolder);
  if (last?.outcome !== 'RUNNING') return last;
  const release = lock.acquire();
  if (release === null) return last;
  release();
  // It may have ended after it was read.
  const again = await read(metaFolder);
  if (again?.outcome !== 'RUNNING') return again;
  return {
    ...again,
    outcome: 'FAILED',
    reason: 'its process ended without a word: it was killed, or the machine stopped',
  };
}

async function read(metaFolder: string): Promise<DatasetAction | undefined> {
  const parsed = datasetAction.safeParse(await readJson(pathIn(metaFolder)));
  return parsed.success ? parsed.data : undefined;
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'datasets-action.json');
}
