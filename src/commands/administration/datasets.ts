import type { Config } from '../../config.ts';
import type { DatasetsResult, FileResult } from '../../dataset/sources/dataset-action.ts';
import { listDatasets } from '../../ingest/datasets/list-datasets.ts';
import type { DatasetFile } from '../../dataset/sources/dataset-file.ts';
import { SILENT_PROGRESS } from '../../ingest/outcomes/progress.ts';
import { openAuditLog } from '../../service/administration/audit-log.ts';
import { createDatasetActions } from '../../service/datasets/dataset-actions.ts';
import type { DatasetActions } from '../../service/datasets/dataset-actions.ts';
import type { Verdict } from './builds.ts';
import { withCommandLog } from '../console/command-log.ts';
import { createProgressBars } from '../console/progress-bars.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** `marquee datasets list`: the source files, one a line. */
export async function datasetLines(config: Config): Promise<string> {
  const { files, location, extractLocation, freeBytes } = await listDatasets(config.folders, {
    without: config.ingest.akas ? [] : ['title.akas'],
  });
  return [
    `downloads  ${location}, ${(freeBytes / GIB).toFixed(1)} GiB free`,
    `extracted  ${extractLocation ?? 'nowhere: EXTRACT_DIR is not set'}`,
    '',
    ...files.map(lineOf),
  ].join('\n');
}

/** `marquee datasets download`, `extract` or `delete`: a line for each file, and one with the counts. */
export async function actOnDatasets(
  config: Config,
  { act, signal }: { act: (actions: DatasetActions) => Promise<DatasetsResult>; signal: AbortSignal },
): Promise<Verdict> {
  const progress = process.stderr.isTTY ? createProgressBars() : SILENT_PROGRESS;
  const { outcome, reason, files, done, failed } = await withCommandLog(config, (log) =>
    act(
      createDatasetActions(config, {
        log,
        progress,
        signal,
        audit: openAuditLog({ folder: config.folders.meta, log }),
      }),
    ),
  );
  if (outcome === 'BUSY') return { line: 'busy: an ingest is running on this data folder', exitCode: 75 };
  // As a whole, before any file was looked at.
  if (reason !== undefined && failed === 0) return { line: `failed: ${reason}`, exitCode: 1 };
  const counts = failed === 0 ? `done: ${countOf(done)}` : `failed: ${countOf(failed)}, and ${done} done`;
  return { line: [...files.map(sentence), counts].join('\n'), exitCode: failed === 0 ? 0 : 1 };
}

function sentence({ file, message, bytes, rows }: FileResult): string {
  const counts = [bytes === undefined ? '' : `${bytes} bytes`, rows === undefined ? '' : `${rows} rows`].filter(
    (count) => count !== '',
  );
  return `  ${file}: ${message}${counts.length === 0 ? '' : ` (${counts.join(', ')})`}`;
}

function lineOf({ name, sizeBytes, modified, verified, extracted, rows, rejected }: DatasetFile): string {
  if (sizeBytes === undefined) return `  ${name.padEnd(24)} not downloaded`;
  const state = [
    verified === true ? 'whole' : 'not known to be whole',
    extracted ? 'extracted' : '',
    rejected === undefined || rejected === 0 ? '' : `${rejected} lines left out`,
  ].filter((word) => word !== '');
  const size = `${(sizeBytes / MIB).toFixed(1)} MiB`.padStart(11);
  return `  ${name.padEnd(24)} ${size}  ${String(rows ?? '?').padStart(11)} rows  ${modified}  ${state.join(', ')}`;
}

function countOf(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
