import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import roll from 'pino-roll';

import { leftOut, sturdyStream } from './sturdy-stream.ts';
import type { SturdyStream } from './sturdy-stream.ts';

export interface LogFiles extends SturdyStream {
  end(): void;
}

export interface LogFilesOptions {
  folder: string;
  /** Files kept, one a day. */
  keep: number;
}

const NAME = 'log files';
const OPEN_AGAIN_MS = 60_000;
/** What a disk says that is full, or gone. */
const DISK_ERRORS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

const LOG_FILE = /^marquee\.[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+\.log$/;

/**
 * One file a day, `marquee.2026-11-21.1.log`, in a folder that is made; the oldest go beyond `keep` files. The files
 * are in the time zone of the process. On a disk that is full lines are left out until it has room.
 */
export async function openLogFiles(options: LogFilesOptions): Promise<LogFiles> {
  try {
    return await open(options);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return openLater(options, error);
  }
}

export function isDiskError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && DISK_ERRORS.has(String(error.code));
}

async function open({ folder, keep }: LogFilesOptions): Promise<LogFiles> {
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
  const lines = sturdyStream(files, NAME);
  await removeOldest(folder, keep);
  return { ...lines, end: () => files.end() };
}

function openLater(options: LogFilesOptions, { message }: Error): LogFiles {
  let files: LogFiles | undefined;
  let lines = 0;
  const timer = setInterval(() => void openAgain(), OPEN_AGAIN_MS);
  timer.unref();

  async function openAgain(): Promise<void> {
    files = await open(options).catch(() => undefined);
    if (files !== undefined) clearInterval(timer);
  }

  return {
    write(line) {
      if (files === undefined) lines += 1;
      else files.write(line);
    },
    problem: () => (files === undefined ? leftOut(NAME, { reason: message, lines }) : files.problem()),
    end() {
      clearInterval(timer);
      files?.end();
    },
  };
}

/** Files go by themselves at midnight, which a process that ends before it does not see. */
async function removeOldest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => LOG_FILE.test(name));
  // The date comes first and then the number, so that the order of the names is that of time.
  const newest = names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  await Promise.all(newest.slice(keep).map((name) => rm(join(folder, name), { force: true })));
}
