import { badInput, ClientError } from '../../errors.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import type {
  PromotedBuild,
  PrunedBuilds,
  Verification,
  VerifiedBuild,
} from '../../graphql/administration/interface/build-administration.ts';
import type {
  StartedIngest,
  StartIngestOptions,
} from '../../graphql/administration/interface/ingest-administration.ts';
import type { Outcome } from '../../ingest/outcomes/outcome.ts';
import { noSuchBuild } from '../../ingest/promote/go-back.ts';
import { pruneBuilds } from '../../ingest/promote/prune.ts';
import { findRunning } from '../../ingest/runs/current-run.ts';
import type { CurrentRun } from '../../ingest/runs/current-run.ts';
import type { Logger } from '../../process/logger.ts';
import { isKept } from '../../storage/builds/builds.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import type { IngestLock } from '../../storage/files/lock.ts';
import type { RunStarter } from './run-starter.ts';
import { createVerifications } from './verifications.ts';
import { within } from './within.ts';

/** What the leading process does for all: runs, and work on builds that they may be in the way of. */
export interface LeadingActions {
  start(options: StartIngestOptions, who: string): Promise<StartedIngest>;
  verify(buildId: string): Promise<VerifiedBuild>;
  promote(buildId: string, who: string): Promise<PromotedBuild>;
  prune(): Promise<PrunedBuilds>;
  /** The checks of builds since the start, by build. */
  verifications(): Promise<Record<string, Verification>>;
}

export interface LeadingOptions {
  folders: Folders;
  keepBuilds: number;
  pruneGraceMs: number;
  nightly: RunStarter;
  lock: IngestLock;
  /** Whether a request of this process reads the build. */
  inUse: (buildId: string) => boolean;
  log: Logger;
  now: () => Date;
  /** Ends the checks of builds. */
  signal: AbortSignal;
  whyNoDownload?: string | undefined;
  /** How long an answer waits for the end of what goes on after it. */
  waitMs: number;
}

/** The actions of the process that runs the ingests. */
export function createLeadingActions(options: LeadingOptions): LeadingActions {
  const { folders, nightly, lock, log, now, whyNoDownload, waitMs } = options;
  const verifications = createVerifications(options);

  /** A run in this process or another; of whoever holds the lock without a run, nothing is known. */
  function running(): Promise<CurrentRun | undefined> {
    return findRunning(folders.meta, { lock, now });
  }

  return {
    async start({ steps, force }, who) {
      const downloads = steps === undefined || steps.includes('download');
      if (downloads && whyNoDownload !== undefined) throw badInput(whyNoDownload);
      const begun = await nightly.begin({ steps, force, startedBy: who });
      if (begun.status === 'begun') return { outcome: 'STARTED', running: begun.run };
      if (begun.status === 'busy') return { outcome: 'BUSY', running: await running() };
      throw notBegun(begun.reason);
    },
    async verify(buildId) {
      if (!(await isKept(folders, buildId))) {
        return { outcome: 'NO_SUCH_BUILD', reasons: [await noSuchBuild(folders, buildId)] };
      }
      const damages = await within(verifications.verify(buildId), waitMs);
      if (damages === undefined) return { outcome: 'RUNNING', reasons: [] };
      return { outcome: damages.length === 0 ? 'WHOLE' : 'DAMAGED', reasons: damages };
    },
    async promote(buildId, who) {
      if (!(await isKept(folders, buildId))) {
        return { outcome: 'NO_SUCH_BUILD', reason: await noSuchBuild(folders, buildId) };
      }
      const outcome = await within(nightly.goBack(buildId, who), waitMs);
      return outcome === undefined ? { outcome: 'RUNNING' } : promotedOf(outcome);
    },
    async prune() {
      const release = await acquireLock(lock);
      if (release === null) return { outcome: 'BUSY', removed: [], spared: [] };
      const removed: string[] = [];
      const spared: string[] = [];
      try {
        await pruneBuilds(folders, {
          keepBuilds: options.keepBuilds,
          graceMs: options.pruneGraceMs,
          now,
          log,
          inUse: (buildId) => options.inUse(buildId) || verifications.isRunning(buildId),
          onPruned: (buildId) => removed.push(buildId),
          onSpared: (buildId) => spared.push(buildId),
        });
      } finally {
        release();
      }
      return { outcome: 'DONE', removed, spared };
    },
    verifications: () => Promise.resolve(verifications.all()),
  };
}

function promotedOf(outcome: Outcome): PromotedBuild {
  switch (outcome.status) {
    case 'promoted':
      return { outcome: 'PROMOTED', version: outcome.version };
    case 'busy':
      return { outcome: 'BUSY' };
    case 'rejected':
      return { outcome: 'REFUSED', reason: outcome.reason };
    case 'cancelled':
      return { outcome: 'CANCELLED', reason: outcome.reason };
    case 'failed':
      return { outcome: 'FAILED', reason: outcome.reason };
    case 'unchanged':
    case 'done':
      throw new Error(`going back ended as ${outcome.status}`);
  }
}

function notBegun(reason: string): ClientError {
  return new ClientError('INTERNAL_SERVER_ERROR', `The ingest has not begun: ${reason}`);
}
