import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import pMap from 'p-map';

import { sourceFile, SOURCES } from '../dataset/sources.ts';
import type { Source, SourceName } from '../dataset/sources.ts';
import type { Logger } from '../logger.ts';
import { fetchFile } from './fetch-file.ts';
import type { Patience } from './fetch-file.ts';
import { createDownloadState, isAsRecorded } from './download-state.ts';
import type { Download, DownloadState } from './download-state.ts';
import { isMissing } from '../storage/durable.ts';
import { sha256 } from '../storage/sha256.ts';
import { Failed, reasonOf, Rejected } from './outcome.ts';
import type { Progress } from './progress.ts';
import { scanFile } from './scan-file.ts';

export interface DownloadOptions {
  /** `https://…` to fetch from, or `file:…` for a folder of files at hand, which are read where they are. */
  baseUrl: string;
  folder: string;
  metaFolder: string;
  /** Files fetched at a time. */
  concurrency: number;
  patience: Patience;
  /** Sources to leave out. */
  without: readonly SourceName[];
  log: Logger;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/** The whole files of one run, in the order of SOURCES. */
export type WholeFiles = ReadonlyMap<SourceName, Download>;

/**
 * Brings the source files up to date. Each is whole before it replaces the old one; one that fails is named and the
 * whole ones are kept, so that the next run asks for the rest only.
 * @throws Rejected or Failed, naming every file that is not there.
 */
export async function download(options: DownloadOptions): Promise<WholeFiles> {
  const state = createDownloadState({ meta: options.metaFolder, downloads: options.folder });
  const wanted = SOURCES.filter(({ name }) => !options.without.includes(name));
  const files = new Map<SourceName, Download>();
  const problems: unknown[] = [];
  const isStopped = (): boolean => options.signal?.aborted === true;
  await pMap(
    wanted,
    async (source) => {
      if (isStopped()) return;
      try {
        files.set(source.name, await bring(source, { ...options, state }));
      } catch (error) {
        if (isStopped()) return;
        options.log.error({ event: 'download failed', file: sourceFile(source.name), reason: reasonOf(error) });
        problems.push(error);
      }
    },
    { concurrency: options.concurrency },
  );
  options.signal?.throwIfAborted();
  if (problems.length > 0) throw summary(problems);
  return new Map(wanted.flatMap(({ name }) => [[name, files.get(name)] as const]).filter(isFound));
}

/**
 * The whole files that earlier downloads have left, without asking anybody.
 * @throws Failed, naming every file that is missing or was changed since.
 */
export async function keptFiles(
  options: Pick<DownloadOptions, 'folder' | 'metaFolder' | 'without'>,
): Promise<WholeFiles> {
  const known = await createDownloadState({ meta: options.metaFolder, downloads: options.folder }).read();
  const files = new Map<SourceName, Download>();
  const missing: string[] = [];
  for (const { name } of SOURCES) {
    if (options.without.includes(name)) continue;
    const file = known[name];
    if (file !== undefined && (await isAsRecorded(file))) files.set(name, file);
    else missing.push(sourceFile(name));
  }
  if (missing.length > 0) {
    throw new Failed(`${missing.join(', ')}: no whole file is kept: run the download step first`);
  }
  return files;
}

/**
 * Reads kept files to their end. One that is damaged is no longer known, so that the next download brings it anew.
 * @throws Failed, naming every one that is not as it was downloaded.
 */
export async function refuseDamaged(
  files: WholeFiles,
  { folder, metaFolder, signal }: Pick<DownloadOptions, 'folder' | 'metaFolder' | 'signal'>,
): Promise<void> {
  const state = createDownloadState({ meta: metaFolder, downloads: folder });
  const damaged: string[] = [];
  for (const [name, { path, sha256: expected }] of files) {
    if ((await sha256(path, { direct: true, signal })) === expected) continue;
    damaged.push(sourceFile(name));
    await state.forget(name);
  }
  if (damaged.length === 0) return;
  throw new Failed(`${damaged.join(', ')}: the file that is kept is damaged: run the download step first`);
}

async function bring(source: Source, options: DownloadOptions & { state: DownloadState }): Promise<Download> {
  const { state, baseUrl } = options;
  const known = (await state.read())[source.name];
  const kept = known !== undefined && (await isAsRecorded(known)) ? known : undefined;
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
    return { path, url, etag: null, lastModified: null, mtimeMs, ...(await scanFile(path, { source, signal })) };
  } catch (error) {
    if (isMissing(error)) throw new Failed(`${path}: no such file`);
    throw error;
  }
}

function summary(problems: readonly unknown[]): Error {
  const text = problems.map(reasonOf).join('; ');
  return problems.every((problem) => problem instanceof Rejected) ? new Rejected(text) : new Failed(text);
}

function isFound(entry: readonly [SourceName, Download | undefined]): entry is readonly [SourceName, Download] {
  return entry[1] !== undefined;
}
