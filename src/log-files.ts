import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { DestinationStream } from 'pino';

import roll from 'pino-roll';

export interface LogFiles extends DestinationStream {
  end(): void;
}

const LOG_FILE = /^marquee\.[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+\.log$/;

/**
 * One file a day, `marquee.2026-11-21.1.log`, in a folder that is made; the oldest go beyond `keep` files. The files
 * are in the time zone of the process.
 */
export async function openLogFiles({ folder, keep }: { folder: string; keep: number }): Promise<LogFiles> {
  const files = await roll({
    file: join(folder, 'marquee'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    mkdir: true,
    // Synchronous, so that the last lines before an exit are not lost.
    sync: true,
    // Against its documentation, the file that is written counts too: with one fewer it would take that away.
    limit: { count: keep, removeOtherLogFiles: true },
  });
  await removeOldest(folder, keep);
  return files;
}

/** Files go by themselves at midnight, which a process that ends before it does not see. */
async function removeOldest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => LOG_FILE.test(name));
  // The date comes first and then the number, so that the order of the names is that of time.
  const newest = names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  await Promise.all(newest.slice(keep).map((name) => rm(join(folder, name), { force: true })));
}
