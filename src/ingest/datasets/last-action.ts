import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../../storage/files/durable.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import type { DatasetsResult } from './dataset-result.ts';

export const DATASET_ACTIONS = ['download', 'extract', 'delete'] as const;
export type DatasetActionName = (typeof DATASET_ACTIONS)[number];

const fileResult = z.object({
  file: z.string(),
  outcome: z.enum(['DONE', 'FAILED']),
  message: z.string(),
  bytes: z.number().optional(),
  rows: z.number().optional(),
});

const datasetAction = z.object({
  action: z.enum(DATASET_ACTIONS),
  /** Name of a token, or `command line`. */
  startedBy: z.string(),
  /** Times in ISO 8601, UTC. */
  startedAt: z.string(),
  /** Undefined while it goes on. */
  endedAt: z.string().optional(),
  outcome: z.enum(['RUNNING', 'DONE', 'FAILED']),
  reason: z.string().optional(),
  files: z.array(fileResult),
  done: z.number(),
  failed: z.number(),
});

/** The last action on source files, in META_DIR/datasets-action.json: written when it begins, and when it ends. */
export type DatasetAction = z.infer<typeof datasetAction>;

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
