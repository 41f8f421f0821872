import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, MANIFEST_FILE, pointerPath } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import type { Pointer } from '../../dataset/builds/manifest.ts';
import { sealed } from '../../dataset/builds/seal.ts';
import { readPointer } from './builds.ts';
import { replaceJson } from '../files/durable.ts';

/** Points to a build whose folder has its final name, so that it is served. The last step of a promotion. */
export async function writePointer(
  folders: Folders,
  { buildId, version, now }: { buildId: string; version: number; now: () => Date },
): Promise<Pointer> {
  const text = await readFile(join(buildFolder(folders, buildId), MANIFEST_FILE));
  const manifestSha256 = createHash('sha256').update(text).digest('hex');
  const before = await readPointer(folders);
  const previousBuildId = before?.buildId === buildId ? before.previousBuildId : before?.buildId;
  const promotedAt = now().toISOString();
  const pointer: Pointer = sealed({ buildId, version, promotedAt, manifestSha256, previousBuildId });
  await replaceJson(pointerPath(folders), pointer);
  return pointer;
}
