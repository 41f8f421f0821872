import { BUILD_ID, buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import type { Pointer } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import { nextVersion, readBuilds } from '../../storage/builds/builds.ts';
import { checkBuild } from '../../storage/damage/check-build.ts';
import { findManifest } from '../../storage/builds/find-manifest.ts';
import { Failed, Rejected } from '../outcomes/outcome.ts';
import { writePointer } from '../../storage/builds/write-pointer.ts';

/**
 * Makes a kept build the one that is served, after reading it whole. It gets a new version: versions only grow.
 * @throws Failed where there is no such build, Rejected where it is not whole.
 */
export async function goBack(
  buildId: string,
  { folders, now, log }: { folders: Folders; now: () => Date; log: Logger },
): Promise<Pointer> {
  const kept = await readBuilds(folders);
  if (!kept.some((manifest) => manifest.buildId === buildId)) {
    const found = BUILD_ID.test(buildId) ? await findManifest(buildFolder(folders, buildId)) : undefined;
    if (found?.state === 'refused') throw new Rejected(`build ${buildId} is ${found.refusal}`);
    throw new Failed(await noSuchBuild(folders, buildId));
  }
  const [problem] = await checkBuild(folders, buildId);
  if (problem !== undefined) throw new Rejected(problem);
  const pointer = await writePointer(folders, { buildId, version: await nextVersion(folders), now });
  log.info({ event: 'version updated', buildId, version: pointer.version });
  return pointer;
}

/** Says that a build is not there, and which are. */
export async function noSuchBuild(folders: Folders, buildId: string): Promise<string> {
  const kept = (await readBuilds(folders)).map((manifest) => manifest.buildId);
  return `no build ${buildId} is kept, there are: ${kept.join(', ') || 'none'}`;
}
