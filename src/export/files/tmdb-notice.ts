import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ExportedTmdb } from '../source/tmdb-data.ts';

const FILE = 'TMDB.txt';

/** Writes what goes with TMDB's data beside the files that have it. Answers with the file's name. */
export async function writeTmdbNotice(folder: string, tmdb: ExportedTmdb): Promise<string> {
  await writeFile(join(folder, FILE), `${tmdbSentences(tmdb).join('\n')}\n`);
  return FILE;
}

/** What people are told of TMDB's data in an export, a sentence or two at a time. */
export function tmdbSentences({ notice, oldestFetchedAt, keepUntil }: ExportedTmdb): string[] {
  if (oldestFetchedAt === undefined || keepUntil === undefined) return [notice];
  return [
    notice,
    `The oldest of its rows was fetched at ${oldestFetchedAt}: export again, or delete all that came from TMDB, by ${keepUntil}.`,
  ];
}
