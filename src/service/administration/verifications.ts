import type { Folders } from '../../dataset/builds/paths.ts';
import type { Verification } from '../../graphql/administration/interface/build-administration.ts';
import type { Logger } from '../../process/logger.ts';
import { checkBuild } from '../../storage/damage/check-build.ts';

/** Checks of builds, of which each build has one at a time. */
export interface Verifications {
  /** One line for each damage. Joins the check that goes on, if there is one. */
  verify(buildId: string): Promise<readonly string[]>;
  isRunning(buildId: string): boolean;
  /** The last check of each build. */
  all(): Record<string, Verification>;
}

/** Builds whose last check is remembered. */
const MOST_REMEMBERED = 50;

export function createVerifications({
  folders,
  log,
  now,
  signal,
}: {
  folders: Folders;
  log: Logger;
  now: () => Date;
  signal: AbortSignal;
}): Verifications {
  const running = new Map<string, Promise<readonly string[]>>();
  const last = new Map<string, Verification>();

  async function check(buildId: string): Promise<readonly string[]> {
    const begun: Verification = { startedAt: now().toISOString() };
    last.delete(buildId);
    last.set(buildId, begun);
    for (const oldest of [...last.keys()].slice(0, -MOST_REMEMBERED)) last.delete(oldest);
    try {
      const damages = await checkBuild(folders, buildId, { signal });
      Object.assign(begun, { endedAt: now().toISOString(), damages });
      log.info({ event: 'build verified', buildId, damages: damages.length });
      return damages;
    } catch (error) {
      last.delete(buildId);
      if (!signal.aborted) log.error({ event: 'build not verified', buildId, err: error });
      throw error;
    } finally {
      running.delete(buildId);
    }
  }

  return {
    verify(buildId) {
      const checking = running.get(buildId) ?? check(buildId);
      running.set(buildId, checking);
      return checking;
    },
    isRunning: (buildId) => running.has(buildId),
    all: () => Object.fromEntries(last),
  };
}
