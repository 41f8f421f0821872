import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, MANIFEST_FILE, pointerPath, stagingFolder } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import type { Pointer } from '../dataset/manifest.ts';
import { readManifest, readPointer } from './builds.ts';
import { durableRename, replaceJson } from './durable.ts';
import { Failed } from './outcome.ts';

/**
 * Makes a verified build the one that is served: its folder gets its name, and last the pointer is replaced. Who
 * reads meanwhile sees the old build or the new one.
 */
export async function promote({
  buildId,
  folders,
  now,
}: {
  buildId: string;
  folders: Folders;
  now: () => Date;
}): Promise<Pointer> {
  const staged = stagingFolder(folders, buildId);
  const manifest = await readManifest(staged);
  if (manifest === undefined) throw new Failed(`build ${buildId} is not verified yet: run --only verify`);
  const text = await readFile(join(staged, MANIFEST_FILE));
  await durableRename(staged, buildFolder(folders, buildId));
  const before = await readPointer(folders);
  const pointer: Pointer = {
    buildId,
    // Another build may have been promoted since this one was verified.
    version: Math.max(manifest.version, (before?.version ?? 0) + 1),
    promotedAt: now().toISOString(),
    manifestSha256: createHash('sha256').update(text).digest('hex'),
  };
  await replaceJson(pointerPath(folders), pointer);
  return pointer;
}
