import { join } from 'node:path';

import type { Config } from '../config.ts';
import type { Administration } from '../graphql/administration/interface/administration.ts';
import { findRunning } from '../ingest/runs/current-run.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import type { Logger } from '../process/logger.ts';
import { namedLogger } from '../process/logger.ts';
import { createIngestLock } from '../storage/files/lock.ts';
import type { Store } from '../store/builds/store.ts';
import type { Nightly, NightlyState } from './nightly/nightly.ts';
import type { Team } from './team/team.ts';
import { createDatasetActions } from './datasets/dataset-actions.ts';
import { administerBuilds } from './administration/administer-builds.ts';
import { administerExports } from './exports/administer-exports.ts';
import { administerDatasets } from './datasets/administer-datasets.ts';
import { administerIngests } from './administration/administer-ingests.ts';
import type { AuditLog } from './administration/audit-log.ts';
import { createAdministration } from './administration/create-administration.ts';
import { createLeadingActions } from './administration/leading-actions.ts';
import type { LeadingActions } from './administration/leading-actions.ts';
import { answerTeam, askingActions } from './administration/team-actions.ts';

export interface AdministrationSurroundings {
  store: Pick<Store, 'inUse'>;
  team: Team;
  /** Undefined in a process that does not lead. */
  own: Nightly | undefined;
  state: NightlyState;
  audit: AuditLog;
  log: Logger;
  lifecycle: Lifecycle;
  /** Ends checks of builds, and all who follow the runs. */
  signal: AbortSignal;
  now: () => Date;
  /** Why nothing may be downloaded to the data folder; it may if it is not given. */
  whyNoDownload: string | undefined;
  isMadeUp?: boolean | undefined;
}

/** How long an answer waits for the end of a check or a promotion, at most half of ANSWER_TIMEOUT. */
const WAIT_MS = 5000;
/** Likewise for an action on source files, of which most end within it. */
const FILES_WAIT_MS = 20_000;

/** Administration of a serving process. The leading one acts, and answers the others. */
export async function openAdministration(
  config: Config,
  { store, team, own, state, audit, log, lifecycle, signal, now, whyNoDownload, isMadeUp }: AdministrationSurroundings,
): Promise<Administration> {
  const { folders } = config;
  const lock = createIngestLock(join(folders.meta, 'ingest.lock'));
  const named = namedLogger(log, 'administration');
  // In whichever process: the lock and its record of the last action are for all.
  const files = createDatasetActions(config, { log, audit, now, isMadeUp, signal });
  const { mostSubscriptions: mostFollowers } = config.http;
  const exports = administerExports(config, { audit, log: namedLogger(log, 'export'), mostFollowers, signal });
  lifecycle.onStop('administration', async () => {
    await Promise.all([files.ended(), exports.ended()]);
  });
  if (config.exports.afterIngest) own?.onIngested(() => void exports.refresh());

  function lead(nightly: Nightly): LeadingActions {
    const { keepBuilds, pruneGraceMs } = config.ingest;
    const actions = createLeadingActions({
      folders,
      keepBuilds,
      pruneGraceMs,
      nightly,
      lock,
      inUse: (buildId) => store.inUse(buildId),
      log: named,
      now,
      signal,
      whyNoDownload,
      waitMs: Math.min(WAIT_MS, config.bounds.answerMs / 2),
    });
    answerTeam(team, { actions, log: named });
    return actions;
  }

  const actions = own === undefined ? askingActions(team) : lead(own);
  // A run that was killed is recorded, also if nobody looks.
  if (own !== undefined) await findRunning(folders.meta, { lock, now });
  const ingests = administerIngests({
    folder: folders.meta,
    lock,
    actions,
    audit,
    nextRun: () => state.nextRun(),
    learnedTime: () => state.learnedTime(),
    now,
    mostFollowers,
    signal,
  });
  const datasets = administerDatasets(files, {
    whyNoDownload,
    waitMs: Math.min(FILES_WAIT_MS, config.bounds.answerMs / 2),
  });
  const builds = administerBuilds({ folders, actions, audit });
  return createAdministration({ ingests, builds, datasets, exports, audit });
}
