import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../storage/files/durable.ts';
import type { Outcome } from './outcomes/outcome.ts';
import { RUN_KINDS } from './runs/run-records.ts';
import type { RunKind } from './runs/run-records.ts';

const lastRun = z.object({
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  status: z.enum(['promoted', 'unchanged', 'done', 'busy', 'rejected', 'failed', 'cancelled']),
  /** Not in the records of older programs. */
  kind: z.enum(RUN_KINDS).optional(),
  /** Why it was refused, failed or cancelled. */
  reason: z.string().optional(),
  /** The last run that brought the newest data or found the build to be of it; those that failed since keep it. */
  upToDate: z.object({ buildId: z.string(), at: z.string() }).optional(),
});

/**
 * How the last full ingest on a data folder ended, whichever process ran it. One that asked nobody for new data, a repair
 * or a rebuild, has a record of its own: it stands for no night's run.
 */
export type LastRun = z.infer<typeof lastRun>;

/** undefined where none has ended yet, or its record is not readable. */
export async function readLastRun(metaFolder: string): Promise<LastRun | undefined> {
  return read(pathIn(metaFolder));
}

/** How the last repair or rebuild ended. */
export async function readLastRepair(metaFolder: string): Promise<LastRun | undefined> {
  return read(repairPathIn(metaFolder));
}

/** When a run began, if it was that of the schedule. */
export function startOfNightly(last: LastRun | undefined): Date | undefined {
  return last?.kind === 'nightly' ? new Date(last.startedAt) : undefined;
}

export async function writeLastRun(
  metaFolder: string,
  { started, outcome, kind }: { started: Date; outcome: Outcome; kind?: RunKind },
): Promise<void> {
  const { status } = outcome;
  const startedAt = started.toISOString();
  const reason = status === 'rejected' || status === 'failed' || status === 'cancelled' ? outcome.reason : undefined;
  if (kind === 'repair' || kind === 'rebuild') {
    await replaceJson(repairPathIn(metaFolder), { startedAt, status, kind, reason } satisfies LastRun);
    return;
  }
  const upToDate =
    status === 'promoted' || status === 'unchanged'
      ? { buildId: outcome.buildId, at: startedAt }
      : (await readLastRun(metaFolder))?.upToDate;
  await replaceJson(pathIn(metaFolder), { startedAt, status, kind, reason, upToDate } satisfies LastRun);
}

async function read(path: string): Promise<LastRun | undefined> {
  const parsed = lastRun.safeParse(await readJson(path));
  return parsed.success ? parsed.data : undefined;
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'last-run.json');
}

function repairPathIn(metaFolder: string): string {
  return join(metaFolder, 'last-repair.json');
}
