import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { inject } from 'vitest';

/** A new empty folder, which goes with the run. */
export function newFolder(name = 'test'): string {
  return mkdtempSync(join(inject('runFolder'), `${name}-`));
}

export { foldersIn } from '../../src/dataset/builds/paths.ts';
