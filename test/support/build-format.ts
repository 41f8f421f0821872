import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, MANIFEST_FILE, pointerPath } from '../../src/dataset/builds/layout.ts';
import type { Folders } from '../../src/dataset/builds/layout.ts';
import type { Manifest } from '../../src/dataset/builds/manifest.ts';
import { sealed } from '../../src/dataset/builds/seal.ts';
import { readPointer } from '../../src/storage/builds.ts';

/** Makes a build one of another program: its manifest says so, and a pointer to it has the checksum of that. */
export async function setFormat(folders: Folders, buildId: string, format: number): Promise<void> {
  await changeManifest(folders, buildId, (manifest) => ({ ...manifest, format }));
}

export async function changeManifest(
  folders: Folders,
  buildId: string,
  change: (manifest: Manifest) => Manifest,
): Promise<void> {
  const path = join(buildFolder(folders, buildId), MANIFEST_FILE);
  const text = JSON.stringify(sealed(change(JSON.parse(await readFile(path, 'utf8')) as Manifest)));
  await writeFile(path, text);
  const pointer = await readPointer(folders);
  if (pointer?.buildId !== buildId) return;
  const manifestSha256 = createHash('sha256').update(text).digest('hex');
  await writeFile(pointerPath(folders), JSON.stringify(sealed({ ...pointer, manifestSha256 })));
}
