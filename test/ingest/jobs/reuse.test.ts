import { existsSync, rmSync, statSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { filesOfTable } from '../../../src/dataset/builds/manifest.ts';
import { buildFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Manifest } from '../../../src/dataset/builds/manifest.ts';
import { reuseOf } from '../../../src/ingest/jobs/reuse.ts';
import { readBuilds, readCurrent } from '../../../src/storage/builds/builds.ts';
import { checkBuild } from '../../../src/storage/damage/check-build.ts';
import { keptFiles } from '../../../src/ingest/sources/imdb/download.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto, SILENT_LOG } from '../../support/ingest.ts';
import { MANY, nights, ratingRows } from '../nights.ts';

/** A folder in memory, on another mount than the temporary one, where the machine has that. */
const MEMORY = '/dev/shm';
const hasOtherMount = existsSync(MEMORY) && statSync(MEMORY).dev !== statSync(tmpdir()).dev;

test.skipIf(!hasOtherMount)(
  'reuse copies where hard links are impossible (skipped without a second mount)',
  async () => {
    const other = await mkdtemp(join(MEMORY, 'marquee-test-'));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    const folders = foldersIn(newFolder(), { builds: other });
    const from = await writeSources(newFolder());
    await ingestInto(folders, { from });
    const before = await readCurrent(folders);
    const files = await keptFiles({ folder: folders.downloads, metaFolder: folders.meta, without: [] });
    const reuse = reuseOf(before, { files, folders, log: SILENT_LOG });
    const target = await writeTarget();
    const titles = reuse.table('titles');
    for (const record of [...(titles === undefined ? [] : filesOfTable(titles)), reuse.lookup('person')]) {
      if (record === undefined) throw new Error('nothing is the same');
      await reuse.take(record, target);
      const [was, is] = [join(buildFolder(folders, before?.buildId ?? ''), record.file), join(target, record.file)];
      expect((await stat(is)).dev).not.toBe((await stat(was)).dev);
      expect((await readFile(is)).equals(await readFile(was))).toBe(true);
    }
  },
);

test.skipIf(!hasOtherMount)(
  'runIngest takes over a build on another mount (skipped without a second mount)',
  async () => {
    const other = await mkdtemp(join(MEMORY, 'marquee-test-'));
    onTestFinished(() => rmSync(other, { recursive: true, force: true }));
    const folders = foldersIn(newFolder());
    await ingestInto(folders, { from: await writeSources(newFolder()) });
    // An operator has moved the older build to another disk, and left a link in its place.

    const [before] = await readBuilds(folders);
    const folder = buildFolder(folders, before?.buildId ?? '');
    await cp(folder, join(other, 'build'), { recursive: true });
    await rm(folder, { recursive: true });
    await symlink(join(other, 'build'), folder);
    const rows = { 'title.ratings': [['tt0000001', '7.1', '1001']] };
    const outcome = await ingestInto(folders, { from: await writeSources(newFolder(), { rows }) });
    expect(outcome).toMatchObject({ status: 'promoted', version: 2 });
    const id = 'buildId' in outcome ? outcome.buildId : '';
    expect(await checkBuild(folders, id)).toEqual([]);
    expect((await stat(join(buildFolder(folders, id), 'tables/names/00000.parquet'))).nlink).toBe(1);
  },
);

test('files that nothing has changed below are hard links, those of the ratings are made anew', async () => {
  const { folders, ingest, current } = await nights();
  const before = await current();
  await ingest({ ratings: ratingRows(MANY + 1) });
  const after = await current();
  expect(after.buildId).not.toBe(before.buildId);
  const inode = async ({ buildId }: Manifest, file: string): Promise<number> =>
    (await stat(join(buildFolder(folders, buildId), file))).ino;
  const named = after.tables.flatMap((table) => filesOfTable(table).map(({ file }) => ({ name: table.name, file })));
  const files = [...named, ...after.lookups];
  const linked = await Promise.all(
    files.map(async ({ file }) => (await inode(after, file)) === (await inode(before, file))),
  );
  const anew = files.filter((_, at) => linked[at] !== true).map(({ name }) => name);
  expect(anew.sort()).toEqual([
    'careers',
    'changes',
    'episodes_by_series',
    'feature_counts',
    'rated_titles',
    'ratings',
    'ratings_before',
    'search_entities',
    'search_lists',
    'search_terms',
    'series_episodes',
    'series_sizes',
    'similar_titles',
    'similar_titles',
    'title',
    'title_cards',
    'title_list',
  ]);
  expect(after.tables.map(({ name, rows }) => [name, rows])).toContainEqual(['ratings', MANY + 1]);
});

test('--force makes every file anew, but for the ratings of the past', async () => {
  const { folders, ingest, current } = await nights();
  const before = await current();
  await ingest({ run: { force: true } });
  const after = await current();
  for (const { file } of after.tables.flatMap(filesOfTable)) {
    const [was, is] = await Promise.all(
      [before, after].map(({ buildId }) => stat(join(buildFolder(folders, buildId), file))),
    );
    expect([file, is?.ino === was?.ino]).toEqual([file, file === tableFile('ratings_before')]);
  }
});

async function writeTarget(): Promise<string> {
  const target = newFolder();
  await mkdir(join(target, 'tables'));
  await mkdir(join(target, 'lookup'));
  return target;
}
