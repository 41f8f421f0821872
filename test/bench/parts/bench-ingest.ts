import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, foldersIn } from '../../../src/dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../../src/dataset/sources/imdb.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import type { BenchContext } from '../bench-context.ts';
import { startLogged } from '../processes/child-process.ts';
import { filesIn, linkedCopy } from '../data/disk.ts';
import { runImdbSqlite } from '../peers/imdb-sqlite.ts';
import { costOf, runIngest } from '../data/run-ingest.ts';

/** The rows of the table, by which the goals find them. */
export const WHOLE = 'whole ingest';
export const FLOOR = 'zcat of the seven files';
export const IMDB_SQLITE = 'imdb-sqlite';
export const RATINGS_NIGHT = 'night: only ratings changed';
export const CHANGED_NIGHT = 'night: every file changed by 1 %';

type Surroundings = Pick<BenchContext, 'folder' | 'dataFolder' | 'sources' | 'results' | 'say'>;

/** The whole pipeline, from nothing, as a user runs it. */
export async function benchWhole({ folder, dataFolder, sources, results, say }: Surroundings): Promise<void> {
  say(WHOLE);
  await rm(dataFolder, { recursive: true, force: true });
  const { steps, ...cost } = await runIngest({ dataFolder, from: sources.path, logFolder: folder });
  results.steps = steps;
  results.files = await filesIn(await currentBuild(dataFolder));
  const sizeBytes = results.files.reduce((total, { bytes }) => total + bytes, 0);
  results.ingests.push({ name: WHOLE, ...cost, sizeBytes });
}

/** The floor: reading the files to their end, one after another. And imdb-sqlite, which fills a database from them. */
export async function benchOthers({ options, folder, tsvFolder, results, say }: BenchContext): Promise<void> {
  say(FLOOR);
  const files = SOURCES.map(({ name }) => join(tsvFolder, sourceFile(name)));
  const zcat = startLogged(['zcat', ...files], { logFile: '/dev/null' });
  results.ingests.push({ name: FLOOR, ...(await costOf(zcat)) });
  if (!options.peers) return;
  say(IMDB_SQLITE);
  const peer = await runImdbSqlite({ source: options.imdbSqlite, tsvFolder, folder });
  if (typeof peer === 'string') results.notes.push(peer);
  else results.ingests.push({ name: IMDB_SQLITE, ...peer });
}

/** Every tenth title is voted on in a day, far more than in truth. */
const RATED_EVERY = 10;
const CHANGED_EVERY = 100;

/** What a night costs that finds new files, after the whole ingest of the old ones. */
export async function benchNights(context: BenchContext): Promise<void> {
  await night(context, { name: RATINGS_NIGHT, files: ['title.ratings'], every: RATED_EVERY });
  await night(context, { name: CHANGED_NIGHT, files: SOURCES.map(({ name }) => name), every: CHANGED_EVERY });
}

async function night(
  { folder, dataFolder, sources, results, say }: Surroundings,
  { name, files, every }: { name: string; files: readonly SourceName[]; every: number },
): Promise<void> {
  say(name);
  const nightFolder = join(folder, 'night');
  await linkedCopy(dataFolder, nightFolder);
  try {
    await sources.change(files, every);
    const cost = await runIngest({ dataFolder: nightFolder, from: sources.path, logFolder: folder });
    results.ingests.push({ name, ...cost });
  } finally {
    await sources.restore();
    await rm(nightFolder, { recursive: true, force: true });
  }
}

/** The folder of the build that is served. */
export async function currentBuild(dataFolder: string): Promise<string> {
  const folders = foldersIn(dataFolder);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error(`there is no build in ${dataFolder}`);
  return buildFolder(folders, manifest.buildId);
}
