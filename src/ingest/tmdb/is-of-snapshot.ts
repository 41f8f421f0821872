import type { Folders } from '../../dataset/builds/paths.ts';
import { hasTmdb } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { findSnapshot } from './find-snapshot.ts';
import { hasExpired } from './has-expired.ts';

/**
 * Whether a build made now would have the same of TMDB's data: by the snapshot that is there, and by what of it has
 * become too old to be kept.
 */
export async function isOfSnapshot(
  manifest: Manifest,
  { folders, now, signal }: { folders: Folders; now: () => Date; signal?: AbortSignal | undefined },
): Promise<boolean> {
  if (hasExpired(manifest, now())) return false;
  const found = await findSnapshot(folders, { signal });
  if (found.state === 'none') return !hasTmdb(manifest);
  // What was refused is refused again.
  if (found.sha256 === manifest.tmdb?.snapshotSha256) return true;
  if (found.state === 'broken') return true;
  return found.files.every(
    ({ name, sha256 }) => manifest.tmdb?.sources.find((source) => source.name === name)?.sha256 === sha256,
  );
}
