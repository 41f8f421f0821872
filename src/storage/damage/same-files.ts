import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { filesOf } from '../../dataset/builds/manifest.ts';
import type { FileRecord, Manifest } from '../../dataset/builds/manifest.ts';
import type { DamagedFile } from './damage-marks.ts';
import { findManifest, manifestOf } from '../builds/find-manifest.ts';
import { listBuildIds } from '../files/list-folder.ts';

/** A file of a build that should hold, byte by byte, what another file holds. */
export interface SameFile {
  buildId: string;
  record: FileRecord;
  /** Whether it is the other file itself under a second name (a hard link), and not a copy. */
  isLinked: boolean;
}

/**
 * The files of all promoted builds that should hold what a file of a build holds, by the checksums in their manifests:
 * the same table in a later build, and the table of the past that it has become there. Empty where the manifest of the
 * build cannot be read.
 */
export async function sameFiles(folders: Pick<Folders, 'builds'>, { buildId, file }: DamagedFile): Promise<SameFile[]> {
  const manifest = await readManifest(folders, buildId);
  const sum = manifest && filesOf(manifest).find((record) => record.file === file)?.sha256;
  if (sum === undefined) return [];
  const inode = await inodeOf(join(buildFolder(folders, buildId), file));
  const found: SameFile[] = [];
  for (const id of await listBuildIds(folders)) {
    const other = await readManifest(folders, id);
    for (const record of other === undefined ? [] : filesOf(other)) {
      if (record.sha256 !== sum || (id === buildId && record.file === file)) continue;
      const own = await inodeOf(join(buildFolder(folders, id), record.file));
      found.push({ buildId: id, record, isLinked: inode !== undefined && own === inode });
    }
  }
  return found;
}

/** undefined where it cannot be read, whatever keeps it from that: nothing is known of the build's files then. */
async function readManifest(folders: Pick<Folders, 'builds'>, buildId: string): Promise<Manifest | undefined> {
  return findManifest(buildFolder(folders, buildId)).then(manifestOf, () => undefined);
}

/** Tells a file whatever its names are; undefined where there is none. */
async function inodeOf(path: string): Promise<string | undefined> {
  return stat(path).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => undefined,
  );
}
