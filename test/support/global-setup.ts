import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { buildWebApp } from '../../src/service/web-app.ts';
import { removeTestImage } from '../containers/test-image.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder of this run: gone when the run ends. */
    runFolder: string;
  }
}

/** One folder for all that a run of the suite writes. The web app is built before servers of the tests do so at once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await mkdtemp(join(tmpdir(), 'marquee-test-'));
  await buildWebApp();
  project.provide('runFolder', runFolder);
  return async () => {
    await removeTestImage(runFolder);
    await rm(runFolder, { recursive: true, force: true });
  };
}
