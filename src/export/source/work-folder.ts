import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { createIngestLock } from '../../storage/files/lock.ts';

/** A folder for files of an export on their way. */
export interface WorkFolder {
  path: string;
  remove(): Promise<void>;
}

const NAME = /^export-[0-9a-f-]+$/;

/** Makes a folder in `tmp`, and removes those of exports that were killed. */
export async function openWorkFolder(tmp: string): Promise<WorkFolder> {
  const path = join(tmp, `export-${randomUUID()}`);
  // Before the folder is there: whoever finds a folder whose lock is free knows that its export has ended.
  const release = createIngestLock(lockOf(path)).acquire();
  if (release === null) throw new Error(`another process has ${path}, a name by chance`);
  async function remove(): Promise<void> {
    await rm(path, { recursive: true, force: true });
    release?.();
    await rm(lockOf(path), { force: true });
  }
  try {
    await mkdir(path);
    await removeLeftovers(tmp);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

async function removeLeftovers(tmp: string): Promise<void> {
  for (const name of (await readdir(tmp)).filter((entry) => NAME.test(entry))) {
    const path = join(tmp, name);
    try {
      const release = createIngestLock(lockOf(path)).acquire();
      if (release === null) continue;
      await rm(path, { recursive: true, force: true });
      release();
      await rm(lockOf(path), { force: true });
    } catch {
      // One of another user stays, and holds up no export.
    }
  }
}

function lockOf(path: string): string {
  return `${path}.lock`;
}
