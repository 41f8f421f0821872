import { mkdir, readdir, rm } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { pointerPath } from '../../../src/dataset/builds/paths.ts';
import { readStaged } from '../../../src/storage/builds/builds.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';

test('promote makes a build a staged one again whose pointer cannot be written, so that it can be tried again', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder());
  await ingestInto(folders, { from, run: { steps: ['download', 'build', 'verify'] } });
  // The pointer is written beside its place first.
  const inTheWay = `${pointerPath(folders)}.new`;
  await mkdir(inTheWay);
  const promote = () => ingestInto(folders, { from, run: { steps: ['promote'] } });
  expect(await promote()).toMatchObject({ status: 'failed', step: 'promote' });
  expect(await readStaged(folders)).toMatchObject([{ state: 'verified' }]);
  expect(await readdir(folders.builds)).toHaveLength(1);
  await rm(inTheWay, { recursive: true });
  expect(await promote()).toMatchObject({ status: 'promoted', version: 1 });
});
