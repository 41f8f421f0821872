import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { isMissing } from '../../storage/files/durable.ts';

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
 * Asks a run to end, in whichever process it is: its process looks for META_DIR/cancel.jsonl twice a second. A request
 * names the run, so that it never ends another one. Each is a line, because several may ask at once, in processes that
 * do not hold the lock.
 */
export async function askToCancel(metaFolder: string, asked: CancelRequest): Promise<void> {
  // In one write, so that lines do not mix; with a line break before it too, because a full disk may have cut one off.
  await appendFile(pathIn(metaFolder), `\n${JSON.stringify(asked)}\n`);
}

/** Who wanted this run to end first; undefined if nobody does. */
export async function whoCancels(metaFolder: string, runId: string): Promise<string | undefined> {
  const text = await readFile(pathIn(metaFolder), 'utf8').catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return '';
  });
  return text
    .split('\n')
    .flatMap(requestOf)
    .find((asked) => asked.runId === runId)?.by;
}

/** Removes the requests, whichever runs they name. Only for the holder of the lock. */
export async function removeCancel(metaFolder: string): Promise<void> {
  await rm(pathIn(metaFolder), { force: true });
}

/** The request of a line; none for a line that was cut off. */
function requestOf(line: string): CancelRequest[] {
  try {
    const parsed = request.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'cancel.jsonl');
}
