import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, scanFile } from '../../../src/dataset/builds/layout.ts';
import { packPostingsHere } from '../../../src/ingest/indexes/pack-postings.ts';
import { readCurrent } from '../../../src/storage/builds.ts';
import { countPostings } from '../../../src/formats/postings/count-postings.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { newFolder } from '../../support/folders.ts';

async function pack(isStopped: boolean): Promise<{ postings: number; path: string }> {
  const { folders } = await demoBuild(0.001);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no whole build');
  const database = join(buildFolder(folders, manifest.buildId), scanFile('search_postings'));
  const path = join(newFolder('lists'), 'search_lists.postings');
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  if (isStopped) Atomics.store(stop, 0, 1);
  return { postings: await packPostingsHere({ database, path, stop }), path };
}

test('packPostings writes as many postings as it says', async () => {
  const { postings, path } = await pack(false);
  expect(postings).toBeGreaterThan(1000);
  expect(await countPostings(path)).toBe(postings);
});

test('packPostings ends when it is stopped', async () => {
  await expect(pack(true)).rejects.toThrow('it was stopped');
});
