import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { TMDB_SNAPSHOT_FILE, tmdbSnapshotFile } from '../../../../dataset/builds/paths.ts';
import { SNAPSHOT_FORMAT, snapshotProblem } from '../../../../dataset/sources/tmdb-snapshot.ts';
import type { SnapshotFile, TmdbSnapshot } from '../../../../dataset/sources/tmdb-snapshot.ts';
import { TMDB_SNAPSHOT_NAMES } from '../../../../dataset/sources/tmdb-snapshot.ts';
import { tmdbExpiry } from '../../../../dataset/sources/tmdb-terms.ts';
import type { TmdbSnapshotName } from '../../../../dataset/sources/tmdb-snapshot.ts';
import { durableRename, isMissing, readJson, replaceJson } from '../../../../storage/files/durable.ts';
import { sha256 } from '../../../../storage/files/sha256.ts';
import type { Mirror } from '../mirror.ts';
import { createOddValues } from './odd-values.ts';
import type { OddColumn } from './odd-values.ts';
import { openSnapshotFile, unfinishedFile } from './snapshot-file.ts';
import type { SnapshotWriter } from './snapshot-file.ts';
import { writeRows } from './write-rows.ts';

export interface SnapshotOptions {
  mirror: Pick<Mirror, 'answers' | 'gone' | 'damaged'>;
  /** Where the snapshot is, TMDB_DIR/snapshot; made if missing. */
  folder: string;
  now: () => Date;
  signal?: AbortSignal | undefined;
}

export interface SnapshotResult {
  /**
   * `unchanged` where the files that were there have the same bytes, and `kept` where they have more than twice as many
   * titles as the mirror: both are left as they are.
   */
  status: 'written' | 'unchanged' | 'kept';
  files: SnapshotFile[];
  /** Answers that are older than TMDB lets them be kept, and are left out. */
  tooOld: number;
  /** Answers that were damaged in the mirror, and are left out and deleted: the next run asks for them again. */
  damaged: number;
  /** Values that became null because they were not what TMDB documents. */
  odd: OddColumn[];
}

/**
 * Writes what the mirror has as rows: one gzipped file of lines of JSON for each of TMDB's tables, sorted by its key. The
 * files take their names when all of them are complete, and `snapshot.json`, which has their checksums, comes last: a
 * reader who compares these never takes files of two snapshots for one. The same mirror gives the same bytes at any time,
 * but for what has become too old. Memory does not grow with the mirror. A mirror that is begun anew, because its file was
 * lost, writes none before it has half of the titles again.
 */
export async function writeSnapshot({ mirror, folder, now, signal }: SnapshotOptions): Promise<SnapshotResult> {
  await mkdir(folder, { recursive: true });
  const damagedBefore = mirror.damaged();
  const odd = createOddValues();
  const writers = TMDB_SNAPSHOT_NAMES.map((name) => openSnapshotFile(folder, name));
  let files: SnapshotFile[];
  let tooOld: number;
  try {
    const byName = new Map<TmdbSnapshotName, SnapshotWriter>(writers.map((writer) => [writer.name, writer]));
    tooOld = await writeRows(mirror, { writerOf: (name) => byName.get(name) as SnapshotWriter, odd, now, signal });
    files = await Promise.all(writers.map((writer) => writer.close()));
    signal?.throwIfAborted();
  } catch (error) {
    for (const writer of writers) writer.abort();
    await removeUnfinished(folder);
    throw error;
  }
  const result = { files, tooOld, damaged: mirror.damaged() - damagedBefore, odd: odd.counts() };
  if (await isThere(folder, files)) {
    await removeUnfinished(folder);
    return { status: 'unchanged', ...result };
  }
  if (await isBegunAnew(folder, { files, tooOld, now })) {
    await removeUnfinished(folder);
    return { status: 'kept', ...result };
  }
  for (const { name } of files) await durableRename(unfinishedFile(folder, name), join(folder, tmdbSnapshotFile(name)));
  const snapshot: TmdbSnapshot = { format: SNAPSHOT_FORMAT, madeAt: now().toISOString(), files };
  await replaceJson(join(folder, TMDB_SNAPSHOT_FILE), snapshot);
  return { status: 'written', ...result };
}

async function removeUnfinished(folder: string): Promise<void> {
  await Promise.all(
    TMDB_SNAPSHOT_NAMES.map((name) => rm(unfinishedFile(folder, name), { force: true, recursive: true })),
  );
}

/**
 * Whether the snapshot that is there has more than twice as many titles as the mirror knows of, those that are gone among
 * them, and none that is too old.
 */
async function isBegunAnew(
  folder: string,
  { files, tooOld, now }: Pick<SnapshotResult, 'files' | 'tooOld'> & Pick<SnapshotOptions, 'now'>,
): Promise<boolean> {
  const value = await readJson(join(folder, TMDB_SNAPSHOT_FILE));
  if (snapshotProblem(value) !== undefined) return false;
  const there = (value as TmdbSnapshot).files.find(({ name }) => name === 'tmdb.titles');
  if ((there?.oldestFetchedAt ?? '') < tmdbExpiry(now())) return false;
  const rowsOf = (wanted: TmdbSnapshotName): number => files.find(({ name }) => name === wanted)?.rows ?? 0;
  return (there?.rows ?? 0) > 2 * (rowsOf('tmdb.titles') + rowsOf('tmdb.gone') + tooOld);
}

/** Whether the snapshot that is there has the same files, and each of them is whole. */
async function isThere(folder: string, files: readonly SnapshotFile[]): Promise<boolean> {
  const value = await readJson(join(folder, TMDB_SNAPSHOT_FILE));
  if (snapshotProblem(value) !== undefined) return false;
  const known = new Map((value as TmdbSnapshot).files.map((file) => [file.name, file.sha256]));
  if (files.some((file) => known.get(file.name) !== file.sha256)) return false;
  for (const file of files) {
    if ((await sumOf(join(folder, tmdbSnapshotFile(file.name)))) !== file.sha256) return false;
  }
  return true;
}

async function sumOf(path: string): Promise<string | undefined> {
  try {
    return await sha256(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
