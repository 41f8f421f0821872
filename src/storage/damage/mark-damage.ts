import { buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { checkFile } from './check-file.ts';
import { damageMarks } from './damage-marks.ts';
import type { FoundDamage } from './damage-marks.ts';
import { sameFiles } from './same-files.ts';

/**
 * Marks a damaged file, so that those who serve and the next ingest learn of it, and with it each file of other builds
 * that is damaged likewise: hard links of it at once, copies after they were read.
 */
export async function markDamage(
  folders: Folders,
  { signal, ...found }: FoundDamage & { signal?: AbortSignal | undefined },
): Promise<void> {
  const { reason } = found;
  const marks = damageMarks(folders.meta);
  const same = await sameFiles(folders, found);
  const linked = same.filter(({ isLinked }) => isLinked);
  for (const { buildId, record } of linked) await marks.add({ buildId, file: record.file, reason });
  await marks.add(found);
  for (const { buildId, record, isLinked } of same) {
    if (isLinked) continue;
    const wrong = await checkFile(buildFolder(folders, buildId), { ...record, direct: true, signal });
    if (wrong !== undefined) await marks.add({ buildId, file: record.file, reason: wrong });
  }
}
