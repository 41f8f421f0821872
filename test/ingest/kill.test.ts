import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { filesOf } from '../../src/dataset/builds/manifest.ts';
import { buildFolder } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { keptFiles } from '../../src/ingest/sources/imdb/download.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';

const CHILD = new URL('children/run-and-die.ts', import.meta.url).pathname;
const ROUNDS = 10;
const RECOVER_EVERY = 4;
const LONGEST_RUN_MS = 2500;

let small: TestOrigin;
let demo: TestOrigin;
let folders: Folders;
let version = 0;

beforeAll(async () => {
  small = await openOrigin(await writeSources(newFolder()));
  demo = await openOrigin((await demoBuild(0.001)).files);
  folders = foldersIn(newFolder());
  expect(await ingestInto(folders, { from: small.url })).toMatchObject({ status: 'promoted' });
  version = 1;
});

afterAll(() => Promise.all([small.close(), demo.close()]));

/** Runs an ingest in a process of its own; without a point it dies when it is killed. Answers with its signal. */
async function runChild(
  { url }: TestOrigin,
  { point = '', nth = 0, killAfterMs = 0 } = {},
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [CHILD, folders.meta, url, point, String(nth)], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const timer = killAfterMs === 0 ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  return signal;
}

/** The build that is served, and every download on record, is whole to the last byte. */
async function expectWhole(): Promise<void> {
  const manifest = await readCurrent(folders);
  expect(manifest).toBeDefined();
  const folder = buildFolder(folders, manifest?.buildId ?? '');
  for (const { file, sha256 } of manifest === undefined ? [] : filesOf(manifest)) {
    const content = await readFile(join(folder, file));
    expect([file, createHash('sha256').update(content).digest('hex')]).toEqual([file, sha256]);
  }
}

/** The next run needs nobody's help: it promotes a later version and leaves nothing behind. */
async function expectRecovery(): Promise<void> {
  expect(await ingestInto(folders, { from: small.url, run: { force: true } })).toMatchObject({ status: 'promoted' });
  const pointer = await readPointer(folders);
  expect(pointer?.version).toBeGreaterThan(version);
  version = pointer?.version ?? 0;
  expect((await keptFiles({ folder: folders.downloads, metaFolder: folders.meta, without: [] })).size).toBe(7);
  expect((await readdir(folders.builds)).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await readdir(folders.downloads)).filter((name) => !name.endsWith('.gz'))).toEqual([]);
  expect((await readdir(folders.tmp)).filter((name) => name.startsWith('ingest-'))).toEqual([]);
  await expectWhole();
}

test.each([
  ['lock acquired', 0],
  ['download done', 1],
  ['download done', 6],
  ['table written', 0],
  ['table written', 7],
  ['lookup written', 0],
  ['lookup written', 6],
  ['now, before the build', 2],
  ['now, before the manifest', 3],
  ['now, between the folder and the pointer', 4],
  ['promoted', 0],
])('runIngest leaves whole builds and recovers after a kill at: %s (%i)', async (point, nth) => {
  const before = await readPointer(folders);
  if (point === 'download done') await rm(join(folders.meta, 'downloads.json'));
  expect(await runChild(small, { point: point.split(',', 1).join(), nth })).toBe('SIGKILL');
  await expectWhole();
  if (point !== 'promoted') expect(await readPointer(folders)).toEqual(before);
  await expectRecovery();
});

test('runIngest leaves whole builds and recovers after kills at random times', { timeout: 120_000 }, async () => {
  const seed = Date.now() % 100_000;
  let killed = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Spread evenly over the run, with a jitter: no stretch of it is left out.
    const jitter = ((seed * (round + 1) * 7919) % 1000) / 1000;
    const killAfterMs = Math.round(((round + jitter) / ROUNDS) * LONGEST_RUN_MS) + 1;
    const signal = await runChild(demo, { killAfterMs });
    killed += signal === 'SIGKILL' ? 1 : 0;
    await expectWhole();
    if (round % RECOVER_EVERY === 2) await expectRecovery();
  }
  expect(killed).toBeGreaterThan(ROUNDS / 3);
  await expectRecovery();
});

test('runIngest in several processes at once has one winner, the others are busy', async () => {
  const children = [1, 2, 3, 4].map(() => {
    const child = spawn(process.execPath, [CHILD, folders.meta, small.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    return child.stdout.toArray().then((chunks: Buffer[]) => Buffer.concat(chunks).toString().trim());
  });
  const outcomes = await Promise.all(children);
  expect(outcomes.filter((status) => status === 'promoted').length).toBeGreaterThan(0);
  expect(outcomes.filter((status) => status !== 'promoted').every((status) => status === 'busy')).toBe(true);
  await expectWhole();
});
