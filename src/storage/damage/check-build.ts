import { buildFolder, MANIFEST_FILE } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { filesOf } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { checkFile } from './check-file.ts';
import { damageMarks } from './damage-marks.ts';
import type { DamagedFile, FoundDamage } from './damage-marks.ts';
import { sameFiles } from './same-files.ts';
import { findManifest, WRONG } from '../builds/find-manifest.ts';
import { markDamage } from './mark-damage.ts';

/**
 * Checks every file of a promoted build against the manifest. Returns one line for each damage, and marks the files, so
 * that serving processes and the next ingest learn of it.
 */
export async function checkBuild(
  folders: Folders,
  buildId: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<string[]> {
  const found = await findManifest(buildFolder(folders, buildId));
  if (found.state === 'refused') return [`build ${buildId} is ${found.refusal}`];
  if (found.state !== 'whole') return [`build ${buildId}: ${MANIFEST_FILE} ${WRONG[found.state]}`];
  const damages = await damagesIn(folders, { manifest: found.manifest, signal });
  return damages.map(({ file, reason }) => `build ${buildId}: ${file} ${reason}`);
}

interface Checked {
  manifest: Manifest;
  signal?: AbortSignal | undefined;
}

/** Damages of all files of a build. */
export function damagesIn(folders: Folders, { manifest, signal }: Checked): Promise<FoundDamage[]> {
  const files = filesOf(manifest).map(({ file }) => file);
  return damagesOf(folders, { manifest, files, signal });
}

/** Damages of the marked files of a build that are still damaged. */
export async function knownDamages(folders: Folders, { manifest, signal }: Checked): Promise<FoundDamage[]> {
  const marked = (await damageMarks(folders.meta).read()).filter(({ buildId }) => buildId === manifest.buildId);
  return damagesOf(folders, { manifest, files: marked.map(({ file }) => file), signal });
}

/** Checks files of a build. A damaged file gets a mark, and an intact file loses it. */
async function damagesOf(
  folders: Folders,
  { manifest, files, signal }: Checked & { files: readonly string[] },
): Promise<FoundDamage[]> {
  const { buildId } = manifest;
  const folder = buildFolder(folders, buildId);
  const marked = new Set((await damageMarks(folders.meta).read()).map((mark) => `${mark.buildId}/${mark.file}`));
  const damages: FoundDamage[] = [];
  for (const file of files) {
    const record = filesOf(manifest).find((one) => one.file === file);
    // Without a record: the manifest itself, which has just been read, or a file that it does not name.
    const reason = record && (await checkFile(folder, { ...record, direct: true, signal }));
    if (reason === undefined) {
      if (marked.has(`${buildId}/${file}`)) await unmark(folders, { buildId, file });
      continue;
    }
    damages.push({ buildId, file, reason });
    await markDamage(folders, { buildId, file, reason, signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      // Who may only read says it all the same.
      return error;
    });
  }
  return damages;
}

async function unmark(folders: Folders, whole: DamagedFile): Promise<void> {
  const marks = damageMarks(folders.meta);
  await marks.remove(whole);
  for (const { buildId, record, isLinked } of await sameFiles(folders, whole)) {
    if (isLinked) await marks.remove({ buildId, file: record.file });
  }
}
