import { readdir, rm } from 'node:fs/promises';

import { BUILD_ID, buildFolder, stagingFolder } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import type { Logger } from '../logger.ts';
import { spillFolder } from './build/work-database.ts';
import { readBuilds, readPointer, readStaged } from './builds.ts';

/** Removes builds older than those kept, except any that is in use. */
export async function pruneBuilds(
  folders: Folders,
  {
    inUse,
    keepBuilds,
    log,
    onPruned,
  }: { inUse: (buildId: string) => boolean; keepBuilds: number; log: Logger; onPruned?: (buildId: string) => void },
): Promise<void> {
  const current = (await readPointer(folders))?.buildId;
  const newest = (await readBuilds(folders)).slice(0, keepBuilds).map(({ buildId }) => buildId);
  const kept = new Set([current, ...newest]);
  for (const name of await readdir(folders.builds)) {
    if (!BUILD_ID.test(name) || kept.has(name) || inUse(name)) continue;
    await rm(buildFolder(folders, name), { recursive: true, force: true });
    log.info({ event: 'build pruned', buildId: name });
    onPruned?.(name);
  }
}

/** Removes the staging folders and the spill that killed or failed runs left. Only for the holder of the lock. */
export async function clearStaging(folders: Folders, log: Logger): Promise<void> {
  await rm(spillFolder(folders), { recursive: true, force: true });
  for (const { buildId, state } of await readStaged(folders)) {
    await rm(stagingFolder(folders, buildId), { recursive: true, force: true });
    log.info({ event: 'staging cleared', buildId, state });
  }
}
