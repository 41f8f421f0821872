import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { stagingFolder } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { spillFolder } from '../../src/ingest/jobs/work-database.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { goBack } from '../../src/ingest/promote/go-back.ts';
import type { Outcome, Step } from '../../src/ingest/outcomes/outcome.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto, SILENT_LOG } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import { copyOfSmallBuild, leftovers } from './small-build.ts';

let folders: Folders;
let from: string;

beforeEach(async () => {
  folders = foldersIn(newFolder());
  from = await writeSources(newFolder('files'));
});

function ingest(options: Partial<Parameters<typeof ingestInto>[1]> = {}): Promise<Outcome> {
  return ingestInto(folders, { from, ...options });
}

function ingestOnly(step: Step): Promise<Outcome> {
  return ingest({ run: { steps: [step] } });
}

test('runIngest runs the steps one by one, each with what the step before left', async () => {
  expect(await ingestOnly('build')).toMatchObject({
    status: 'failed',
    step: 'build',
    reason: expect.stringMatching(
      /^title\.basics\.tsv\.gz, .*: no whole file is kept: `npx marquee ingest` downloads it$/,
    ) as string,
  });
  expect(await ingestOnly('verify')).toMatchObject({
    reason: 'no build is made: run `npx marquee ingest --only build` first',
  });
  expect(await ingestOnly('promote')).toMatchObject({
    reason: 'no build is verified: run `npx marquee ingest --only build` first',
  });
  expect(await ingestOnly('download')).toEqual({ status: 'done', step: 'download', detail: '7 files are whole' });
  expect(await ingestOnly('build')).toMatchObject({
    status: 'done',
    detail: expect.stringMatching(/is made$/) as string,
  });
  expect(await ingestOnly('promote')).toMatchObject({
    reason: 'no build is verified: run `npx marquee ingest --only verify` first',
  });
  expect(await readPointer(folders)).toBeUndefined();
  expect(await ingestOnly('verify')).toMatchObject({
    status: 'done',
    detail: expect.stringMatching(/verified$/) as string,
  });
  expect(await ingestOnly('verify')).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/is verified already: run `npx marquee ingest --only promote`$/) as string,
  });
  expect(await ingestOnly('promote')).toMatchObject({ status: 'promoted', version: 1 });
  expect(await ingestOnly('promote')).toMatchObject({
    reason: 'no build is verified: run `npx marquee ingest --only build` first',
  });
  expect(await leftovers(folders)).toEqual([]);
});

test('runIngest gives a build that was verified before another promotion a version after it', async () => {
  folders = await copyOfSmallBuild();
  from = await writeSources(from, { rows: { 'title.ratings': [['tt0000001', '7.1', '7']] } });
  for (const step of ['download', 'build', 'verify'] as const) {
    expect(await ingestOnly(step)).toMatchObject({ status: 'done' });
  }
  const served = (await readPointer(folders))?.buildId ?? '';
  expect(await goBack(served, { folders, now: () => new Date(), log: SILENT_LOG })).toMatchObject({ version: 2 });
  const outcome = await ingestOnly('promote');
  expect(outcome).toMatchObject({ status: 'promoted', version: 3 });
  expect(await readPointer(folders)).toMatchObject({ version: 3, previousBuildId: served });
});

test('runIngest clears what other runs left in staging and spill', async () => {
  await mkdir(stagingFolder(folders, '20200101T000000Z'), { recursive: true });
  await mkdir(join(spillFolder(folders), 'deep'), { recursive: true });
  await mkdir(folders.downloads, { recursive: true });
  const origin = await openOrigin(from);
  try {
    for (const end of ['part', 'part.json', 'part.json.new']) {
      await writeFile(join(folders.downloads, `title.crew.tsv.gz.${end}`), 'half');
    }
    expect(await ingest({ from: origin.url })).toMatchObject({ status: 'promoted' });
    expect(await leftovers(folders)).toEqual([]);
  } finally {
    await origin.close();
  }
});

test('runIngest refuses a build whose rows are not those of the sources', async () => {
  await ingest({ run: { steps: ['download'] } });
  await ingest({ run: { steps: ['build'] } });
  const [name = ''] = await readdir(folders.builds);
  const draft = join(folders.builds, name, 'draft.json');
  const text = await readFile(draft, 'utf8');
  await writeFile(draft, text.replace('"rows": 3', '"rows": 5'));
  expect(await ingest({ run: { steps: ['verify'] } })).toEqual({
    status: 'rejected',
    step: 'verify',
    reason: 'title.basics.tsv.gz: 5 lines in the file, but 3 were read',
  });
});
