import type { Folders } from '../../dataset/builds/paths.ts';
import { comparesTmdb, hasTmdb } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import { findSnapshot } from './find-snapshot.ts';
import { hasExpired } from './has-expired.ts';

export interface SameSnapshotOptions {
  folders: Folders;
  now: () => Date;
  /** Whether what TMDB says of titles counts for how similar they are. */
  tmdbSimilarity?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Whether a build made now would have the same of TMDB's data: by the snapshot that is there, by what of it has become
 * too old to be kept, by whether it counts for similar titles, and by the tables that are made of it.
 */
export async function isOfSnapshot(
  manifest: Manifest,
  { folders, now, tmdbSimilarity = false, signal }: SameSnapshotOptions,
): Promise<boolean> {
  if (hasExpired(manifest, now())) return false;
  if (hasTmdb(manifest) && comparesTmdb(manifest) !== tmdbSimilarity) return false;
  if (hasTmdb(manifest) && !hasAllTables(manifest)) return false;
  const found = await findSnapshot(folders, { signal });
  if (found.state === 'none') return !hasTmdb(manifest);
  // What was refused is refused again.
  if (found.sha256 === manifest.tmdb?.snapshotSha256) return true;
  if (found.state === 'broken') return true;
  return found.files.every(
    ({ name, sha256 }) => manifest.tmdb?.sources.find((source) => source.name === name)?.sha256 === sha256,
  );
}

/** Whether a build has what this program makes: an earlier one made fewer tables in the same format. */
function hasAllTables({ tables }: Manifest): boolean {
  const names = new Set(tables.map(({ name }) => name));
  return TMDB_TABLES.every(({ name }) => names.has(name));
}
