import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isTmdbFile } from '../../dataset/builds/paths.ts';

/** Removes all files of TMDB's data from the folder of a build in the making. */
export async function removeTmdb(folder: string): Promise<void> {
  for (const part of ['tables', 'lookup']) {
    for (const name of await readdir(join(folder, part))) {
      if (isTmdbFile(`${part}/${name}`)) await rm(join(folder, part, name), { recursive: true, force: true });
    }
  }
}
