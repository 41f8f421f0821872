import { availableParallelism } from 'node:os';

import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { exportBuild } from '../export/load/export-build.ts';
import type { ExportOutcome, ExportProgress } from '../export/load/export-outcome.ts';
import type { ExportTableName } from '../export/shape/export-tables.ts';
import type { Selection } from '../export/shape/selection.ts';
import { selectedTables } from '../export/shape/selection.ts';
import { parseTarget, shownTarget } from '../export/targets/target.ts';
import type { Target } from '../export/targets/target.ts';
import type { Logger } from '../process/logger.ts';
import { readCurrent } from '../storage/builds/builds.ts';
import { audited } from './administration/audit-log.ts';
import type { AuditLog } from './administration/audit-log.ts';

export interface ExportSurroundings {
  log: Logger;
  audit: AuditLog;
  progress: ExportProgress;
  signal: AbortSignal;
  /** Name of a token, `command line` or `schedule`. */
  startedBy: string;
}

/** What one export is asked to do; the settings say what is not given. */
export interface ExportRequest {
  selection?: Selection | undefined;
  /** The file that names the rows which `selection.dropDangling` leaves out. */
  danglingReport?: string | undefined;
  replace?: boolean | undefined;
  foreignKeys?: boolean | undefined;
  parallel?: number | undefined;
}

/** The targets of the settings, or the one that is given. @throws UsageError where there is none, or one is wrong. */
export function exportTargets({ exports }: Config, to?: string): readonly Target[] {
  const addresses = to === undefined ? exports.targets : [to];
  if (addresses.length === 0) {
    throw new UsageError('There is no target: give --to <address>, or set EXPORT_URL. deploy/EXPORTS.md has examples.');
  }
  return addresses.map(parseTarget);
}

/** What the settings select. @throws UsageError for a table that there is not. */
export function exportSelection({ exports: { tables, types, minVotes } }: Config): Selection {
  const selection: Selection = { only: tables as readonly ExportTableName[] | undefined, types, minVotes };
  selectedTables(selection);
  return selection;
}

/** Exports the build that is served to one target, and writes that to the log and the audit log. */
export async function runExport(
  config: Config,
  {
    target,
    request = {},
    log,
    audit,
    progress,
    signal,
    startedBy,
  }: ExportSurroundings & { target: Target; request?: ExportRequest },
): Promise<ExportOutcome> {
  const { folders, exports, ingest } = config;
  const manifest = await readCurrent(folders);
  if (manifest === undefined) {
    return { status: 'failed', target: shownTarget(target), reason: 'there is no build yet: an ingest makes one' };
  }
  const begun = performance.now();
  const {
    selection = exportSelection(config),
    replace = false,
    foreignKeys = true,
    parallel = exports.parallel,
    danglingReport,
  } = request;
  const given = { target: shownTarget(target), ...selection };
  let ended: ExportOutcome | undefined;
  await audited(audit, { who: startedBy, action: 'export', arguments: given }, async () => {
    ended = await exportBuild({
      target,
      folders,
      manifest,
      selection,
      danglingReport,
      replace,
      foreignKeys,
      parallel,
      memoryLimit: ingest.memoryLimit,
      threads: ingest.threads ?? availableParallelism(),
      progress,
      signal,
    });
    return { outcome: ended.status.toUpperCase(), reason: 'reason' in ended ? ended.reason : undefined };
  });
  const durationMs = Math.round(performance.now() - begun);
  const outcome = ended as unknown as ExportOutcome;
  log[outcome.status === 'failed' ? 'error' : 'info']({ event: 'export', durationMs, ...outcome });
  return outcome;
}
