import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folders } from '../dataset/builds/layout.ts';
import { SOURCES, sourceFile, type SourceName } from '../dataset/sources/imdb.ts';

/** Grows whenever the same seed and scale give other bytes. */
export const GENERATOR_VERSION = 1;
export const STAMP_FILE = 'demo.json';

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

/** Whether a folder holds the demo data of this scale and seed as this version generates it, whole. */
export async function hasDemo(options: { folder: string; scale: number; seed: number }): Promise<boolean> {
  const { folder, scale, seed } = options;
  try {
    const stamp = JSON.parse(await readFile(join(folder, STAMP_FILE), 'utf8')) as DemoStamp;
    if (stamp.scale !== scale || stamp.seed !== seed || stamp.generatorVersion !== GENERATOR_VERSION) return false;
    const sizes = await Promise.all(SOURCES.map(async ({ name }) => (await stat(join(folder, sourceFile(name)))).size));
    return SOURCES.every(({ name }, nth) => sizes[nth] === stamp.bytes[name]);
  } catch {
    // No stamp, one that is cut short, or a file that is gone: all mean that the data has to be made.
    return false;
  }
}
