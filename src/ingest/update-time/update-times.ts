import { join } from 'node:path';

import { z } from 'zod';

import { readJson, replaceJson } from '../../storage/files/durable.ts';
import { learnTime, withNight } from './learn-time.ts';
import type { LearnedTime, UpdateTimes } from './learn-time.ts';

const updateTimes = z.record(z.string(), z.array(z.iso.datetime()));

/** META_DIR/update-times.json: when the last versions of each file were published. Unreadable times are none. */
async function readUpdateTimes(metaFolder: string): Promise<UpdateTimes> {
  const parsed = updateTimes.safeParse(await readJson(pathIn(metaFolder)));
  const files = parsed.success ? Object.entries(parsed.data) : [];
  return Object.fromEntries(files.map(([name, nights]) => [name, nights.map((night) => Date.parse(night))]));
}

export async function readLearnedTime(metaFolder: string): Promise<LearnedTime> {
  return learnTime(await readUpdateTimes(metaFolder));
}

/**
 * Records when the files of a run were published, for the holder of the lock. Files without a Last-Modified teach
 * nothing, nor do those that claim to be newer than the run, as servers do that make up the time of each answer.
 */
export async function recordUpdateTimes(
  metaFolder: string,
  { files, startedAt }: { files: readonly { name: string; lastModified: string | null }[]; startedAt: Date },
): Promise<void> {
  const before = await readUpdateTimes(metaFolder);
  const after: Record<string, readonly number[]> = { ...before };
  for (const { name, lastModified } of files) {
    const time = Date.parse(lastModified ?? '');
    if (time < startedAt.getTime()) after[name] = withNight(after[name] ?? [], time);
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const texts = Object.entries(after).map(([name, nights]) => [
    name,
    nights.map((night) => new Date(night).toISOString()),
  ]);
  await replaceJson(pathIn(metaFolder), Object.fromEntries(texts));
}

function pathIn(metaFolder: string): string {
  return join(metaFolder, 'update-times.json');
}
