import { rename } from 'node:fs/promises';

import { buildFolder, commandOver, stagingFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { Pointer } from '../../dataset/builds/manifest.ts';
import { nextVersion, readPointer } from '../../storage/builds/builds.ts';
import { durableRename } from '../../storage/files/durable.ts';
import { findManifest, manifestOf } from '../../storage/builds/find-manifest.ts';
import { Failed } from '../outcomes/outcome.ts';
import { writePointer } from '../../storage/builds/write-pointer.ts';

/**
 * Makes a verified build the one that is served: its folder gets its name, and last the pointer is replaced. Who
 * reads meanwhile sees the old build or the new one.
 */
export async function promote({
  buildId,
  folders,
  now,
}: {
  buildId: string;
  folders: Folders;
  now: () => Date;
}): Promise<Pointer> {
  const staged = stagingFolder(folders, buildId);
  const manifest = manifestOf(await findManifest(staged));
  if (manifest === undefined)
    throw new Failed(`build ${buildId} is not verified yet: run ${commandOver(folders, 'ingest --only verify')}`);
  if (!isOwnFormat(manifest))
    throw new Failed(`build ${buildId} is of another format: run ${commandOver(folders, 'ingest --only build')}`);
  // Another build may have been promoted since this one was verified.
  const version = Math.max(manifest.version, await nextVersion(folders));
  try {
    await durableRename(staged, buildFolder(folders, buildId));
    return await writePointer(folders, { buildId, version, now });
  } catch (error) {
    await takeBack(buildId, folders).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes a build whose promotion failed a staged one again, unless the pointer names it already: builds that were never
 * served would fill the disk, one a night.
 */
async function takeBack(buildId: string, folders: Folders): Promise<void> {
  if ((await readPointer(folders))?.buildId === buildId) return;
  await rename(buildFolder(folders, buildId), stagingFolder(folders, buildId));
}
