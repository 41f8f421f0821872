import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Config } from '../../config.ts';
import { badInput, UsageError } from '../../errors.ts';
import { SILENT_EXPORT } from '../../export/load/export-outcome.ts';
import { cancelExportOf, readExportRecord } from '../../export/records/export-record.ts';
import type { Selection } from '../../export/shape/selection.ts';
import { parseTarget, shownTarget } from '../../export/targets/target.ts';
import type { Target } from '../../export/targets/target.ts';
import type {
  ExportAdministration,
  ExportTarget,
} from '../../graphql/administration/interface/export-administration.ts';
import type { Logger } from '../../process/logger.ts';
import { exportSelection } from './requested-exports.ts';
import { runExport } from './run-export.ts';
import { threadsBeside } from '../nightly/nightly.ts';
import { audited } from '../administration/audit-log.ts';
import type { AuditLog } from '../administration/audit-log.ts';
import { createFollowers } from '../administration/followers.ts';

export interface ExportAdministrationOptions {
  audit: AuditLog;
  log: Logger;
  /** How many may follow at a time. */
  mostFollowers: number;
  /** Ends all exports of this process, and all who follow. */
  signal: AbortSignal;
}

/** Who begins exports after an ingest. */
const SCHEDULE = 'schedule';
const WAIT_MS = 10_000;
const LOOK_MS = 100;

/** Exports of this process, and the view of those of all processes on the data folder. */
export interface ServedExports extends ExportAdministration {
  /** Begins an export to each target; where one of this process goes on, which has the build before, after its end. */
  refresh(): Promise<void>;
  /** Answers when no export of this process goes on. */
  ended(): Promise<void>;
}

export function administerExports(
  config: Config,
  { audit, log, mostFollowers, signal }: ExportAdministrationOptions,
): ServedExports {
  const targets = config.exports.targets.map(parseTarget);
  // What is wrong with the settings of exports shows now and not at night.
  exportSelection(config);
  const { meta } = config.folders;
  const going = new Map<string, Promise<unknown>>();
  const threads = threadsBeside(availableParallelism());

  const read = async (target: Target): Promise<ExportTarget> => ({
    ...(await readExportRecord(meta, shownTarget(target))),
    tmdb: config.exports.tmdb,
  });
  const list = (): Promise<readonly ExportTarget[]> => Promise.all(targets.map(read));

  /** Whether it has begun: it has not where one of this process or another goes on. */
  async function begin(target: Target, startedBy: string, selection?: Selection): Promise<boolean> {
    const name = shownTarget(target);
    if (going.has(name) || signal.aborted) return false;
    // Entered before anything is awaited, so that two who ask at once do not both begin.
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const work = async (): Promise<void> => {
      try {
        if ((await read(target)).running !== undefined) return resolve(false);
        const ended = runExport(config, {
          target,
          request: { selection },
          log,
          audit,
          progress: SILENT_EXPORT,
          signal,
          startedBy,
          threads,
        });
        await Promise.race([ended, untilRunning(target)]);
        resolve(true);
        await ended;
      } catch (error) {
        log.error({ event: 'export error', target: name, err: error });
        resolve(true);
      } finally {
        going.delete(name);
      }
    };
    going.set(name, work());
    return promise;
  }

  async function untilRunning(target: Target): Promise<void> {
    while (!signal.aborted && (await read(target)).running === undefined) await sleep(LOOK_MS);
  }

  return {
    list,
    async start(name, who, { tmdb } = {}) {
      const meant = name === undefined ? targets : targets.filter((target) => shownTarget(target) === name);
      const selection = tmdb === undefined ? undefined : selectionWith(config, tmdb);
      const begun = await Promise.all(meant.map((target) => begin(target, who, selection)));
      if (begun.includes(true)) return { outcome: 'STARTED', targets: await Promise.all(meant.map(read)) };
      const outcome = meant.length === 0 ? 'NO_SUCH_TARGET' : 'BUSY';
      // Those that have begun write their entries at their ends.
      await audit.write({ who, action: 'startExport', arguments: JSON.stringify({ target: name, tmdb }), outcome });
      return { outcome, targets: outcome === 'BUSY' ? await Promise.all(meant.map(read)) : await list() };
    },
    cancel: (name, who) =>
      audited(audit, { who, action: 'cancelExport', arguments: { target: name } }, async () => {
        const target = targets.find((one) => shownTarget(one) === name);
        if (target === undefined) return { outcome: 'NO_SUCH_TARGET' as const };
        if (!(await cancelExportOf(meta, name))) return { outcome: 'NOT_RUNNING' as const, target: await read(target) };
        for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += LOOK_MS) {
          await sleep(LOOK_MS);
          const found = await read(target);
          if (found.running === undefined) return { outcome: 'CANCELLED' as const, target: found };
        }
        return { outcome: 'CANCELLING' as const, target: await read(target) };
      }),
    follow: createFollowers({ look: list, most: mostFollowers, signal }),
    async refresh() {
      await Promise.all(
        targets.map(async (target) => {
          await going.get(shownTarget(target));
          await begin(target, SCHEDULE);
        }),
      );
    },
    async ended() {
      await Promise.all(going.values());
    },
  };
}

/** What a client asks for. @throws ClientError where the settings name tables of TMDB's, which it leaves out. */
function selectionWith(config: Config, tmdb: boolean): Selection {
  try {
    return exportSelection(config, tmdb);
  } catch (error) {
    throw error instanceof UsageError ? badInput(`startExport(tmdb: ${tmdb}): ${error.message}`) : error;
  }
}
