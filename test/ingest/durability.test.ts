import { readdir, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { expect, test } from 'vitest';

import { filesOf } from '../../src/dataset/builds/manifest.ts';
import { buildFolder, MANIFEST_FILE, stagingFolder } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readStaged } from '../../src/storage/builds/builds.ts';
import { findManifest, manifestOf } from '../../src/storage/builds/find-manifest.ts';
import type { Step } from '../../src/ingest/outcomes/outcome.ts';
import { traceFileCalls } from '../support/file-calls.ts';
import type { FileCall } from '../support/file-calls.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';

const CHILD = new URL('children/ingest-steps.ts', import.meta.url).pathname;

/** The calls of one step in a process of its own, without those for what may be lost; undefined where none are seen. */
async function callsOf(step: Step, { folders, from }: { folders: Folders; from: string }) {
  const calls = await traceFileCalls(CHILD, [folders.meta, from, step], { below: folders.meta });
  // The record of the run is written last.
  const recorded = calls?.findIndex(({ path }) => path.endsWith('/runs.json.new'));
  return calls
    ?.slice(0, recorded === -1 ? undefined : recorded)
    .filter(({ path }) => !path.startsWith(folders.tmp) && !/ingest\.lock|\/(run|cancel)\.json/.test(path));
}

/** As `sync tables/names/00000.parquet`, with paths inside a folder; several writes to one file in a row are one. */
function inWords(calls: readonly FileCall[], folder: string): string[] {
  const words = calls.map(({ what, path }) => `${what} ${relative(folder, path) || '.'}`);
  return words.filter((word, at) => !word.startsWith('write') || word !== words[at - 1]);
}

/** Each has ended before the next one begins. */
function expectOneByOne(calls: readonly FileCall[]): void {
  const early = calls.filter(({ begin }, at) => at > 0 && begin < (calls[at - 1]?.end ?? 0));
  expect(early).toEqual([]);
}

test('verify syncs each file, their folders, then the manifest before it has its name, and its folder after it', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder());
  for (const only of ['download', 'build'] as const) await ingestInto(folders, { from, run: { steps: [only] } });
  const calls = await callsOf('verify', { folders, from });
  if (calls === undefined) return;
  const [staged] = await readStaged(folders);
  const folder = stagingFolder(folders, staged?.buildId ?? '');
  const manifest = manifestOf(await findManifest(folder));
  const files = manifest === undefined ? [] : filesOf(manifest).map(({ file }) => file);
  const inParts = manifest?.tables.flatMap((table) => ('parts' in table ? [`sync tables/${table.name}`] : [])) ?? [];
  expect(files.length).toBeGreaterThan(30);
  expect(inWords(calls, folder)).toEqual([
    ...files.map((file) => `sync ${file}`),
    ...inParts,
    'sync tables',
    'sync lookup',
    `write ${MANIFEST_FILE}.new`,
    `sync ${MANIFEST_FILE}.new`,
    `rename ${MANIFEST_FILE}`,
    'sync .',
    'remove draft.json',
    'sync .',
  ]);
  expectOneByOne(calls);
});

test('promote names the folder and syncs its parent, then does the same with the pointer', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder());
  for (const only of ['download', 'build', 'verify'] as const)
    await ingestInto(folders, { from, run: { steps: [only] } });
  const calls = await callsOf('promote', { folders, from });
  if (calls === undefined) return;
  const [buildId = ''] = await readdir(folders.builds);
  expect(inWords(calls, folders.meta)).toEqual([
    `rename ${relative(folders.meta, buildFolder(folders, buildId))}`,
    'sync parquet_builds',
    'write current.json.new',
    'sync current.json.new',
    'rename current.json',
    'sync .',
  ]);
  expectOneByOne(calls);
});

test('download syncs a file before it has its name, its folder after it, and then records it', async () => {
  const folders = foldersIn(newFolder());
  const files = await writeSources(newFolder());
  const origin = await openOrigin(files);
  try {
    await ingestInto(folders, { from: origin.url, run: { steps: ['download'] } });
    await writeSources(files, { rows: { 'title.crew': [['tt0000002', 'nm0000001', '\\N']] } });
    // Published before the run: what is newer than the run teaches nothing about IMDb's time.
    const published = new Date(Date.now() - 3_600_000);
    await utimes(join(files, 'title.crew.tsv.gz'), published, published);
    const calls = await callsOf('download', { folders, from: origin.url });
    if (calls === undefined) return;
    expect(inWords(calls, folders.meta)).toEqual([
      'write downloads/title.crew.tsv.gz.part.json.new',
      'sync downloads/title.crew.tsv.gz.part.json.new',
      'rename downloads/title.crew.tsv.gz.part.json',
      'sync downloads',
      'write downloads/title.crew.tsv.gz.part',
      'sync downloads/title.crew.tsv.gz.part',
      'rename downloads/title.crew.tsv.gz',
      'sync downloads',
      'remove downloads/title.crew.tsv.gz.part.json',
      'write downloads.json.new',
      'sync downloads.json.new',
      'rename downloads.json',
      'sync .',
      'write update-times.json.new',
      'sync update-times.json.new',
      'rename update-times.json',
      'sync .',
    ]);
    expectOneByOne(calls);
  } finally {
    await origin.close();
  }
});
