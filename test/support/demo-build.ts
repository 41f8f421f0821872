import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { inject } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { generateDemo } from '../../src/demo/generate.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { foldersIn } from './folders.ts';
import { ingestInto } from './ingest.ts';

const POLL_MS = 50;

/** A build of the demo data at a scale, made once in a run by whichever test file asks first. Read it only. */
export async function demoBuild(scale: number): Promise<{ folders: Folders; files: string }> {
  const dataFolder = join(inject('runFolder'), `demo-${scale}`);
  const files = join(dataFolder, 'origin');
  const folders = foldersIn(dataFolder);
  const done = join(dataFolder, 'done');
  const lock = createIngestLock(join(dataFolder, 'demo.lock'));
  while (!existsSync(done)) {
    const release = lock.acquire();
    if (release === null) {
      await sleep(POLL_MS);
      continue;
    }
    try {
      if (existsSync(done)) continue;
      await mkdir(files, { recursive: true });
      await generateDemo({ folder: files, scale, seed: 1 });
      const outcome = await ingestInto(folders, { from: files, threads: 2 });
      if (outcome.status !== 'promoted') throw new Error(`the demo build failed: ${JSON.stringify(outcome)}`);
      await writeFile(done, '');
    } finally {
      release();
    }
  }
  return { folders, files };
}
