import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from '../dataset/builds/paths.ts';
import { SOURCES, sourceFile, type SourceName } from '../dataset/sources/imdb.ts';

/** Version of the generator: grows whenever the same seed and scale give different bytes. */
export const GENERATOR_VERSION = 3;
export const STAMP_FILE = 'demo.json';

/** The data folder of a demo, unless another is named. */
export const DEMO_DIR = 'data/demo';

/** Where the demo of a data folder keeps the seven files that it publishes. */
export function originFolder({ meta }: Pick<Folders, 'meta'>): string {
  return join(meta, 'origin');
}

/** `demo.json`, beside the seven files: what they were generated from. */
export interface DemoStamp {
  scale: number;
  seed: number;
  generatorVersion: number;
  /** Rows of each file, without the header. */
  counts: Record<SourceName, number>;
  /** Compressed size of each file. */
  bytes: Record<SourceName, number>;
}

/** Whether a data folder has a demo, be it made by this version of the generator or another. */
export function isDemoFolder(folders: Pick<Folders, 'meta'>): boolean {
  return existsSync(join(originFolder(folders), STAMP_FILE));
}

/** Whether a folder has the complete demo data of this scale and seed, made by this version of the generator. */
export async function hasDemo(options: { folder: string; scale: number; seed: number }): Promise<boolean> {
  const { folder, scale, seed } = options;
  try {
    const stamp = JSON.parse(await readFile(join(folder, STAMP_FILE), 'utf8')) as DemoStamp;
    if (stamp.scale !== scale || stamp.seed !== seed || stamp.generatorVersion !== GENERATOR_VERSION) return false;
    const sizes = await Promise.all(SOURCES.map(async ({ name }) => (await stat(join(folder, sourceFile(name)))).size));
    return SOURCES.every(({ name }, nth) => sizes[nth] === stamp.bytes[name]);
  } catch {
    // A missing or truncated stamp, or a missing file: the data must be generated.
    return false;
  }
}
