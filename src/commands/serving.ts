import cluster from 'node:cluster';

import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { createLifecycle } from '../lifecycle.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { openLogFiles } from '../log-files.ts';
import { createLogger, standardOutput } from '../logger.ts';
import type { Logger } from '../logger.ts';
import { warnOfSettings } from './command-log.ts';
import { makeFolders } from './make-folders.ts';
import { ALONE, joinTeam } from './team.ts';
import type { Team } from './team.ts';
import { killWithWorkers, startWorkers, WORKERS_GRACE_MS } from './workers.ts';

/** What a command that serves is given. */
export interface ServingParts {
  log: Logger;
  lifecycle: Lifecycle;
  team: Team;
  /** Why lines of the log are left out, one sentence each. */
  logProblems: () => readonly string[];
}

/**
 * Starts a command that serves until a signal, in this process or in workers; what it opened is released when it
 * fails to start.
 */
export async function serving(config: Config, start: (parts: ServingParts) => Promise<unknown>): Promise<void> {
  await makeFolders(config);
  const files = config.logFiles === undefined ? undefined : await openLogFiles(config.logFiles);
  const destination = standardOutput();
  const log = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY, destination, files });
  const logProblems = (): string[] =>
    [destination.problem(), files?.problem()].filter((problem) => problem !== undefined);
  if (cluster.isPrimary) warnOfSettings(config, log);
  const isTeam = config.workers > 1;
  const hasWorkers = isTeam && cluster.isPrimary;
  const lifecycle = createLifecycle({
    log,
    deadlineMs: config.stopMs + (hasWorkers ? WORKERS_GRACE_MS : 0),
    kill: killWithWorkers,
  });
  const isWorker = isTeam && !hasWorkers;
  const team = isWorker ? await joinTeam(lifecycle) : ALONE;
  if (!isWorker) lifecycle.install();
  if (hasWorkers) {
    startWorkers(config.workers, { log, lifecycle });
    return;
  }
  try {
    await start({ log, lifecycle, team, logProblems });
  } catch (error) {
    // What the operator can mend is said in one line, on its own.
    await lifecycle.stop('start failed', { quiet: error instanceof UsageError });
    // Not a releaser: the stop itself writes its last line after all of them. At a signal the exit closes them.
    files?.end();
    lifecycle.uninstall();
    throw error;
  }
}
