import { resolve } from 'node:path';

import type { Config } from '../../config.ts';
import { buildFolder } from '../../dataset/builds/paths.ts';
import { exportVectors } from '../../ingest/similar/export-vectors.ts';
import { reasonOf } from '../../ingest/outcomes/outcome.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import type { Verdict } from './builds.ts';
import { noBuildIn } from './no-build.ts';

/** `marquee vectors <file>`: writes the vectors that similar titles are found by, of the build that is served, as Parquet. */
export async function writeVectors({ folders, ingest }: Config, file: string): Promise<Verdict> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) return { line: noBuildIn(folders), exitCode: 1 };
  const [path, folder] = [resolve(file), buildFolder(folders, manifest.buildId)];
  const { similarMinVotes: minVotes, memoryLimit } = ingest;
  try {
    const count = await exportVectors({ folder, manifest, path, minVotes, memoryLimit });
    return { line: `written: the vectors of ${count} titles of build ${manifest.buildId}, in ${path}`, exitCode: 0 };
  } catch (error) {
    return { line: `failed: ${reasonOf(error)}`, exitCode: 1 };
  }
}
