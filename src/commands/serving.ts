import cluster from 'node:cluster';

import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { createLifecycle } from '../process/lifecycle.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import { openLogFiles } from '../process/log-files.ts';
import { createLogger, standardOutput } from '../process/logger.ts';
import type { Logger } from '../process/logger.ts';
import { warnOfSettings } from './console/command-log.ts';
import { makeFolders } from './console/make-folders.ts';
import { ALONE, joinTeam } from '../service/team/team.ts';
import type { Team } from '../service/team/team.ts';
import { killWithWorkers, startWorkers, WORKERS_GRACE_MS } from '../service/team/workers.ts';

/** The dependencies of a command that serves. */
export interface ServingParts {
  log: Logger;
  lifecycle: Lifecycle;
  team: Team;
  /** Reasons why log lines are dropped, one sentence each. */
  logProblems: () => readonly string[];
  /** Holds back the lines below a warning from the terminal, or no longer. */
  setQuiet: (isQuiet: boolean) => void;
}

/**
 * Runs a command that serves until a signal, in this process or in workers. If it fails to start, its resources are
 * released.
 */
export async function serving(config: Config, start: (parts: ServingParts) => Promise<unknown>): Promise<void> {
  await makeFolders(config);
  const files = config.logFiles === undefined ? undefined : await openLogFiles(config.logFiles);
  const destination = standardOutput();
  let isQuiet = false;
  const log = createLogger({
    level: config.logLevel,
    pretty: isForPeople(config),
    isQuiet: () => isQuiet,
    destination,
    files,
  });
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
    await start({ log, lifecycle, team, logProblems, setQuiet: (value) => void (isQuiet = value) });
  } catch (error) {
    // What the operator can mend is said in one line, on its own.
    await lifecycle.stop('start failed', { quiet: error instanceof UsageError });
    // Not a releaser: the stop itself writes its last line after all of them. At a signal the exit closes them.
    files?.end();
    lifecycle.uninstall();
    throw error;
  }
}

/** Whether lines of the log on standard output are for people. */
export function isForPeople({ logFormat }: Pick<Config, 'logFormat'>): boolean {
  return logFormat === 'auto' ? process.stdout.isTTY : logFormat === 'text';
}
