import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Folders } from '../../dataset/builds/paths.ts';
import { sourceFile } from '../../dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../dataset/sources/imdb.ts';
import type { Logger } from '../../process/logger.ts';
import { readComparable } from '../../storage/builds/builds.ts';
import { sizeOf } from '../../storage/files/size-of.ts';
import { partialFile } from '../sources/http/partial-file.ts';
import { createDownloadState, isAsRecorded } from '../sources/imdb/download-state.ts';
import type { Download } from '../sources/imdb/download-state.ts';
import { chooseSources, doneFile, failedFile, resultOf } from './dataset-result.ts';
import type { DatasetsResult, FileResult } from '../../dataset/sources/dataset-action.ts';
import { createExtractState, textPath } from './extract-state.ts';

export interface DeleteOptions {
  /** All by default. */
  names?: readonly string[] | undefined;
  /** Also those that the served build was made from. */
  force?: boolean | undefined;
  /** The extracted texts alone; the downloads stay. */
  onlyExtracted?: boolean | undefined;
  log: Logger;
}

/**
 * Deletes downloads, what has arrived of them in part, and the texts extracted from them. A download that the served
 * build was made from stays, unless it is forced: a damaged build is made anew from it without network. Files of a
 * folder that the settings name as their origin are never deleted.
 */
export async function deleteDatasets(folders: Folders, options: DeleteOptions): Promise<DatasetsResult> {
  const { sources, unknown } = chooseSources(options.names);
  const files: FileResult[] = [];
  for (const source of sources) {
    files.push(
      await deleteFile(source, { folders, options }).catch((error: unknown) =>
        failedFile(sourceFile(source.name), error),
      ),
    );
  }
  return resultOf([...files, ...unknown]);
}

async function deleteFile(
  { name }: Source,
  { folders, options }: { folders: Folders; options: DeleteOptions },
): Promise<FileResult> {
  const { force = false, onlyExtracted = false, log } = options;
  const file = sourceFile(name);
  const path = join(folders.downloads, file);
  const part = partialFile(path);
  const text = folders.extracted === undefined ? undefined : textPath(folders.extracted, name);
  const paths = [...(onlyExtracted ? [] : [path, part.path]), ...(text === undefined ? [] : [text])];
  const sizes = (await Promise.all(paths.map(sizeOf))).filter((size) => size !== undefined);
  const known = (await createDownloadState(folders).read())[name];
  if (sizes.length === 0) {
    const isElsewhere = !onlyExtracted && known !== undefined && known.path !== path && (await isAsRecorded(known));
    if (isElsewhere)
      return failedFile(file, `it is read where it is, ${known.path}: marquee deletes its downloads alone`);
    return failedFile(file, onlyExtracted ? 'it is not extracted' : 'it is not downloaded');
  }
  const own = !onlyExtracted && known?.path === path ? known : undefined;
  const build = own === undefined ? undefined : await servedBuildFrom(folders, { name, download: own });
  if (build !== undefined && !force) {
    return failedFile(
      file,
      `the served build ${build} was made from it, and is made anew from it where it is damaged: \`force\` deletes it all the same`,
    );
  }
  if (own !== undefined) await createDownloadState(folders).forget(name);
  if (!onlyExtracted) {
    await part.remove();
    await rm(path, { force: true });
  }
  if (text !== undefined) {
    await createExtractState(folders).forget(name);
    await rm(text, { force: true });
  }
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  log.info({ event: 'file deleted', file, bytes });
  const message =
    build === undefined
      ? 'deleted'
      : `deleted: until the next download, build ${build} cannot be repaired without network`;
  return doneFile(file, { message, bytes });
}

/** The served build, if it was made from this download and the download is there. */
async function servedBuildFrom(
  folders: Folders,
  { name, download }: { name: SourceName; download: Download },
): Promise<string | undefined> {
  const served = await readComparable(folders);
  const isFrom = served?.sources.some((source) => source.name === name && source.sha256 === download.sha256) === true;
  return isFrom && (await isAsRecorded(download)) ? served?.buildId : undefined;
}
