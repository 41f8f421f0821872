import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../../storage/files/durable.ts';

/** The reason of a run that somebody ends. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(by: string) {
    super(`cancelled by ${by}`);
  }
}

const request = z.object({ runId: z.string(), by: z.string() });

/** A run that is to end, and who wants it to. */
export type CancelRequest = z.infer<typeof request>;

/**
 * Asks a run to end, in whichever process it is: its process looks for the file META_DIR/cancel.json twice a second. It
 * names the run, so that it never ends another one.
 */
export async function askToCancel(metaFolder: string, asked: CancelRequest): Promise<void> {
  await replaceJson(pathIn(metaFolder), asked);
}

/** Who wants this run to end; undefined if nobody does. */
export async function whoCancels(metaFolder: string, runId: string): Promise<string | undefined> {
  const parsed = request.safeParse(await readJson(pathIn(metaFolder)));
  return parsed.success && parsed.data.runId === runId ? parsed.data.by : undefined;
}

/** Removes the request, whichever run it named. Only for the holder of the lock. */
export async function removeCancel(metaFolder: string): Promise<void> {
  await rm(pathIn(metaFolder), { force: true });
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'cancel.json');
}
