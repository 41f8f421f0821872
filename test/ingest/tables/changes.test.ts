import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { RATING_BESIDE } from '../../../src/dataset/tables/changes.ts';
import { goBack } from '../../../src/ingest/promote/go-back.ts';
import { findManifest, manifestOf } from '../../../src/storage/builds/find-manifest.ts';
import { checkBuild } from '../../../src/storage/damage/check-build.ts';
import { changeManifest } from '../../support/build-format.ts';
import { differencesOf, ingestNights, randomFiles, rowsOf, stateOf } from '../../support/changing-nights.ts';
import type { ExpectedChange } from '../../support/changing-nights.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SILENT_LOG } from '../../support/ingest.ts';

const FOUR = { keepBuilds: 4 };

/** The builds that the table of changes of a build names, newest first. */
async function sinceOf(folders: Folders, buildId: string): Promise<string[] | undefined> {
  const manifest = manifestOf(await findManifest(buildFolder(folders, buildId)));
  return manifest?.tables.find(({ name }) => name === 'changes')?.since?.map((earlier) => earlier.buildId);
}

async function changesOf(folders: Folders, buildId: string, since: string): Promise<ExpectedChange[]> {
  const rows = await rowsOf(
    folders,
    buildId,
    (table) => `SELECT kind, id, isAdult, votes, nameBefore, nameAfter, averageBefore, votesBefore, averageAfter,
      votesAfter FROM ${table('changes')} WHERE since = '${since}'
      ORDER BY kind, votes DESC NULLS LAST, id`,
  );
  return rows.map((row) => ({
    kind: Number(row[0]),
    id: Number(row[1]),
    isAdult: Boolean(row[2]),
    votes: row[3] === null ? null : Number(row[3]),
    names: [row[4] as string | null, row[5] as string | null],
    ratings: [rating(row[6], row[7]), rating(row[8], row[9])],
  }));
}

function rating(average: unknown, votes: unknown): readonly [number, number] | null {
  return average === null ? null : [Number(average), Number(votes)];
}

/** All that the build tells is all that differs, since each build that it names. */
async function expectComplete(folders: Folders, buildId: string, since: readonly string[]): Promise<void> {
  expect(await sinceOf(folders, buildId)).toEqual(since);
  const is = await stateOf(folders, buildId);
  const between: Awaited<ReturnType<typeof stateOf>>[] = [];
  for (const earlier of since) {
    const was = await stateOf(folders, earlier);
    const expected = differencesOf(was, is, { withBeside: true, between });
    expect(await changesOf(folders, buildId, earlier)).toEqual(expected);
    between.push(was);
  }
}

test('the first build has an empty table of changes, which names no build', async () => {
  const folders = foldersIn(newFolder());
  const [first = ''] = await ingestNights(folders, [randomFiles(1)]);
  expect(await sinceOf(folders, first)).toEqual([]);
  expect(await rowsOf(folders, first, (table) => `FROM ${table('changes')}`)).toEqual([]);
});

test.each([1, 2])(
  'changes since each of three builds are all that differs, whatever came and went (%i)',
  async (at) => {
    const folders = foldersIn(newFolder());
    const seeds = [1, 2, 3, 4].map((seed) => seed + 10 * at);
    const [a = '', b = '', c = '', d = ''] = await ingestNights(
      folders,
      seeds.map((seed) => randomFiles(seed)),
      FOUR,
    );
    await expectComplete(folders, b, [a]);
    await expectComplete(folders, c, [b, a]);
    await expectComplete(folders, d, [c, b, a]);
    const all = await changesOf(folders, d, a);
    for (let kind = 0; kind <= RATING_BESIDE; kind += 1) expect(all.filter((one) => one.kind === kind)).not.toEqual([]);
    expect(await checkBuild(folders, d)).toEqual([]);
  },
);

test('what went and came back to the same is no change', async () => {
  const folders = foldersIn(newFolder());
  const [a = '', b = '', c = ''] = await ingestNights(folders, [randomFiles(1), randomFiles(2), randomFiles(1)], FOUR);
  await expectComplete(folders, c, [b, a]);
  expect(await changesOf(folders, c, a)).toEqual([]);
  expect(await changesOf(folders, c, b)).not.toEqual([]);
});

test('files that have not changed are not compared, and what changed before them stays', async () => {
  const folders = foldersIn(newFolder());
  const files = randomFiles(2);
  const crew = { ...files, 'title.crew': [['tt0000001', 'nm0000001', '\\N']] };
  const [a = '', b = '', c = ''] = await ingestNights(folders, [randomFiles(1), files, crew], FOUR);
  await expectComplete(folders, c, [b, a]);
  expect(await changesOf(folders, c, b)).toEqual([]);
  // Where they were compared, the missing file would be missed.
  await rm(join(buildFolder(folders, c), tableFile('ratings')));
  const [d = ''] = await ingestNights(folders, [{ ...crew, 'title.crew': [['tt0000002', 'nm0000001', '\\N']] }], FOUR);
  expect(await sinceOf(folders, d)).toEqual([c, b, a]);
});

test.each([{ force: true }, { repair: true }])(
  'a build of the same files again keeps what has changed before (%o)',
  async (run) => {
    const folders = foldersIn(newFolder());
    const [a = '', b = ''] = await ingestNights(folders, [randomFiles(1), randomFiles(2)]);
    const expected = await changesOf(folders, b, a);
    expect(expected).not.toEqual([]);
    await rm(join(buildFolder(folders, b), tableFile('crew')));
    const [c = ''] = await ingestNights(folders, [randomFiles(2)], { run });
    expect(await sinceOf(folders, c)).toEqual([b, a]);
    expect(await changesOf(folders, c, b)).toEqual([]);
    expect(await changesOf(folders, c, a)).toEqual(expected);
  },
);

test('no more builds are named than are kept, and the one before in any case', { timeout: 180_000 }, async () => {
  const folders = foldersIn(newFolder());
  const nights = [1, 2, 3, 4].map((seed) => randomFiles(seed));
  const builds = await ingestNights(folders, nights, { keepBuilds: 3 });
  expect(await sinceOf(folders, builds[3] ?? '')).toEqual([builds[2], builds[1]]);
  const [last = ''] = await ingestNights(folders, [randomFiles(5)], { keepBuilds: 1 });
  expect(await sinceOf(folders, last)).toEqual([builds[3]]);
});

test('after going back, changes are those since the build that was gone back to', async () => {
  const folders = foldersIn(newFolder());
  const [a = '', b = ''] = await ingestNights(
    folders,
    [1, 2, 3].map((seed) => randomFiles(seed)),
    FOUR,
  );
  await goBack(b, { folders, now: () => new Date(), log: SILENT_LOG });
  const [d = ''] = await ingestNights(folders, [randomFiles(4)], FOUR);
  await expectComplete(folders, d, [b, a]);
});

test('changes are those since the newest build whose tables are whole', async () => {
  const folders = foldersIn(newFolder());
  const [a = '', b = ''] = await ingestNights(
    folders,
    [1, 2].map((seed) => randomFiles(seed)),
    FOUR,
  );
  const path = join(buildFolder(folders, b), tableFile('titles'));
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0, 10, 20));
  const [c = ''] = await ingestNights(folders, [randomFiles(3)], FOUR);
  await expectComplete(folders, c, [a]);
});

test('where the changes of the build before are damaged, changes since that build alone are known', async () => {
  const folders = foldersIn(newFolder());
  const [, b = ''] = await ingestNights(
    folders,
    [1, 2].map((seed) => randomFiles(seed)),
    FOUR,
  );
  const path = join(buildFolder(folders, b), tableFile('changes'));
  const bytes = await readFile(path);
  await writeFile(path, bytes.fill(0, 10, 20));
  const [c = ''] = await ingestNights(folders, [randomFiles(3)], FOUR);
  await expectComplete(folders, c, [b]);
});

test('changes since a build of an older format, which has no table of them, are known too', async () => {
  const folders = foldersIn(newFolder());
  const [, b = ''] = await ingestNights(
    folders,
    [1, 2].map((seed) => randomFiles(seed)),
    FOUR,
  );
  await changeManifest(folders, b, (manifest) => ({
    ...manifest,
    format: manifest.format - 1,
    tables: manifest.tables.filter(({ name }) => name !== 'changes'),
  }));
  await rm(join(buildFolder(folders, b), tableFile('changes')));
  const [c = ''] = await ingestNights(folders, [randomFiles(3)], FOUR);
  await expectComplete(folders, c, [b]);
});
