import { commandOver } from '../../../dataset/builds/paths.ts';
import type { Folders } from '../../../dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../../dataset/sources/imdb.ts';
import type { SourceName } from '../../../dataset/sources/imdb.ts';
import type { Logger } from '../../../process/logger.ts';
import { bringFiles } from './bring-files.ts';
import type { DownloadOptions } from './bring-files.ts';
import { byReason } from '../../outcomes/failures.ts';
import type { Failure } from '../../outcomes/failures.ts';
import { createDownloadState } from './download-state.ts';
import type { Download } from './download-state.ts';
import { sha256 } from '../../../storage/files/sha256.ts';
import { keptFile } from './kept-file.ts';
import { Failed, Rejected } from '../../outcomes/outcome.ts';

/** The whole files of one run, in the order of SOURCES. */
export type CompleteFiles = ReadonlyMap<SourceName, Download>;

/**
 * Brings the source files up to date. Each is whole before it replaces the old one; one that fails is named and the
 * whole ones are kept, so that the next run asks for the rest only.
 * @throws Rejected or Failed, naming every file that is not there.
 */
export async function download(options: DownloadOptions): Promise<CompleteFiles> {
  const wanted = SOURCES.filter(({ name }) => !options.without.includes(name));
  const brought = await bringFiles(wanted, options);
  const failures = brought.flatMap(({ name, ...end }): Failure[] =>
    'error' in end ? [{ file: sourceFile(name), error: end.error }] : [],
  );
  if (failures.length > 0) throw summary(failures, { files: wanted.length, log: options.log });
  return new Map(brought.flatMap((end) => ('file' in end ? [[end.name, end.file] as const] : [])));
}

/**
 * The whole files that earlier downloads have left, without asking anybody.
 * @throws Failed, naming every file that is missing or was changed since, or Rejected, where one does not do.
 */
export async function keptFiles(
  options: Pick<DownloadOptions, 'folder' | 'metaFolder' | 'without' | 'signal'> & Pick<Folders, 'setting'>,
): Promise<CompleteFiles> {
  const state = createDownloadState({ meta: options.metaFolder, downloads: options.folder });
  const files = new Map<SourceName, Download>();
  const missing: string[] = [];
  for (const source of SOURCES) {
    if (options.without.includes(source.name)) continue;
    const file = await keptFile(source, { ...options, state });
    if (file === undefined) missing.push(sourceFile(source.name));
    else files.set(source.name, file);
  }
  if (missing.length > 0) {
    throw new Failed(`${missing.join(', ')}: no whole file is kept: ${commandOver(options, 'ingest')} downloads it`);
  }
  return files;
}

/**
 * Reads kept files to their end. One that is damaged is no longer known, so that the next download brings it anew.
 * @throws Failed, naming every one that is not as it was downloaded.
 */
export async function refuseDamaged(
  files: CompleteFiles,
  {
    folder,
    metaFolder,
    setting,
    signal,
  }: Pick<DownloadOptions, 'folder' | 'metaFolder' | 'signal'> & Pick<Folders, 'setting'>,
): Promise<void> {
  const state = createDownloadState({ meta: metaFolder, downloads: folder });
  const damaged: string[] = [];
  for (const [name, { path, sha256: expected }] of files) {
    if ((await sha256(path, { direct: true, signal })) === expected) continue;
    damaged.push(sourceFile(name));
    await state.forget(name);
  }
  if (damaged.length === 0) return;
  throw new Failed(
    `${damaged.join(', ')}: the file that is kept is damaged: ${commandOver({ setting }, 'ingest')} downloads it`,
  );
}

/** Logs each reason once, and makes one error of them. */
function summary(failures: readonly Failure[], { files, log }: { files: number; log: Logger }): Error {
  const reasons = byReason(failures, files);
  for (const { files: failed, text } of reasons) {
    log.error({ event: 'download failed', files: failed, reason: text });
  }
  const text = reasons.map((reason) => reason.text).join('; ');
  return failures.every(({ error }) => error instanceof Rejected) ? new Rejected(text) : new Failed(text);
}
