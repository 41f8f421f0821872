import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { oddInputOf } from '../../dataset/builds/odd-input.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import type { DatasetFile, DatasetList } from '../../dataset/sources/dataset-file.ts';
import { sourceFile, SOURCES } from '../../dataset/sources/imdb.ts';
import type { SourceName } from '../../dataset/sources/imdb.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { isMissing } from '../../storage/files/durable.ts';
import { freeBytes } from '../../storage/files/free-bytes.ts';
import { createDownloadState, isAsRecorded, isScanned } from '../sources/imdb/download-state.ts';
import { createExtractState, isExtracted, textPath } from './extract-state.ts';

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
