import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { BUILD_ID, buildFolder, MANIFEST_FILE, stagingFolder } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import { BUILD_FORMAT } from '../dataset/manifest.ts';
import type { Logger } from '../logger.ts';
import { spillFolder } from './build/work-database.ts';
import { readBuilds, readPointer, readStaged } from './builds.ts';
import { readJson } from './durable.ts';

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
  const pointer = await readPointer(folders);
  const newest = (await readBuilds(folders)).map(({ buildId }) => buildId);
  // A build that was never served, left between two steps of a promotion, must not take the place of one that was.
  const ranked = new Set([pointer?.buildId, pointer?.previousBuildId, ...newest].filter((id) => id !== undefined));
  const kept = new Set([...ranked].slice(0, keepBuilds));
  for (const name of await readdir(folders.builds)) {
    if (!BUILD_ID.test(name) || kept.has(name) || inUse(name)) continue;
    if (await isOfNewerProgram(buildFolder(folders, name))) continue;
    await rm(buildFolder(folders, name), { recursive: true, force: true });
    log.info({ event: 'build pruned', buildId: name });
    onPruned?.(name);
  }
}

/** After a downgrade: what this program cannot read is not its to remove. */
async function isOfNewerProgram(folder: string): Promise<boolean> {
  const manifest = await readJson(join(folder, MANIFEST_FILE));
  const format =
    typeof manifest === 'object' && manifest !== null && 'format' in manifest ? manifest.format : undefined;
  return typeof format === 'number' && format > BUILD_FORMAT;
}

/** Removes the staging folders and the spill that killed or failed runs left. Only for the holder of the lock. */
export async function clearStaging(folders: Folders, log: Logger): Promise<void> {
  await rm(spillFolder(folders), { recursive: true, force: true });
  for (const { buildId, state } of await readStaged(folders)) {
    await rm(stagingFolder(folders, buildId), { recursive: true, force: true });
    log.info({ event: 'staging cleared', buildId, state });
  }
}
