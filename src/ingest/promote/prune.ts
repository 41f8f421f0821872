import { rm } from 'node:fs/promises';

import { BUILD_ID, buildFolder, canBeSpared, stagingFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { BUILD_FORMAT } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import { spillFolder } from '../jobs/work-database.ts';
import { readBuilds, readPointer, readStaged } from '../../storage/builds/builds.ts';
import { listFolder } from '../../storage/files/list-folder.ts';
import { damageMarks } from '../../storage/damage/damage-marks.ts';
import { findManifest, stampOf } from '../../storage/builds/find-manifest.ts';

/** Removes builds older than those kept, except any that is in use. */
export async function pruneBuilds(
  folders: Folders,
  {
    inUse,
    keepBuilds,
    graceMs,
    now,
    log,
    onPruned,
    onSpared,
  }: {
    inUse: (buildId: string) => boolean;
    keepBuilds: number;
    /** Servers in other processes may still read a build that was replaced less than this ago. */
    graceMs: number;
    now: () => Date;
    log: Logger;
    onPruned?: (buildId: string) => void;
    /** Told of each that is left for the grace alone. */
    onSpared?: (buildId: string) => void;
  },
): Promise<void> {
  const pointer = await readPointer(folders);
  const builds = await readBuilds(folders);
  const marks = damageMarks(folders.meta);
  const found = await marks.read();
  const damaged = new Set(found.filter(({ file }) => !canBeSpared(file)).map(({ buildId }) => buildId));
  const replacedAt = new Map(
    builds.slice(1).map(({ buildId }, at) => [buildId, Date.parse(builds[at]?.builtAt ?? '')]),
  );
  // After a promotion of an older build, the one before it in service is not the one before it in age.
  if (pointer?.previousBuildId !== undefined) replacedAt.set(pointer.previousBuildId, Date.parse(pointer.promotedAt));
  // A build that was never served, left between two steps of a promotion, must not take the place of one that was, nor
  // one that nobody can go back to.
  const ids = [pointer?.previousBuildId, ...builds.map(({ buildId }) => buildId)].filter((id) => id !== undefined);
  const ranked = [pointer?.buildId, ...ids.filter((id) => !damaged.has(id)), ...ids.filter((id) => damaged.has(id))];
  const kept = new Set([...new Set(ranked.filter((id) => id !== undefined))].slice(0, keepBuilds));
  const names = await listFolder(folders.builds);
  for (const buildId of new Set(found.map((damage) => damage.buildId))) {
    if (!names.includes(buildId)) await marks.removeAll(buildId);
  }
  for (const name of names) {
    if (!BUILD_ID.test(name) || kept.has(name) || inUse(name)) continue;
    if (await isOfNewerProgram(buildFolder(folders, name))) continue;
    // A time far in the future is of a clock that was wrong: the build would stay until then.
    if (Math.abs(now().getTime() - (replacedAt.get(name) ?? 0)) < graceMs) {
      onSpared?.(name);
      continue;
    }
    await rm(buildFolder(folders, name), { recursive: true, force: true });
    await marks.removeAll(name);
    log.info({ event: 'build pruned', buildId: name });
    onPruned?.(name);
  }
}

/** After a downgrade: what this program cannot read is not its to remove. */
async function isOfNewerProgram(folder: string): Promise<boolean> {
  const { format = 0 } = stampOf(await findManifest(folder)) ?? {};
  return format > BUILD_FORMAT;
}

/** Removes the staging folders and the spill that killed or failed runs left. Only for the holder of the lock. */
export async function clearStaging(folders: Folders, log: Logger): Promise<void> {
  await rm(spillFolder(folders), { recursive: true, force: true });
  for (const { buildId, state } of await readStaged(folders)) {
    await rm(stagingFolder(folders, buildId), { recursive: true, force: true });
    log.info({ event: 'staging cleared', buildId, state });
  }
}
