import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import { readManifest, refusedBuild } from './builds.ts';
import { isMissing } from './durable.ts';
import { sha256 } from './sha256.ts';

/** Reads every file of a promoted build and compares it with the manifest. Answers with what is wrong, one line each. */
export async function checkBuild(folders: Folders, buildId: string): Promise<string[]> {
  const folder = buildFolder(folders, buildId);
  const manifest = await readManifest(folder);
  if (manifest === undefined) {
    return [(await refusedBuild(folders, buildId)) ?? `build ${buildId}: there is no manifest that can be read`];
  }
  const problems: string[] = [];
  for (const { file, bytes, sha256: expected } of [...manifest.tables, ...manifest.lookups]) {
    const problem = await checkFile(join(folder, file), { bytes, expected });
    if (problem !== undefined) problems.push(`build ${buildId}: ${file} ${problem}`);
  }
  return problems;
}

async function checkFile(
  path: string,
  { bytes, expected }: { bytes: number; expected: string },
): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size !== bytes) return `has ${size} bytes, expected ${bytes}`;
    return (await sha256(path)) === expected ? undefined : 'has another checksum than the manifest';
  } catch (error) {
    if (isMissing(error)) return 'is missing';
    throw error;
  }
}
