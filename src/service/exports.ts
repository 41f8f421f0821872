import { availableParallelism } from 'node:os';

import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import type { Manifest } from '../dataset/builds/manifest.ts';
import { exportBuild } from '../export/load/export-build.ts';
import type { ExportOutcome, ExportProgress } from '../export/load/export-outcome.ts';
import { beginExportRecord, readExportRecord } from '../export/records/export-record.ts';
import type { ExportWriter } from '../export/records/export-record.ts';
import type { ExportTableName } from '../export/shape/export-tables.ts';
import type { Selection } from '../export/shape/selection.ts';
import { selectedTables } from '../export/shape/selection.ts';
import { parseTarget, shownTarget } from '../export/targets/target.ts';
import type { Target } from '../export/targets/target.ts';
import type { Logger } from '../process/logger.ts';
import { readCurrent } from '../storage/builds/builds.ts';
import type { AuditLog } from './administration/audit-log.ts';

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

/** How often an export says that it lives, and looks whether somebody has asked for its end. */
const TELL_EVERY_MS = 1000;

/** Exports the build that is served to one target, and writes that to its record, the log and the audit log. */
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
    threads = availableParallelism(),
  }: ExportSurroundings & { target: Target; request?: ExportRequest },
): Promise<ExportOutcome> {
  const { folders, exports, store, ingest } = config;
  const where = shownTarget(target);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) {
    return { status: 'failed', target: where, reason: 'there is no build yet: an ingest makes one' };
  }
  const { buildId } = manifest;
  const { running } = await readExportRecord(folders.meta, where);
  if (running !== undefined) {
    return { status: 'busy', target: where, reason: `an export to ${where} is running since ${running.startedAt}` };
  }
  const begun = performance.now();
  const {
    selection = exportSelection(config),
    replace = false,
    foreignKeys = true,
    parallel = exports.parallel,
    danglingReport,
  } = request;
  const record = await beginExportRecord(folders.meta, { target: where, startedBy, buildId });
  const told = followExport(record, { progress, signal });
  async function work(): Promise<ExportOutcome> {
    try {
      return await exportBuild({
        target,
        folders,
        manifest: manifest as Manifest,
        selection,
        danglingReport,
        replace,
        foreignKeys,
        parallel,
        // Parts are small, and several targets may be loaded at a time.
        memoryLimit: store.memoryLimit,
        threads: ingest.threads ?? threads,
        progress: told.progress,
        signal: told.signal,
      });
    } catch (error) {
      // A fault of the program: the log has it whole.
      log.error({ event: 'export error', target: where, err: error });
      return { status: 'failed', target: where, reason: 'an unexpected error, which the log has' };
    }
  }
  const outcome = await work();
  await told.end();
  const reason = 'reason' in outcome ? outcome.reason : undefined;
  const ended = { outcome: outcome.status.toUpperCase(), reason };
  // Whoever it is that runs writes the record on.
  if (outcome.status !== 'busy') await record.end(ended);
  const given = JSON.stringify({ target: where, ...selection });
  await audit.write({ who: startedBy, action: 'startExport', arguments: given, ...ended });
  const durationMs = Math.round(performance.now() - begun);
  log[outcome.status === 'failed' ? 'error' : 'info']({ event: 'export', durationMs, ...outcome });
  return outcome;
}

/** Tells the record of an export how far it is, and ends the export when somebody asks the record for that. */
function followExport(
  record: ExportWriter,
  { progress, signal }: { progress: ExportProgress; signal: AbortSignal },
): { progress: ExportProgress; signal: AbortSignal; end: () => Promise<void> } {
  const cancelled = new AbortController();
  let [loaded, total] = [0, 0];
  let telling: Promise<void> = Promise.resolve();
  async function tell(): Promise<void> {
    await record.progress(loaded, total);
    if (await record.isCancelled()) cancelled.abort(new Error('somebody has cancelled it'));
  }
  const timer = setInterval(() => {
    // A disk that is full for a moment ends no export.
    telling = telling.then(tell).catch(() => undefined);
  }, TELL_EVERY_MS);
  return {
    signal: AbortSignal.any([signal, cancelled.signal]),
    progress: {
      begin(of) {
        total = of.rows;
        progress.begin(of);
      },
      loaded(table, rows) {
        loaded += rows;
        progress.loaded(table, rows);
      },
      finished: (table) => progress.finished(table),
    },
    async end() {
      clearInterval(timer);
      await telling;
      await record.progress(loaded, total).catch(() => undefined);
    },
  };
}
