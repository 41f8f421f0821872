import type { Config } from '../../config.ts';
import type { FileOutcome } from '../../export/files/file-outcome.ts';
import { openAuditLog } from '../../service/administration/audit-log.ts';
import { runFileExport } from '../../service/exports/run-file-export.ts';
import type { FileExport } from '../../service/exports/run-file-export.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { createProgressBars } from '../console/progress-bars.ts';
import type { Verdict } from './builds.ts';
import { selectionOf } from './export-flags.ts';
import type { ExportFlags } from './export-flags.ts';
import { danglingWords, exitCodeOf, tmdbWords } from './exports.ts';
import { withBuild } from './with-build.ts';

const MEBIBYTE = 1 << 20;

/** `marquee export --format … --out …`: a line on standard error for each table, and one of it all. */
export async function exportAsFiles(
  config: Config,
  { files, flags, signal }: { files: Pick<FileExport, 'format' | 'out'>; flags: ExportFlags; signal: AbortSignal },
): Promise<Verdict> {
  const lines = createProgressBars();
  const { tmdb = config.exports.tmdb } = flags;
  // A catalog has no part of a build, whatever the settings say of databases.
  const selection = files.format === 'catalog' ? { tmdb } : selectionOf(flags, config);
  return withBuild(config, async (log) => {
    const outcome = await runFileExport(config, {
      ...files,
      selection,
      danglingReport: flags.dropDangling,
      log,
      audit: openAuditLog({ folder: config.folders.meta, log }),
      onWritten: ({ file, rows }) => lines.done(`${file}: ${rows.toLocaleString('en')} rows`),
      signal,
      startedBy: COMMAND_LINE,
    });
    return { line: sentence(outcome), exitCode: exitCodeOf(outcome) };
  });
}

function sentence(outcome: FileOutcome): string {
  switch (outcome.status) {
    case 'exported': {
      const { target, buildId, files, bytes, dangling } = outcome;
      const count = files === 1 ? '1 file' : `${files} files`;
      return `exported: build ${buildId}, ${count} of ${(bytes / MEBIBYTE).toFixed(1)} MiB, as ${target}${danglingWords(dangling)}${tmdbWords(outcome)}`;
    }
    case 'cancelled':
      return `cancelled: the ${outcome.target} are as they were`;
    case 'busy':
    case 'failed':
      return `${outcome.status}: ${outcome.reason}`;
  }
}
