import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { leftOut, sturdyStream } from './sturdy-stream.ts';
import type { SturdyStream } from './sturdy-stream.ts';

export interface LogFiles extends SturdyStream {
  end(): void;
}

export interface LogFilesOptions {
  folder: string;
  /** Number of files kept, one for each day. */
  keep: number;
}

const NAME = 'log files';
const OPEN_AGAIN_MS = 60_000;
/** Errors of a disk that is full, read-only or gone. */
const DISK_ERRORS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

const LOG_FILE = /^marquee\.[0-9]{4}-[0-9]{2}-[0-9]{2}\.[0-9]+\.log$/;

/**
 * Opens daily log files such as `marquee.2026-11-21.1.log`, creates their folder and removes the oldest beyond `keep`.
 * Days are those of the process's time zone. While the disk is full, lines are dropped.
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
  // Where log files are wanted alone: it comes with all of date-fns, hundreds of modules.
  const { default: roll } = await import('pino-roll');
  const files = await roll({
    file: join(folder, 'marquee'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    mkdir: true,
    // Synchronous, so that the last lines before an exit are not lost.
    sync: true,
    // Contrary to its documentation, the count includes the current file: with one fewer it would be removed.
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

/** Removes the oldest files. pino-roll does so at midnight only, which a short process never reaches. */
async function removeOldest(folder: string, keep: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => LOG_FILE.test(name));
  // Names have the date and then the number, so that they sort by time.
  const newest = names.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  await Promise.all(newest.slice(keep).map((name) => rm(join(folder, name), { force: true })));
}
