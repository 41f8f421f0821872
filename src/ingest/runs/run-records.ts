import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../../storage/files/durable.ts';
import { STEPS } from '../outcomes/outcome.ts';

/**
 * Who or what began a run: the schedule, a person, `marquee repair`, a server that has no whole build or an outdated one,
 * or a person who goes back to a kept build.
 */
export const RUN_KINDS = ['nightly', 'by hand', 'repair', 'rebuild', 'go back'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

const runRecord = z.object({
  id: z.string(),
  kind: z.enum(RUN_KINDS),
  /** Times in ISO 8601, UTC. */
  startedAt: z.string(),
  endedAt: z.string(),
  /** Name of a token, `command line`, `schedule` or `service`. */
  startedBy: z.string(),
  outcome: z.enum(['promoted', 'unchanged', 'done', 'rejected', 'failed', 'cancelled']),
  /** Why it was refused, failed or cancelled; what a single step has done. */
  reason: z.string().optional(),
  buildId: z.string().optional(),
  /** Steps in their order, with the time that each took. */
  steps: z.array(z.object({ step: z.enum(STEPS), durationMs: z.number() })),
});

/** A run that has ended, whichever process ran it. */
export type RunRecord = z.infer<typeof runRecord>;

/** Number of runs that are kept. */
export const KEPT_RUNS = 50;

const runRecords = z.array(runRecord.optional().catch(undefined));

/** The runs that ended last, newest first; none where the file is missing or not readable. */
export async function readRuns(metaFolder: string): Promise<RunRecord[]> {
  const parsed = runRecords.safeParse(await readJson(pathIn(metaFolder)));
  return parsed.success ? parsed.data.filter((run) => run !== undefined) : [];
}

/** Adds a run to those kept. Only for the holder of the lock. */
export async function addRun(metaFolder: string, run: RunRecord): Promise<void> {
  const others = (await readRuns(metaFolder)).filter(({ id }) => id !== run.id);
  await replaceJson(pathIn(metaFolder), [run, ...others].slice(0, KEPT_RUNS));
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'runs.json');
}
