import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { oddInputOf } from '../../dataset/builds/odd-input.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../dataset/sources/imdb.ts';
import type { SourceName } from '../../dataset/sources/imdb.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { isMissing } from '../../storage/files/durable.ts';
import { freeBytes } from '../../storage/files/free-bytes.ts';
import { createDownloadState, isAsRecorded, isScanned } from '../sources/imdb/download-state.ts';
import { createExtractState, isExtracted, textPath } from './extract-state.ts';

/** A source file as it is on the disk. What is not known of it is undefined: everything, while it is not downloaded. */
export interface DatasetFile {
  /** Such as `title.basics.tsv.gz`. */
  name: string;
  /** Compressed size. */
  sizeBytes?: number | undefined;
  /** ISO 8601, UTC: its Last-Modified, or the time of the file where the server sent none. */
  modified?: string | undefined;
  contentType: string;
  etag?: string | undefined;
  /** Whether it was read to its end and found whole, and has not changed since. */
  verified?: boolean | undefined;
  /** Whether its text is in EXTRACT_DIR, whole and of this very file. */
  extracted: boolean;
  rows?: number | undefined;
  /** Lines that the served build has left out of it; undefined if that build was made from another version of the file. */
  rejected?: number | undefined;
}

/** The source files, and where they are. */
export interface DatasetList {
  files: readonly DatasetFile[];
  /** DOWNLOAD_DIR. */
  location: string;
  /** EXTRACT_DIR, if it is set. */
  extractLocation?: string | undefined;
  /** Bytes that may still be written on the disk of DOWNLOAD_DIR. */
  freeBytes: number;
}

const CONTENT_TYPE = 'application/gzip';

/** All of IMDb's files, but for those that the settings leave out. */
export async function listDatasets(
  folders: Folders,
  { without = [] }: { without?: readonly SourceName[] } = {},
): Promise<DatasetList> {
  const downloads = await createDownloadState(folders).read();
  const texts = await createExtractState(folders).read();
  const current = await readCurrent(folders);
  const odd = current === undefined ? [] : oddInputOf(current);
  const files = SOURCES.filter(({ name }) => !without.includes(name)).map(async ({ name }): Promise<DatasetFile> => {
    const known = downloads[name];
    const whole = known !== undefined && isScanned(known) && (await isAsRecorded(known)) ? known : undefined;
    const found = await find(whole?.path ?? join(folders.downloads, sourceFile(name)));
    const source = current?.sources.find((one) => one.name === name);
    const text = { text: texts[name], sha256: whole?.sha256 };
    return {
      name: sourceFile(name),
      sizeBytes: found?.size,
      modified: found && (timeOf(whole?.lastModified) ?? found.mtime).toISOString(),
      contentType: CONTENT_TYPE,
      etag: whole?.etag ?? undefined,
      verified: found && whole !== undefined,
      extracted: folders.extracted !== undefined && (await isExtracted(textPath(folders.extracted, name), text)),
      rows: whole?.rows,
      rejected:
        whole !== undefined && source?.sha256 === whole.sha256
          ? odd.find((input) => input.source === name)?.rejected
          : undefined,
    };
  });
  return {
    files: await Promise.all(files),
    location: folders.downloads,
    extractLocation: folders.extracted,
    freeBytes: await freeBytes(folders.downloads),
  };
}

async function find(path: string): Promise<{ size: number; mtime: Date } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Servers send odd dates too. */
function timeOf(lastModified: string | null | undefined): Date | undefined {
  const time = new Date(lastModified ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}
