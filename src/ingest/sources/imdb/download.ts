import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import pMap from 'p-map';

import { commandOver } from '../../../dataset/builds/paths.ts';
import type { Folders } from '../../../dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../../dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../../dataset/sources/imdb.ts';
import type { Logger } from '../../../process/logger.ts';
import { fetchFile } from './fetch-file.ts';
import type { Patience } from './fetch-file.ts';
import { byReason } from '../../outcomes/failures.ts';
import type { Failure } from '../../outcomes/failures.ts';
import { createDownloadState, SCAN_RULES } from './download-state.ts';
import type { Download, DownloadState } from './download-state.ts';
import { isMissing } from '../../../storage/files/durable.ts';
import { sha256 } from '../../../storage/files/sha256.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { keptFile, usableFile } from './kept-file.ts';
import { Failed, Rejected } from '../../outcomes/outcome.ts';
import type { Progress } from '../../outcomes/progress.ts';
import { scanFile } from './scan-file.ts';

export interface DownloadOptions {
  /** `https://…` to fetch from, or `file:…` for a folder of files at hand, which are read where they are. */
  baseUrl: string;
  folder: string;
  metaFolder: string;
  /** Files fetched at a time. */
  concurrency: number;
  patience: Patience;
  /** How the network is asked; without proxies by default. */
  request?: HttpRequest | undefined;
  /** Sources to leave out. */
  without: readonly SourceName[];
  log: Logger;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/** The whole files of one run, in the order of SOURCES. */
export type CompleteFiles = ReadonlyMap<SourceName, Download>;

/**
 * Brings the source files up to date. Each is whole before it replaces the old one; one that fails is named and the
 * whole ones are kept, so that the next run asks for the rest only.
 * @throws Rejected or Failed, naming every file that is not there.
 */
export async function download(options: DownloadOptions): Promise<CompleteFiles> {
  const state = createDownloadState({ meta: options.metaFolder, downloads: options.folder });
  const wanted = SOURCES.filter(({ name }) => !options.without.includes(name));
  const files = new Map<SourceName, Download>();
  const failed = new Map<SourceName, unknown>();
  const isStopped = (): boolean => options.signal?.aborted === true;
  await pMap(
    wanted,
    async (source) => {
      if (isStopped()) return;
      try {
        files.set(source.name, await bring(source, { ...options, state }));
      } catch (error) {
        if (isStopped()) return;
        failed.set(source.name, error);
      }
    },
    { concurrency: options.concurrency },
  );
  options.signal?.throwIfAborted();
  // In the order of the sources, whichever of them failed first.
  const failures = wanted.flatMap(({ name }): Failure[] =>
    failed.has(name) ? [{ file: sourceFile(name), error: failed.get(name) }] : [],
  );
  if (failures.length > 0) throw summary(failures, { files: wanted.length, log: options.log });
  return new Map(wanted.flatMap(({ name }) => [[name, files.get(name)] as const]).filter(isFound));
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

async function bring(source: Source, options: DownloadOptions & { state: DownloadState }): Promise<Download> {
  const { state, baseUrl } = options;
  const kept = await usableFile(source, options);
  const url = `${baseUrl.replace(/\/$/, '')}/${sourceFile(source.name)}`;
  if (!url.startsWith('file:')) {
    return fetchFile(source, { ...options, url, kept: kept?.url === url ? kept : undefined });
  }
  const path = fileURLToPath(url);
  if (kept?.path === path) return kept;
  const file = await readAtHand(path, { source, url, signal: options.signal });
  await state.record(source.name, file);
  return file;
}

async function readAtHand(
  path: string,
  { source, url, signal }: { source: Source; url: string; signal: AbortSignal | undefined },
): Promise<Download> {
  try {
    const { mtimeMs } = await stat(path);
    const scanned = await scanFile(path, { source, signal });
    return { path, url, etag: null, lastModified: null, mtimeMs, ...scanned, scanRules: SCAN_RULES };
  } catch (error) {
    if (isMissing(error)) throw new Failed(`${path}: no such file`);
    throw error;
  }
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

function isFound(entry: readonly [SourceName, Download | undefined]): entry is readonly [SourceName, Download] {
  return entry[1] !== undefined;
}
