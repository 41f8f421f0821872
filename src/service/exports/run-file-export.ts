import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import type { Config } from '../../config.ts';
import { exportFiles } from '../../export/files/export-files.ts';
import type { FileFormat } from '../../export/files/export-files.ts';
import type { FileOutcome, WrittenTable } from '../../export/files/file-outcome.ts';
import type { Selection } from '../../export/shape/selection.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { exportSelection } from './requested-exports.ts';
import type { ExportSurroundings } from './run-export.ts';
import { warnOfTmdb } from './warn-of-tmdb.ts';

export interface FileExport {
  format: FileFormat;
  /** The folder that gets the files. */
  out: string;
  selection?: Selection | undefined;
  danglingReport?: string | undefined;
}

/** Writes the build that is served into a folder as files, and that to the log and the audit log. */
export async function runFileExport(
  config: Config,
  {
    format,
    out,
    selection = format === 'catalog' ? { tmdb: config.exports.tmdb } : exportSelection(config),
    danglingReport = config.exports.danglingReport,
    log,
    audit,
    onWritten,
    signal,
    startedBy,
  }: FileExport & Omit<ExportSurroundings, 'progress'> & { onWritten: (table: WrittenTable) => void },
): Promise<FileOutcome> {
  const { folders, ingest } = config;
  const manifest = await readCurrent(folders);
  const target = `${format} files in ${out}`;
  if (manifest === undefined)
    return { status: 'failed', target, reason: `there is no build yet in ${folders.meta}: an ingest makes one` };
  const begun = performance.now();
  const outcome = await exportFiles({
    format,
    out: resolve(out),
    folders,
    manifest,
    selection,
    danglingReport,
    memoryLimit: ingest.memoryLimit,
    threads: ingest.threads ?? availableParallelism(),
    onWritten,
    signal,
  }).catch((error: unknown) => {
    // A fault of the program: the log has it whole.
    log.error({ event: 'export error', target, err: error });
    return { status: 'failed' as const, target, reason: 'an unexpected error, which the log has' };
  });
  const reason = 'reason' in outcome ? outcome.reason : undefined;
  const given = JSON.stringify({ target, ...selection });
  await audit.write({
    who: startedBy,
    action: 'exportFiles',
    arguments: given,
    outcome: outcome.status.toUpperCase(),
    reason,
  });
  const durationMs = Math.round(performance.now() - begun);
  log[outcome.status === 'failed' ? 'error' : 'info']({ event: 'export', durationMs, ...outcome });
  warnOfTmdb(log, outcome);
  return outcome;
}
