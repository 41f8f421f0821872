import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import pMap from 'p-map';

import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../../dataset/sources/imdb.ts';
import type { Logger } from '../../../process/logger.ts';
import { isMissing } from '../../../storage/files/durable.ts';
import { Failed } from '../../outcomes/outcome.ts';
import type { Progress } from '../../outcomes/progress.ts';
import { recordUpdateTimes } from '../../update-time/update-times.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { createDownloadState, SCAN_RULES } from './download-state.ts';
import type { Download, DownloadState } from './download-state.ts';
import { fetchFile } from './fetch-file.ts';
import type { Patience } from './fetch-file.ts';
import { usableFile } from './kept-file.ts';
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
  now: () => Date;
  signal?: AbortSignal | undefined;
}

/** How the download of one file ended: the whole file, or what was thrown. */
export type Brought = { name: SourceName; file: Download } | { name: SourceName; error: unknown };

/**
 * Brings some source files up to date, several at a time. Returns how each ended, in the order given: one that fails
 * does not keep the others from coming. When they were published is recorded, so that UPDATE_TIME can be learned.
 * @throws the reason of the signal.
 */
export async function bringFiles(sources: readonly Source[], options: DownloadOptions): Promise<Brought[]> {
  const startedAt = options.now();
  const state = createDownloadState({ meta: options.metaFolder, downloads: options.folder });
  const brought = await pMap(
    sources,
    async (source): Promise<Brought> => {
      const { name } = source;
      try {
        options.signal?.throwIfAborted();
        return { name, file: await bring(source, { ...options, state }) };
      } catch (error) {
        return { name, error };
      }
    },
    { concurrency: options.concurrency },
  );
  options.signal?.throwIfAborted();
  const files = brought.flatMap((end) => ('file' in end ? [{ ...end.file, name: end.name }] : []));
  await recordUpdateTimes(options.metaFolder, { files, startedAt });
  return brought;
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
