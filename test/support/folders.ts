import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { inject } from 'vitest';

import type { Folders } from '../../src/dataset/layout.ts';

/** A new empty folder, which goes with the run. */
export function newFolder(name = 'test'): string {
  return mkdtempSync(join(inject('runFolder'), `${name}-`));
}

/** The four folders of a data folder, as the settings place them by default. */
export function foldersIn(dataFolder: string): Folders {
  return {
    downloads: join(dataFolder, 'downloads'),
    builds: join(dataFolder, 'parquet_builds'),
    meta: dataFolder,
    tmp: join(dataFolder, 'tmp'),
  };
}
