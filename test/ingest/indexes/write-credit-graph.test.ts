import { getEventListeners } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, creditGraphFile } from '../../../src/dataset/builds/paths.ts';
import { writeCreditGraph } from '../../../src/ingest/indexes/write-credit-graph.ts';
import { readBuilds } from '../../../src/storage/builds/builds.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { newFolder } from '../../support/folders.ts';

/** A copy of the tables of a build, and the file of its graph. */
async function tablesOfBuild(): Promise<{ folder: string; path: string; bytes: Buffer }> {
  const { folders } = await demoBuild(0.001);
  const [{ buildId } = expect.fail()] = await readBuilds(folders);
  const folder = newFolder('graph');
  await cp(buildFolder(folders, buildId), folder, { recursive: true });
  const path = join(folder, creditGraphFile());
  const bytes = readFileSync(path);
  await rm(path);
  return { folder, path, bytes };
}

test('writeCreditGraph writes the same bytes from the same tables, and leaves nothing at the signal', async () => {
  const { folder, path, bytes } = await tablesOfBuild();
  const { signal } = new AbortController();
  expect(await writeCreditGraph({ folder, signal })).toBeGreaterThan(10_000);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('writeCreditGraph that is stopped leaves no file, and nothing at the signal', async () => {
  const { folder, path } = await tablesOfBuild();
  const stopping = new AbortController();
  const writing = writeCreditGraph({ folder, signal: stopping.signal });
  stopping.abort(new Error('stopped'));
  await expect(writing).rejects.toThrow('stopped');
  expect(existsSync(path)).toBe(false);
  expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
});
