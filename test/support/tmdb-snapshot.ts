import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { TMDB_SNAPSHOT_FILE, TMDB_SNAPSHOT_FOLDER, tmdbSnapshotFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { SNAPSHOT_FORMAT } from '../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_SNAPSHOT_NAMES } from '../../src/dataset/sources/tmdb-snapshot.ts';
import { TMDB_COLUMNS, TMDB_TABLE_OF } from '../../src/dataset/tables/tmdb-columns.ts';
import type { TmdbSnapshotName } from '../../src/dataset/sources/tmdb-snapshot.ts';

type TmdbValue = string | number | boolean | null | undefined | readonly string[] | readonly number[];
export type TmdbRow = Record<string, TmdbValue>;
export type TmdbRows = Partial<Record<TmdbSnapshotName, readonly TmdbRow[]>>;

/** Writes a snapshot below a data folder by hand; what a row does not say is null. */
export async function writeTmdbSnapshot(
  folders: Pick<Folders, 'tmdb'>,
  rows: TmdbRows,
  { madeAt = '2026-11-20T00:00:00.000Z' }: { madeAt?: string } = {},
): Promise<string> {
  const folder = join(folders.tmdb ?? '', TMDB_SNAPSHOT_FOLDER);
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const name of TMDB_SNAPSHOT_NAMES) {
    const columns = TMDB_COLUMNS[TMDB_TABLE_OF[name]].map((column) => column.name);
    const full = (rows[name] ?? []).map((row) =>
      Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
    );
    const bytes = gzipSync(full.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await writeFile(join(folder, tmdbSnapshotFile(name)), bytes);
    const ages = full.map(({ fetchedAt }) => String(fetchedAt)).sort();
    files.push({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      rows: full.length,
      oldestFetchedAt: ages[0] ?? null,
      newestFetchedAt: ages.at(-1) ?? null,
    });
  }
  await writeFile(join(folder, TMDB_SNAPSHOT_FILE), JSON.stringify({ format: SNAPSHOT_FORMAT, madeAt, files }));
  return folder;
}
