import { availableParallelism } from 'node:os';

import type { Config } from '../../config.ts';
import { exportBuild } from '../../export/load/export-build.ts';
import type { ExportOutcome, ExportProgress } from '../../export/load/export-outcome.ts';
import { beginExportRecord, exportLock } from '../../export/records/export-record.ts';
import type { EndedExport } from '../../export/records/export-record.ts';
import type { Selection } from '../../export/shape/selection.ts';
import { shownTarget } from '../../export/targets/target.ts';
import type { Target } from '../../export/targets/target.ts';
import type { Logger } from '../../process/logger.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import type { AuditLog } from '../administration/audit-log.ts';
import { followExport } from './follow-export.ts';
import { exportSelection } from './requested-exports.ts';
import { warnOfTmdb } from './warn-of-tmdb.ts';

export interface ExportSurroundings {
  log: Logger;
  audit: AuditLog;
  progress: ExportProgress;
  signal: AbortSignal;
  /** Name of a token, `command line` or `schedule`. */
  startedBy: string;
  /** DuckDB's threads; one for each core by default. */
  threads?: number | undefined;
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

/** Exports the build that is served to one target, and writes that to its record, the log and the audit log. */
export async function runExport(
  config: Config,
  { target, request = {}, log, audit, ...rest }: ExportSurroundings & { target: Target; request?: ExportRequest },
): Promise<ExportOutcome> {
  const { startedBy } = rest;
  const where = shownTarget(target);
  const begun = performance.now();
  const { selection = exportSelection(config) } = request;
  const outcome = await exportUnderLock(config, { target, request: { ...request, selection }, log, ...rest });
  const given = JSON.stringify({ target: where, ...selection });
  const { outcome: ended, reason } = endOf(outcome);
  await audit.write({ who: startedBy, action: 'startExport', arguments: given, outcome: ended, reason });
  const durationMs = Math.round(performance.now() - begun);
  log[outcome.status === 'failed' ? 'error' : 'info']({ event: 'export', durationMs, ...outcome });
  warnOfTmdb(log, outcome);
  return outcome;
}

async function exportUnderLock(
  config: Config,
  {
    target,
    request,
    log,
    progress,
    signal,
    startedBy,
    threads = availableParallelism(),
  }: Omit<ExportSurroundings, 'audit'> & { target: Target; request: ExportRequest & { selection: Selection } },
): Promise<ExportOutcome> {
  const { folders, exports, store, ingest } = config;
  const where = shownTarget(target);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) {
    return { status: 'failed', target: where, reason: `there is no build yet in ${folders.meta}: an ingest makes one` };
  }
  const release = await acquireLock(exportLock(folders.meta, where));
  if (release === null) return { status: 'busy', target: where, reason: `another export to ${where} is running` };
  try {
    const { replace = false, foreignKeys = true, parallel = exports.parallel } = request;
    const { selection, danglingReport = exports.danglingReport } = request;
    const record = await beginExportRecord(folders.meta, { target: where, startedBy, buildId: manifest.buildId });
    const followed = followExport(record, { progress, signal });
    const options = { target, folders, manifest, selection, danglingReport, replace, foreignKeys, parallel };
    // Parts are small, and several targets may be loaded at a time.
    const limits = { memoryLimit: store.memoryLimit, threads: ingest.threads ?? threads };
    const outcome = await exportBuild({ ...options, ...limits, ...followed }).catch((error: unknown) => {
      // A fault of the program: the log has it whole.
      log.error({ event: 'export error', target: where, err: error });
      return { status: 'failed' as const, target: where, reason: 'an unexpected error, which the log has' };
    });
    await followed.end();
    await record.end(endOf(outcome));
    return outcome;
  } finally {
    release();
  }
}

function endOf(outcome: ExportOutcome): Pick<EndedExport, 'outcome' | 'reason' | 'tmdb'> {
  return {
    outcome: outcome.status.toUpperCase(),
    reason: 'reason' in outcome ? outcome.reason : undefined,
    tmdb: 'tmdb' in outcome ? outcome.tmdb : undefined,
  };
}
