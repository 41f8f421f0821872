import { setTimeout as sleep } from 'node:timers/promises';

import type { IngestLock } from './lock.ts';

/** Time for which the lock may be held by a process that only looks whether a run was killed. */
const LOOK_MS = 200;

/** Acquires the lock for work; null if another process works. It tries twice: the first time somebody may only look. */
export async function acquireLock(lock: IngestLock): Promise<(() => void) | null> {
  const release = lock.acquire();
  if (release !== null) return release;
  await sleep(LOOK_MS);
  return lock.acquire();
}
