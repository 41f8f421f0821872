import { mkdir, rm, stat } from 'node:fs/promises';

import { commandOver } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../dataset/sources/imdb.ts';
import type { Logger } from '../../process/logger.ts';
import { durableRename, fsync } from '../../storage/files/durable.ts';
import { freeBytes } from '../../storage/files/free-bytes.ts';
import { Failed, reasonOf, Rejected } from '../outcomes/outcome.ts';
import type { Progress } from '../outcomes/progress.ts';
import { createDownloadState } from '../sources/imdb/download-state.ts';
import type { Download } from '../sources/imdb/download-state.ts';
import { keptFile } from '../sources/imdb/kept-file.ts';
import { scanFile } from '../sources/imdb/scan-file.ts';
import { chooseSources, doneFile, failedFile, resultOf } from './dataset-result.ts';
import type { DatasetsResult, FileResult } from '../../dataset/sources/dataset-action.ts';
import { createExtractState, isExtracted, textPath } from './extract-state.ts';

export interface ExtractOptions {
  /** All but `without` by default. */
  names?: readonly string[] | undefined;
  without: readonly SourceName[];
  log: Logger;
  progress: Progress;
  signal?: AbortSignal | undefined;
  /** Bytes that may be written to a folder; of its file system by default. */
  free?: (folder: string) => Promise<number>;
}

/** What IMDb's files grow to, where the record of an older program does not say how long the text is. */
const USUAL_GROWTH = 6;
const MIB = 2 ** 20;

/** A file whose text is to be written. */
interface Work {
  source: Source;
  file: Download;
}

/**
 * Extracts the text of whole downloads to EXTRACT_DIR, one after the other. Nothing is written unless the disk has room
 * for all of it. A text replaces an earlier one when it is whole: read to the end of the gzip data, of which the checksum
 * is that of the download.
 * @throws the reason of the signal.
 */
export async function extractDatasets(folders: Folders, options: ExtractOptions): Promise<DatasetsResult> {
  const { free = freeBytes, progress, log, signal } = options;
  const { sources, unknown } = chooseSources(options.names, options.without);
  const { extracted: folder } = folders;
  if (folder === undefined) {
    const reason = 'EXTRACT_DIR is not set: it names the folder that texts are extracted to';
    return resultOf([...sources.map(({ name }) => failedFile(sourceFile(name), reason)), ...unknown]);
  }
  await mkdir(folder, { recursive: true });
  // A process that was killed may have left them.
  for (const { name } of SOURCES) await rm(partOf(folder, name), { force: true });
  const ends: FileResult[] = [];
  const work: Work[] = [];
  for (const source of sources) {
    const found = await findWork(source, { ...options, folders, folder });
    if ('outcome' in found) ends.push(found);
    else work.push(found);
  }
  const needed = work.reduce((sum, { file }) => sum + (file.textBytes ?? USUAL_GROWTH * file.bytes), 0);
  const room = work.length === 0 ? 0 : await free(folder);
  const tooSmall =
    needed > room
      ? `the disk of EXTRACT_DIR has ${Math.floor(room / MIB)} MiB free, and the text takes ${Math.ceil(needed / MIB)} MiB: nothing was extracted. ${remedy(folder)}`
      : undefined;
  const bar = progress.begin('extract', { total: work.length, unit: 'files' });
  for (const one of work) {
    const file = sourceFile(one.source.name);
    const end =
      tooSmall === undefined
        ? await extractFile(one, { folders, folder, log, signal }).catch((error: unknown) => failedFile(file, error))
        : failedFile(file, tooSmall);
    signal?.throwIfAborted();
    if (end.outcome === 'FAILED') log.error({ event: 'extract failed', file, reason: end.message });
    ends.push(end);
    bar.advance(1);
  }
  bar.done();
  return resultOf([...ends, ...unknown]);
}

/** What there is to do for a source, or the end where there is nothing. */
async function findWork(
  source: Source,
  { folders, folder, signal }: Pick<ExtractOptions, 'signal'> & { folders: Folders; folder: string },
): Promise<Work | FileResult> {
  const { name } = source;
  const file = sourceFile(name);
  try {
    const kept = await keptFile(source, { state: createDownloadState(folders), signal });
    if (kept === undefined) {
      return failedFile(file, `no whole file is kept: ${commandOver(folders, 'datasets download')} brings it`);
    }
    const text = (await createExtractState(folders).read())[name];
    const isDone = await isExtracted(textPath(folder, name), { text, sha256: kept.sha256 });
    if (!isDone) return { source, file: kept };
    return doneFile(file, { message: 'extracted already', bytes: text?.bytes, rows: kept.rows });
  } catch (error) {
    signal?.throwIfAborted();
    return failedFile(file, error);
  }
}

async function extractFile(
  { source, file: { path, sha256 } }: Work,
  { folders, folder, log, signal }: Pick<ExtractOptions, 'log' | 'signal'> & { folders: Folders; folder: string },
): Promise<FileResult> {
  const { name } = source;
  const file = sourceFile(name);
  const part = partOf(folder, name);
  const started = performance.now();
  try {
    const scanned = await scanFile(path, { source, to: part, signal });
    if (scanned.sha256 !== sha256) throw new Rejected(`${file}: the file has changed since it was downloaded`);
    await fsync(part);
    const { size: bytes, mtimeMs } = await stat(part);
    await durableRename(part, textPath(folder, name));
    await createExtractState(folders).record(name, { sha256, bytes, mtimeMs });
    const { rows } = scanned;
    log.info({ event: 'file extracted', file, bytes, rows, durationMs: Math.round(performance.now() - started) });
    return doneFile(file, { message: 'extracted', bytes, rows });
  } catch (error) {
    await rm(part, { force: true });
    if (isFullDisk(error)) {
      throw new Failed(`the disk of EXTRACT_DIR is full: nothing of this file was kept. ${remedy(folder)}`, {
        cause: error,
      });
    }
    if (!(error instanceof Rejected)) throw error;
    // No longer known as whole, or the next download would be told that nothing has changed.
    await createDownloadState(folders).forget(name);
    throw new Failed(`${reasonOf(error)}: ${commandOver(folders, 'datasets download')} brings it anew`, {
      cause: error,
    });
  }
}

function partOf(folder: string, name: SourceName): string {
  return `${textPath(folder, name)}.part`;
}

function remedy(folder: string): string {
  return `Make room in ${folder}, let EXTRACT_DIR name a folder on a larger disk, or extract fewer files`;
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
