import { statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { buildFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { BUILD_FORMAT, filesOf, OLDEST_SERVED_FORMAT } from '../../src/dataset/builds/manifest.ts';
import { sealed } from '../../src/dataset/builds/seal.ts';
import { isOutdated, readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import { goBack } from '../../src/ingest/promote/go-back.ts';
import { reasonOf } from '../../src/ingest/outcomes/outcome.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { setFormat } from '../support/build-format.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto, SILENT_LOG } from '../support/ingest.ts';

const OLDER = BUILD_FORMAT - 1;
const NEWER = BUILD_FORMAT + 1;

let folders: Folders;
let from: string;

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder());
});

async function ingest(run: RunOptions = {}): Promise<string> {
  const outcome = await ingestInto(folders, { from, run });
  if (outcome.status !== 'promoted') throw new Error(JSON.stringify(outcome));
  return outcome.buildId;
}

test('runIngest makes a build of an older format anew from the same files, and takes none of its own but the past', async () => {
  const older = await ingest();
  await setFormat(folders, older, OLDER);
  const newer = await ingest();
  const current = await readCurrent(folders);
  expect(current).toMatchObject({ buildId: newer, format: BUILD_FORMAT, version: 2 });
  for (const { file } of current === undefined ? [] : filesOf(current)) {
    // The older build has tables of one file where the newer has parts.
    const [was, is] = [older, newer].map((id) =>
      statSync(join(buildFolder(folders, id), file), { throwIfNoEntry: false }),
    );
    expect(is).toBeDefined();
    expect([file, is?.ino === was?.ino]).toEqual([file, file === tableFile('ratings_before')]);
  }
  expect(await ingestInto(folders, { from })).toEqual({ status: 'unchanged', buildId: newer });
});

test('runIngest offline asks nobody, and says which kept file is missing or changed', async () => {
  const older = await ingest();
  await setFormat(folders, older, OLDER);
  const nobody = 'http://127.0.0.1:1';
  await ingestInto(folders, { from: nobody, run: { offline: true } });
  expect(await readCurrent(folders)).toMatchObject({ format: BUILD_FORMAT, version: 2 });
  expect(await isOutdated(folders)).toBe(false);
  await writeFile(join(from, 'title.crew.tsv.gz'), 'changed');
  await setFormat(folders, (await readPointer(folders))?.buildId ?? '', OLDER);
  expect(await ingestInto(folders, { from: nobody, run: { offline: true } })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^title\.crew\.tsv\.gz: no whole file is kept/) as string,
  });
});

test('runIngest neither prunes nor overwrites builds of a newer program, and goes beyond their version', async () => {
  const newer = [await ingest(), await ingest({ force: true })];
  for (const id of newer) await setFormat(folders, id, NEWER);
  const path = join(buildFolder(folders, newer[1] ?? ''), 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, version: 40 }));
  for (const version of [41, 42, 43, 44]) {
    await ingest({ force: true });
    expect((await readPointer(folders))?.version).toBe(version);
  }
  const kept = await readdir(folders.builds);
  expect(kept).toEqual(expect.arrayContaining(newer));
  expect(kept).toHaveLength(4);
});

test.each([
  [OLDER, true],
  [OLDEST_SERVED_FORMAT - 1, true],
  [BUILD_FORMAT, false],
  [NEWER, false],
])('isOutdated says of a current build of format %i: %s', async (format, expected) => {
  expect(await isOutdated(folders)).toBe(false);
  await setFormat(folders, await ingest(), format);
  expect(await isOutdated(folders)).toBe(expected);
});

test('verify and promote refuse a build of another program by its format', async () => {
  const [older, newer, tooOld] = [await ingest(), await ingest({ force: true }), await ingest({ force: true })];
  await ingestInto(folders, { from, run: { force: true }, keepBuilds: 9 });
  expect(newer).toBeDefined();
  await setFormat(folders, newer, NEWER);
  await setFormat(folders, tooOld, OLDEST_SERVED_FORMAT - 1);
  for (const [id, sentence] of [
    [newer, `build ${newer} is of format ${NEWER}, newer than`],
    [tooOld, `build ${tooOld} is of format ${OLDEST_SERVED_FORMAT - 1}, older than`],
  ] as const) {
    expect((await checkBuild(folders, id)).join()).toContain(sentence);
    const refused: unknown = await goBack(id, { folders, now: () => new Date(), log: SILENT_LOG }).catch(
      (error: unknown) => error,
    );
    expect(reasonOf(refused)).toContain(sentence);
  }
  expect(await readdir(folders.builds)).not.toContain(older);
});

test('runIngest does not verify or promote what another program has left in staging', async () => {
  await ingestInto(folders, { from, run: { steps: ['download'] } });
  await ingestInto(folders, { from, run: { steps: ['build'] } });
  const [staged = ''] = await readdir(folders.builds);
  const path = (file: string): string => join(folders.builds, staged, file);
  const change = async (file: string): Promise<void> => {
    const value = JSON.parse(await readFile(path(file), 'utf8')) as object;
    await writeFile(path(file), JSON.stringify(sealed({ ...value, format: OLDER })));
  };
  const draft = await readFile(path('draft.json'));
  await change('draft.json');
  const refused = {
    status: 'failed',
    reason: expect.stringContaining('is of another format: run `npx marquee ingest --only build`'),
  };
  expect(await ingestInto(folders, { from, run: { steps: ['verify'] } })).toMatchObject(refused);
  await writeFile(path('draft.json'), draft);
  await ingestInto(folders, { from, run: { steps: ['verify'] } });
  await change('manifest.json');
  expect(await ingestInto(folders, { from, run: { steps: ['promote'] } })).toMatchObject(refused);
  expect(await readPointer(folders)).toBeUndefined();
});
