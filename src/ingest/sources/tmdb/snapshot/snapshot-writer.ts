import { dirname } from 'node:path';

import type { Logger } from '../../../../process/logger.ts';
import { fileTask } from '../../../threads/file-task.ts';
import { inThread } from '../../../threads/in-thread.ts';
import { stopFlag } from '../../../threads/stop-flag.ts';
import { openMirror } from '../mirror.ts';
import { writeSnapshot } from './write-snapshot.ts';
import type { SnapshotOptions, SnapshotResult } from './write-snapshot.ts';

type WriterOptions = Omit<SnapshotOptions, 'mirror'>;

/**
 * Writes snapshots in another thread, so that a process that serves goes on to answer, and logs what came of each. The
 * thread opens the mirror, which is in the folder above that of the snapshot, beside whoever has it open.
 */
export function snapshotWriter(log: Logger): (options: WriterOptions) => Promise<SnapshotResult> {
  return async (options) => {
    const begun = performance.now();
    const result = await inOtherThread(options);
    const { status, files, tooOld, damaged, odd } = result;
    const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    log.info({
      event: 'tmdb snapshot',
      status,
      rows,
      bytes,
      tooOld,
      damaged,
      durationMs: Math.round(performance.now() - begun),
    });
    if (damaged > 0) log.warn({ event: 'tmdb answers damaged', answers: damaged });
    if (odd.length > 0) log.info({ event: 'tmdb values left out', columns: odd });
    return result;
  };
}

async function inOtherThread({ folder, now, signal }: WriterOptions): Promise<SnapshotResult> {
  const { stop, release } = stopFlag(signal);
  try {
    return await inThread(TASK, { folder, time: now().getTime(), stop, signal });
  } finally {
    release();
  }
}

interface Input {
  folder: string;
  time: number;
  stop: Int32Array;
}

/** Writes the snapshot in this thread, unless the flag is raised. */
export async function snapshotHere({ folder, time, stop }: Input): Promise<SnapshotResult> {
  const mirror = openMirror(dirname(folder));
  const stopping = new AbortController();
  const look = (): void => {
    if (Atomics.load(stop, 0) === 1) stopping.abort();
  };
  look();
  const timer = setInterval(look, STOP_CHECK_MS);
  try {
    return await writeSnapshot({ mirror, folder, now: () => new Date(time), signal: stopping.signal });
  } finally {
    clearInterval(timer);
    mirror.close();
  }
}

const STOP_CHECK_MS = 50;
/** It ends by itself: a thread that is ended from outside leaves half files behind. */
const TASK = fileTask(import.meta.url, snapshotHere, { endsByItself: true });
