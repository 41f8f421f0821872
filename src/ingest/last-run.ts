import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../storage/durable.ts';
import type { Outcome } from './outcomes/outcome.ts';

const lastRun = z.object({
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  status: z.enum(['promoted', 'unchanged', 'done', 'busy', 'rejected', 'failed']),
  /** Why it was refused or failed. */
  reason: z.string().optional(),
  /** The last run that brought the newest data or found the build to be of it; those that failed since keep it. */
  upToDate: z.object({ buildId: z.string(), at: z.string() }).optional(),
});

/** How the last full ingest on a data folder ended, whichever process ran it. */
export type LastRun = z.infer<typeof lastRun>;

/** undefined where none has ended yet, or its record is not readable. */
export async function readLastRun(metaFolder: string): Promise<LastRun | undefined> {
  const parsed = lastRun.safeParse(await readJson(pathIn(metaFolder)));
  return parsed.success ? parsed.data : undefined;
}

export async function writeLastRun(
  metaFolder: string,
  { started, outcome }: { started: Date; outcome: Outcome },
): Promise<void> {
  const { status } = outcome;
  const startedAt = started.toISOString();
  const reason = 'reason' in outcome ? outcome.reason : undefined;
  const upToDate =
    'buildId' in outcome ? { buildId: outcome.buildId, at: startedAt } : (await readLastRun(metaFolder))?.upToDate;
  await replaceJson(pathIn(metaFolder), { startedAt, status, reason, upToDate } satisfies LastRun);
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'last-run.json');
}
