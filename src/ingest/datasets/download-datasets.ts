import { mkdir } from 'node:fs/promises';

import { sourceFile } from '../../dataset/sources/imdb.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { bringFiles } from '../sources/imdb/bring-files.ts';
import type { DownloadOptions } from '../sources/imdb/bring-files.ts';
import { createDownloadState } from '../sources/imdb/download-state.ts';
import { chooseSources, doneFile, failedFile, resultOf } from './dataset-result.ts';
import type { DatasetsResult, FileResult } from '../../dataset/sources/dataset-action.ts';

/**
 * Downloads source files that have changed, by default all. One that fails does not keep the others from coming.
 * @throws the reason of the signal.
 */
export async function downloadDatasets(
  folders: Folders,
  { names, ...options }: { names?: readonly string[] | undefined } & Omit<DownloadOptions, 'folder' | 'metaFolder'>,
): Promise<DatasetsResult> {
  const { sources, unknown } = chooseSources(names, options.without);
  await mkdir(folders.downloads, { recursive: true });
  const before = await createDownloadState(folders).read();
  const brought = await bringFiles(sources, { ...options, folder: folders.downloads, metaFolder: folders.meta });
  const files = brought.map((end): FileResult => {
    const file = sourceFile(end.name);
    if ('error' in end) {
      const failed = failedFile(file, end.error);
      options.log.error({ event: 'download failed', files: [file], reason: failed.message });
      return failed;
    }
    const { bytes, rows, mtimeMs } = end.file;
    const isSame = before[end.name]?.mtimeMs === mtimeMs;
    return doneFile(file, { message: isSame ? 'unchanged' : 'downloaded', bytes, rows });
  });
  return resultOf([...files, ...unknown]);
}
