import { cp } from 'node:fs/promises';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { foldersIn, newFolder } from './folders.ts';

/** A data folder of its own with the same builds, pointer and downloads: a test may change it. */
export async function copyData({ meta }: Folders): Promise<Folders> {
  const copy = newFolder('copy');
  // With the times that the record of downloads goes by.
  await cp(meta, copy, { recursive: true, preserveTimestamps: true });
  return foldersIn(copy);
}
