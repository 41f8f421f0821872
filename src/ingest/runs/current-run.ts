import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { readJson } from '../../storage/files/durable.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import { STEPS } from '../outcomes/outcome.ts';
import { addRun, RUN_KINDS } from './run-records.ts';
import type { RunRecord } from './run-records.ts';

const currentRun = z.object({
  id: z.string(),
  kind: z.enum(RUN_KINDS),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  startedBy: z.string(),
  step: z.enum(STEPS),
  /** Steps that have ended. */
  steps: z.array(z.object({ step: z.enum(STEPS), durationMs: z.number() })),
  /** Bytes of the downloads, as far as their sizes are known. */
  bytes: z.number().optional(),
  totalBytes: z.number().optional(),
  /** Rows of the tables and indexes that are written. */
  rows: z.number().optional(),
  /** Share of the step that is done, from 0 to 1; undefined where it is not known. */
  stepShare: z.number().optional(),
  /** Until the end of the run. */
  estimatedSeconds: z.number().optional(),
});

/**
 * The run that goes on, in META_DIR/run.json: the holder of the lock writes it when it begins, about once a second, and
 * removes it before it releases the lock. Any process on the data folder reads how far the run is.
 */
export type CurrentRun = z.infer<typeof currentRun>;

/** The run that the file tells of; it may have been killed. */
export async function readCurrentRun(metaFolder: string): Promise<CurrentRun | undefined> {
  const parsed = currentRun.safeParse(await readJson(pathIn(metaFolder)));
  return parsed.success ? parsed.data : undefined;
}

/** Not flushed to the disk: after a power loss there is no run. */
export async function writeCurrentRun(metaFolder: string, run: CurrentRun): Promise<void> {
  const path = pathIn(metaFolder);
  const temporary = `${path}.new`;
  try {
    await writeFile(temporary, JSON.stringify(run));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

export async function removeCurrentRun(metaFolder: string): Promise<void> {
  await rm(pathIn(metaFolder), { force: true });
}

/**
 * The run that goes on. If the file is there and nobody holds the lock, its process was killed: the run is recorded as
 * failed, by the first who looks.
 */
export async function findRunning(
  metaFolder: string,
  { lock, now }: { lock: IngestLock; now: () => Date },
): Promise<CurrentRun | undefined> {
  const run = await readCurrentRun(metaFolder);
  if (run === undefined) return undefined;
  const release = lock.acquire();
  if (release === null) return run;
  try {
    await recordKilled(metaFolder, now);
  } finally {
    release();
  }
  return undefined;
}

/** Records a run whose process was killed. Only for the holder of the lock. */
export async function recordKilled(metaFolder: string, now: () => Date): Promise<RunRecord | undefined> {
  const run = await readCurrentRun(metaFolder);
  if (run === undefined) return undefined;
  const { id, kind, startedAt, startedBy, step, steps } = run;
  const reason = `the process that ran it ended in step ${step} without a word: it was killed, or the machine stopped`;
  const endedAt = now().toISOString();
  const record: RunRecord = { id, kind, startedAt, startedBy, endedAt, outcome: 'failed', reason, steps };
  await addRun(metaFolder, record);
  await removeCurrentRun(metaFolder);
  return record;
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'run.json');
}
