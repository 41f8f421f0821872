import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { inject } from 'vitest';

import { TMDB_SNAPSHOT_FOLDER } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { generateDemo } from '../../src/demo/generate.ts';
import { openMirror } from '../../src/ingest/sources/tmdb/mirror.ts';
import { writeSnapshot } from '../../src/ingest/sources/tmdb/snapshot/write-snapshot.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { foldersIn } from './folders.ts';
import { ingestInto } from './ingest.ts';
import { holdAll, madeUpTmdb, someThings, TMDB_NOW } from './tmdb-mirror.ts';

const POLL_MS = 50;
/** Films, series and people of TMDB each. */
const OF_TMDB = 150;

export interface DemoBuild {
  folders: Folders;
  /** Where the seven files are. */
  files: string;
}

/** A build of the demo data at a scale, made once in a run by whichever test file asks first. Read it only. */
export function demoBuild(scale: number): Promise<DemoBuild> {
  return onceInARun(`demo-${scale}`, ({ folders, files }) => makeBuild(scale, { folders, files }));
}

/** The same with the data of the made-up TMDB about a part of its titles and people, the fixed ones among them. */
export function tmdbBuild(scale: number): Promise<DemoBuild> {
  return onceInARun(`tmdb-${scale}`, async ({ folders, files }) => {
    const folder = folders.tmdb as string;
    const mirror = openMirror(folder);
    try {
      const api = madeUpTmdb({ scale });
      await holdAll(mirror, someThings(api, OF_TMDB), { api });
      await writeSnapshot({ mirror, folder: join(folder, TMDB_SNAPSHOT_FOLDER), now: () => TMDB_NOW });
    } finally {
      mirror.close();
    }
    await makeBuild(scale, { folders, files, now: () => TMDB_NOW });
  });
}

async function makeBuild(scale: number, { folders, files, now }: DemoBuild & { now?: () => Date }): Promise<void> {
  await generateDemo({ folder: files, scale, seed: 1 });
  const outcome = await ingestInto(folders, { from: files, threads: 2, ...(now && { now }) });
  if (outcome.status !== 'promoted') throw new Error(`the demo build failed: ${JSON.stringify(outcome)}`);
}

async function onceInARun(name: string, make: (build: DemoBuild) => Promise<void>): Promise<DemoBuild> {
  const dataFolder = join(inject('runFolder'), name);
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
      await make({ folders, files });
      await writeFile(done, '');
    } finally {
      release();
    }
  }
  return { folders, files };
}
