import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, partFile, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { checkBuild } from '../../../src/storage/damage/check-build.ts';
import type { IngestOptions, RunOptions } from '../../../src/ingest/run.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { changeManifest } from '../../support/build-format.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import type { SourceFiles } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { openBuild } from '../read-build.ts';

interface Night extends Partial<IngestOptions> {
  /** The average of the one title that is rated. */
  rating: string;
  others?: SourceFiles['rows'];
  run?: RunOptions;
}

const OTHERS = { 'title.crew': [['tt0000001', 'nm0000002', '\\N']] };

/** Ingests a night's files, and answers with the build's id. */
async function ingest(folders: Folders, { rating, others = {}, ...options }: Night): Promise<string> {
  const rows = { 'title.ratings': [['tt0000001', rating, '1001']], ...others };
  const outcome = await ingestInto(folders, { from: await writeSources(newFolder(), { rows }), ...options });
  if (outcome.status !== 'promoted') throw new Error(`the ingest ended otherwise: ${JSON.stringify(outcome)}`);
  expect(await checkBuild(folders, outcome.buildId)).toEqual([]);
  return outcome.buildId;
}

/** A data folder after some nights. */
async function after(...nights: Night[]): Promise<{ folders: Folders; builds: string[] }> {
  const folders = foldersIn(newFolder());
  const builds: string[] = [];
  for (const night of nights) builds.push(await ingest(folders, night));
  return { folders, builds };
}

/** The averages of the build that is served, and those before them. */
async function averages(folders: Folders): Promise<{ now: unknown[]; before: unknown[] }> {
  const build = await openBuild(folders);
  try {
    const read = async (table: string): Promise<unknown[]> =>
      (await build.rows(`SELECT averageRating AS average FROM ${table}`)).map(({ average }) => average);
    return { now: await read('ratings'), before: await read('ratings_before') };
  } finally {
    await build.close();
  }
}

test('the first build has an empty table of earlier ratings, with the columns of ratings', async () => {
  const { folders } = await after({ rating: '7.1' });
  expect(await averages(folders)).toEqual({ now: [7.1], before: [] });
  const build = await openBuild(folders);
  const columns = async (table: string) => build.rows(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
  expect(await columns('ratings_before')).toEqual(await columns('ratings'));
  await build.close();
});

test('changed ratings leave those of the build before as its very file', async () => {
  const { folders, builds } = await after({ rating: '7.1' }, { rating: '7.2' });
  expect(await averages(folders)).toEqual({ now: [7.2], before: [7.1] });
  const [was, is] = await Promise.all(
    (['ratings', 'ratings_before'] as const).map((name, at) =>
      stat(join(buildFolder(folders, builds[at] ?? ''), tableFile(name))),
    ),
  );
  expect(is?.ino).toBe(was?.ino);
});

test.each<[string, Night]>([
  ['another file has changed', { rating: '7.2', others: OTHERS }],
  ['the build is forced', { rating: '7.2', run: { force: true } }],
])('earlier ratings stay those they were when %s', async (_when, night) => {
  const { folders } = await after({ rating: '7.1' }, { rating: '7.2' }, night, night.run ? night : { rating: '7.2' });
  expect(await averages(folders)).toEqual({ now: [7.2], before: [7.1] });
});

test('earlier ratings are those of the night before when a build of other ratings is forced', async () => {
  const { folders } = await after({ rating: '7.1' }, { rating: '7.2' }, { rating: '7.3', run: { force: true } });
  expect(await averages(folders)).toEqual({ now: [7.3], before: [7.2] });
});

test('earlier ratings are made step by step too', async () => {
  const { folders } = await after({ rating: '7.1' });
  const from = await writeSources(newFolder(), { rows: { 'title.ratings': [['tt0000001', '7.2', '1001']] } });
  for (const only of ['download', 'build', 'verify', 'promote'] as const)
    await ingestInto(folders, { from, run: { steps: [only] } });
  expect(await averages(folders)).toEqual({ now: [7.2], before: [7.1] });
});

test.each([
  ['changed', '7.2', [7.1]],
  ['unchanged', '7.1', []],
])('a build of a format without earlier ratings leaves its own where they have %s', async (_how, rating, before) => {
  const { folders, builds } = await after({ rating: '7.1' });
  const [id = ''] = builds;
  await changeManifest(folders, id, (manifest) => ({
    ...manifest,
    format: manifest.format - 1,
    tables: manifest.tables.filter(({ name }) => name !== 'ratings_before'),
  }));
  await rm(join(buildFolder(folders, id), tableFile('ratings_before')));
  await ingest(folders, { rating });
  expect(await averages(folders)).toEqual({ now: [Number(rating)], before });
});

test('earlier ratings are kept where another file of the build before is missing', async () => {
  const { folders, builds } = await after({ rating: '7.1' }, { rating: '7.2' });
  await rm(join(buildFolder(folders, builds[1] ?? ''), partFile('names', 0)));
  await ingest(folders, { rating: '7.2' });
  expect(await averages(folders)).toEqual({ now: [7.2], before: [7.1] });
});

test.each<[string, (path: string) => Promise<void>]>([
  ['missing', (path) => rm(path)],
  ['cut', (path) => writeFile(path, 'short')],
  [
    'damaged',
    async (path) => {
      const bytes = await readFile(path);
      await writeFile(path, bytes.fill(0, 10, 20));
    },
  ],
])('earlier ratings that are %s are done without, and the log says so', async (_how, damage) => {
  const { folders, builds } = await after({ rating: '7.1' });
  const [buildId = ''] = builds;
  const path = join(buildFolder(folders, buildId), tableFile('ratings'));
  await damage(path);
  const damaged = await readFile(path).catch(() => null);
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  await ingest(folders, { rating: '7.2', log: createLogger({ level: 'warn', pretty: false, destination }) });
  expect(await averages(folders)).toEqual({ now: [7.2], before: [] });
  expect(lines).toContainEqual(
    expect.objectContaining({
      event: 'earlier table lost',
      table: 'ratings_before',
      buildId,
      file: tableFile('ratings'),
    }),
  );
  // What was written instead did not go through the name of the older file.
  expect(await readFile(path).catch(() => null)).toEqual(damaged);
  await ingest(folders, { rating: '7.3' });
  expect(await averages(folders)).toEqual({ now: [7.3], before: [7.2] });
  expect((await readCurrent(folders))?.tables.find(({ name }) => name === 'ratings_before')?.rows).toBe(1);
});
