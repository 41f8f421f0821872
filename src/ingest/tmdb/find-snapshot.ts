import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { TMDB_SNAPSHOT_FILE, TMDB_SNAPSHOT_FOLDER, tmdbSnapshotFile } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { snapshotProblem } from '../../dataset/sources/tmdb-snapshot.ts';
import type { SnapshotFile, TmdbSnapshot } from '../../dataset/sources/tmdb-snapshot.ts';
import { TMDB_SNAPSHOT_NAMES } from '../../dataset/sources/tmdb-snapshot.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { isMissing } from '../../storage/files/durable.ts';
import { sizeOf } from '../../storage/files/size-of.ts';
import { reasonOf } from '../outcomes/outcome.ts';

/** A snapshot of TMDB's data as it is on the disk. */
export type FoundSnapshot =
  /** There is none: TMDB is not mirrored. */
  | { state: 'none'; sha256: null }
  /** It is half there or damaged; `reason` is a sentence without its full stop. */
  | { state: 'broken'; sha256: string; reason: string }
  | { state: 'whole'; sha256: string; folder: string; files: readonly SnapshotFile[] };

/**
 * Finds the snapshot below TMDB_DIR by its `snapshot.json`, and checks the sizes of its files; `thorough` their
 * checksums too. Never throws for what is wrong with it.
 */
export async function findSnapshot(
  { tmdb }: Pick<Folders, 'tmdb'>,
  { thorough = false, signal }: { thorough?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<FoundSnapshot> {
  if (tmdb === undefined) return { state: 'none', sha256: null };
  const folder = join(tmdb, TMDB_SNAPSHOT_FOLDER);
  let text = '';
  try {
    text = await readFile(join(folder, TMDB_SNAPSHOT_FILE), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const parsed: unknown = JSON.parse(text);
    const problem = snapshotProblem(parsed);
    if (problem !== undefined) return { state: 'broken', sha256, reason: `${TMDB_SNAPSHOT_FILE} ${problem}` };
    const { files } = parsed as TmdbSnapshot;
    const known = TMDB_SNAPSHOT_NAMES.flatMap((name) => files.filter((file) => file.name === name).slice(0, 1));
    for (const { name, ...record } of known) {
      const file = tmdbSnapshotFile(name);
      const wrong = thorough
        ? await checkFile(folder, { ...record, file, signal })
        : await wrongSize(join(folder, file), record.bytes);
      if (wrong !== undefined)
        return { state: 'broken', sha256, reason: `${file} ${wrong.replace('the manifest', TMDB_SNAPSHOT_FILE)}` };
    }
    return { state: 'whole', sha256, folder, files: known };
  } catch (error) {
    signal?.throwIfAborted();
    if (isMissing(error) && text === '') return { state: 'none', sha256: null };
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { state: 'broken', sha256, reason: `${TMDB_SNAPSHOT_FILE} cannot be read: ${reasonOf(error)}` };
  }
}

async function wrongSize(path: string, expected: number): Promise<string | undefined> {
  const bytes = await sizeOf(path).catch(() => undefined);
  if (bytes === undefined) return 'is missing';
  return bytes === expected ? undefined : `has ${bytes} bytes, expected ${expected}`;
}
