import { join } from 'node:path';

import { TMDB_SNAPSHOT_FOLDER } from '../../../../dataset/builds/paths.ts';
import { fileTask } from '../../../threads/file-task.ts';
import { inThread } from '../../../threads/in-thread.ts';
import { stopFlag } from '../../../threads/stop-flag.ts';
import { openMirror } from '../mirror.ts';
import { writeSnapshot } from './write-snapshot.ts';
import type { SnapshotResult } from './write-snapshot.ts';

/**
 * Writes the snapshot of the mirror in TMDB_DIR in another thread, which opens the mirror beside whoever has it open: the
 * process goes on to answer.
 * @throws the reason of the signal, when the thread has ended.
 */
export async function makeSnapshot(options: {
  /** TMDB_DIR. */
  folder: string;
  now: () => Date;
  signal?: AbortSignal | undefined;
}): Promise<SnapshotResult> {
  const { folder, now, signal } = options;
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

/** As makeSnapshot, in this thread. */
export async function snapshotHere({ folder, time, stop }: Input): Promise<SnapshotResult> {
  const mirror = openMirror(folder);
  const stopping = new AbortController();
  const timer = setInterval(() => {
    if (Atomics.load(stop, 0) === 1) stopping.abort();
  }, STOP_CHECK_MS);
  try {
    const { signal } = stopping;
    return await writeSnapshot({
      mirror,
      folder: join(folder, TMDB_SNAPSHOT_FOLDER),
      now: () => new Date(time),
      signal,
    });
  } finally {
    clearInterval(timer);
    mirror.close();
  }
}

const STOP_CHECK_MS = 50;
/** It ends by itself: a thread that is ended from outside leaves half files behind. */
const TASK = fileTask(import.meta.url, snapshotHere, { endsByItself: true });
