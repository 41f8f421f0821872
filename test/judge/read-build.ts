import { join } from 'node:path';

import { buildFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { TableName } from '../../src/dataset/tables/table-names.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { parquetRows } from '../support/parquet-rows.ts';
import type { Lists } from './judge-lists.ts';
import type { Relevant } from './liked-together.ts';

export interface JudgedBuild {
  without: Lists;
  withTmdb: Lists;
  /** The titles of IMDb's that TMDB recommends behind each. */
  recommended: Relevant;
}

/**
 * Reads the lists of the build that is served, those of IMDb's data and those with what TMDB says.
 * @throws Error where it was made without TMDB_SIMILARITY.
 */
export async function readBuild(folders: Folders): Promise<JudgedBuild> {
  const manifest = await readCurrent(folders);
  if (manifest?.tmdb?.similarity !== true)
    throw new Error('there is no build with TMDB_SIMILARITY=on: set it, and run an ingest');
  const rowsOf = (table: TableName) => parquetRows(join(buildFolder(folders, manifest.buildId), tableFile(table)));
  const listsOf = async (table: TableName): Promise<Lists> => {
    const lists = new Map<number, number[]>();
    for (const { tconst, neighbour } of await rowsOf(table))
      lists.set(Number(tconst), [...(lists.get(Number(tconst)) ?? []), Number(neighbour)]);
    return lists;
  };
  const titles = new Map((await rowsOf('tmdb_title_links')).map(({ tconst, tmdbKey }) => [tmdbKey, Number(tconst)]));
  const recommended = new Map<number, Set<number>>();
  for (const { tmdbKey, recommendedKey } of await rowsOf('tmdb_recommendations')) {
    const [title, other] = [titles.get(tmdbKey), titles.get(recommendedKey)];
    if (title !== undefined && other !== undefined)
      recommended.set(title, (recommended.get(title) ?? new Set<number>()).add(other));
  }
  return { without: await listsOf('similar_titles'), withTmdb: await listsOf('tmdb_similar_titles'), recommended };
}
