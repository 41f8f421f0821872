import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { generateDemo } from '../../src/demo/generate.ts';
import { ingestInto } from '../support/ingest.ts';

export interface SoakData {
  /** Ids of two builds of the same titles, which differ in what is said of them. */
  builds: readonly string[];
  /** Where IMDb's files of a third night are. */
  nextNight: string;
}

/** Makes two builds of made-up data, and the files of a third. */
export async function makeSoakData(folders: Folders, scale: number): Promise<SoakData> {
  const builds: string[] = [];
  const filesOf = (seed: number): string => join(folders.meta, `night-${seed}`);
  for (const seed of [1, 2, 3]) await generateDemo({ folder: filesOf(seed), scale, seed });
  for (const seed of [1, 2]) {
    const outcome = await ingestInto(folders, { from: filesOf(seed), threads: 2, keepBuilds: 4 });
    if (outcome.status !== 'promoted') throw new Error(`no build: ${JSON.stringify(outcome)}`);
    builds.push(outcome.buildId);
  }
  return { builds, nextNight: pathToFileURL(filesOf(3)).href };
}
