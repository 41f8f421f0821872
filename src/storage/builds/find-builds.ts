import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, MANIFEST_FILE, tableFile } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { NEWER_TABLES } from '../../dataset/tables/newer-tables.ts';
import { TABLES } from '../../dataset/tables/tables.ts';
import { findManifest, WRONG } from './find-manifest.ts';
import type { FoundManifest } from './find-manifest.ts';
import { listBuildIds } from '../files/list-folder.ts';
import { sizeOf } from '../files/size-of.ts';

/** Folders of the builds and of the pointer. */
export type BuildFolders = Pick<Folders, 'builds' | 'meta'>;

/** Builds that must not be served, by id. */
export interface BadBuilds {
  /** Builds with a damaged file. If no build is intact, one of these is served without what needs the file. */
  damaged: ReadonlyMap<string, BadFile>;
  /** Builds that failed to open. */
  unopened: ReadonlySet<string>;
}

/** A path inside the build's folder, and its damage, which completes the sentence `<file> …`. */
export interface BadFile {
  file: string;
  reason: string;
}

/** A build as found on disk: intact, or with the reason why it is not. */
export interface FoundBuild {
  buildId: string;
  /** Undefined if it cannot be read. */
  manifest?: Manifest;
  bad?: BadFile;
  /** Any other reason why it is not served; completes the sentence `build …, …`. */
  refusal?: string;
}

export const NONE_BAD: BadBuilds = { damaged: new Map(), unopened: new Set() };

/** The refusal of a build that has no folder. */
export const NOT_THERE = 'which is not there';

/** All builds, newest first. */
export async function findBuilds(folders: BuildFolders, bad: BadBuilds = NONE_BAD): Promise<FoundBuild[]> {
  const ids = await listBuildIds(folders).catch(() => []);
  const all = await Promise.all(ids.map((buildId) => findBuild(folders, { buildId, bad })));
  return all.toSorted((one, other) => (other.manifest?.version ?? 0) - (one.manifest?.version ?? 0));
}

/**
 * Reads the state of a build. It is intact if its manifest is valid, with the checksum that a pointer has of it, and its
 * tables have their sizes; indexes may be missing.
 */
export async function findBuild(
  folders: BuildFolders,
  { buildId, manifestSha256, bad }: { buildId: string; manifestSha256?: string; bad: BadBuilds },
): Promise<FoundBuild> {
  const folder = buildFolder(folders, buildId);
  const damaged = bad.damaged.get(buildId);
  if (bad.unopened.has(buildId)) {
    return { buildId, ...(damaged && { bad: damaged }), refusal: 'which does not open: see the log' };
  }
  // Whoever serves goes on with another build, whatever keeps this one from being read.
  const found = await findManifest(folder).catch((): FoundManifest => ({ state: 'missing' }));
  if (found.state === 'refused') return { buildId, refusal: `which is ${found.refusal}` };
  if (found.state === 'missing' && !(await isFolder(folder))) return { buildId, refusal: NOT_THERE };
  if (found.state !== 'whole') return { buildId, bad: { file: MANIFEST_FILE, reason: WRONG[found.state] } };
  if (manifestSha256 !== undefined && manifestSha256 !== found.sha256) {
    return { buildId, bad: { file: MANIFEST_FILE, reason: WRONG.damaged } };
  }
  const { manifest } = found;
  const file = damaged ?? (await wrongTable(folder, manifest));
  return file === undefined ? { buildId, manifest } : { buildId, manifest, bad: file };
}

/** The first table that is missing or has another size than the manifest says. */
async function wrongTable(folder: string, manifest: Manifest): Promise<BadFile | undefined> {
  const records = new Map(manifest.tables.map((table) => [table?.name, table]));
  const needed = TABLES.flatMap(({ name }): readonly { file: string; bytes: number | undefined }[] => {
    const record = records.get(name);
    if (record !== undefined) return filesOfTable(record);
    // Later tables can be read without their files: see `createRelations`.
    return name in NEWER_TABLES ? [] : [{ file: tableFile(name), bytes: undefined }];
  });
  const sizes = await Promise.all(needed.map(({ file }) => sizeOf(join(folder, file)).catch(() => undefined)));
  const at = needed.findIndex(({ bytes }, index) => sizes[index] === undefined || sizes[index] !== bytes);
  const wrong = needed[at];
  if (wrong === undefined) return undefined;
  const { file, bytes } = wrong;
  return { file, reason: sizes[at] === undefined ? 'is missing' : `has ${sizes[at]} bytes, expected ${String(bytes)}` };
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
