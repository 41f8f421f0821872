import { BUILD_ID, buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import type { Pointer } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import { nextVersion, readBuilds } from '../../storage/builds/builds.ts';
import { checkBuild } from '../../storage/damage/check-build.ts';
import { findManifest } from '../../storage/builds/find-manifest.ts';
import { Failed, Rejected } from '../outcomes/outcome.ts';
import type { Outcome } from '../outcomes/outcome.ts';
import { quoted } from '../outcomes/quoted.ts';
import { runRecorded } from '../runs/run-recorded.ts';
import type { RecordedOptions, RunBegun } from '../runs/run-recorded.ts';
import { writePointer } from '../../storage/builds/write-pointer.ts';

export interface GoBackOptions {
  folders: Folders;
  now: () => Date;
  log: Logger;
  /** Ends the reading of the build. */
  signal?: AbortSignal | undefined;
  /** Told when the build is read, before it is promoted. */
  onWhole?: () => void;
}

/**
 * Makes a kept build the one that is served, as a run with a record under the lock. Never rejects: every end is an outcome.
 */
export async function runGoBack(
  buildId: string,
  options: RecordedOptions & { onPromoted: (buildId: string) => Promise<void> },
  { startedBy, onBegun }: Pick<RunBegun, 'startedBy' | 'onBegun'>,
): Promise<Outcome> {
  const { folders, now, log, onPromoted } = options;
  const begun: RunBegun = { kind: 'go back', startedBy, started: now(), steps: ['verify', 'promote'], onBegun };
  return runRecorded(options, begun, async (recorder) => {
    const { signal } = recorder;
    const onWhole = (): void => recorder.begin('promote');
    const { version } = await goBack(buildId, { folders, now, log, signal, onWhole });
    await onPromoted(buildId);
    return { status: 'promoted', buildId, version };
  });
}

/**
 * Makes a kept build the one that is served, after reading it whole. It gets a new version: versions only grow.
 * @throws Failed where there is no such build, Rejected where it is not whole.
 */
export async function goBack(buildId: string, { folders, now, log, signal, onWhole }: GoBackOptions): Promise<Pointer> {
  const kept = await readBuilds(folders);
  if (!kept.some((manifest) => manifest.buildId === buildId)) {
    const found = BUILD_ID.test(buildId) ? await findManifest(buildFolder(folders, buildId)) : undefined;
    if (found?.state === 'refused') throw new Rejected(`build ${buildId} is ${found.refusal}`);
    throw new Failed(await noSuchBuild(folders, buildId));
  }
  const [problem] = await checkBuild(folders, buildId, { signal });
  if (problem !== undefined) throw new Rejected(problem);
  signal?.throwIfAborted();
  onWhole?.();
  const pointer = await writePointer(folders, { buildId, version: await nextVersion(folders), now });
  log.info({ event: 'version updated', buildId, version: pointer.version });
  return pointer;
}

/** Says that a build is not there, and which are. */
export async function noSuchBuild(folders: Folders, buildId: string): Promise<string> {
  const kept = (await readBuilds(folders)).map((manifest) => manifest.buildId);
  const asked = BUILD_ID.test(buildId) ? buildId : quoted(buildId);
  return `no build ${asked} is kept, there are: ${kept.join(', ') || 'none'}`;
}
