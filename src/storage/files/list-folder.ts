import { readdir } from 'node:fs/promises';

import { BUILD_ID } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { isMissing } from './durable.ts';

/** The names in a folder, sorted; none where there is no such folder. */
export async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The ids of all promoted builds, oldest first, be they builds that can be read or not. */
export async function listBuildIds({ builds }: Pick<Folders, 'builds'>): Promise<string[]> {
  return (await listFolder(builds)).filter((name) => BUILD_ID.test(name));
}
