import { once } from 'node:events';
import { truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { promoteBuild, prune, verifyBuild } from '../../src/commands/administration/builds.ts';
import { startWatch } from '../../src/service/nightly/watch.ts';
import { readConfig } from '../../src/config.ts';
import { buildFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import { readBuilds, readPointer } from '../../src/storage/builds/builds.ts';
import { readLastRun, writeLastRun } from '../../src/ingest/last-run.ts';
import { readRuns } from '../../src/ingest/runs/run-records.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto, SILENT_LOG } from '../support/ingest.ts';

async function threeBuilds() {
  const config = readConfig({ DATA_DIR: newFolder(), LOG_LEVEL: 'silent' }, '/nowhere');
  const from = await writeSources(newFolder());
  for (let night = 0; night < 3; night += 1) {
    await ingestInto(config.folders, { from, run: { force: true }, keepBuilds: 3 });
  }
  const ids = (await readBuilds(config.folders)).map(({ buildId }) => buildId);
  return { config, ids };
}

test('promote goes back to a kept build under a new version, verify reads it, prune leaves it', async () => {
  const { config, ids } = await threeBuilds();
  const [newest = '', , oldest = ''] = ids;
  expect(await promoteBuild(config, oldest)).toEqual({ line: `promoted: build ${oldest} is version 4`, exitCode: 0 });
  expect(await readPointer(config.folders)).toMatchObject({ buildId: oldest, version: 4, previousBuildId: newest });
  expect(await verifyBuild(config, undefined)).toEqual({
    line: `build ${oldest} is as its manifest says`,
    exitCode: 0,
  });
  // Promoted once more, it is not the one before itself.
  expect(await promoteBuild(config, oldest)).toMatchObject({ exitCode: 0 });
  expect(await readPointer(config.folders)).toMatchObject({ buildId: oldest, version: 5, previousBuildId: newest });
  const eager = { ...config, ingest: { ...config.ingest, pruneGraceMs: 0 } };
  expect(await prune(config)).toEqual({
    line: 'nothing to remove yet: 1 build was replaced less than 10 minutes ago and may still be read',
    exitCode: 0,
  });
  expect(await prune(eager)).toEqual({ line: `removed: ${ids[1]}`, exitCode: 0 });
  expect((await readBuilds(config.folders)).map(({ buildId }) => buildId)).toEqual([newest, oldest]);
});

test('verify and promote name the file that is not whole, and change nothing', async () => {
  const { config, ids } = await threeBuilds();
  const [newest = '', older = ''] = ids;
  await truncate(join(buildFolder(config.folders, older), tableFile('titles')), 100);
  const named = { line: expect.stringContaining(`build ${older}: tables/titles.parquet has 100 bytes`) as string };
  expect(await verifyBuild(config, older)).toEqual({ ...named, exitCode: 1 });
  expect(await promoteBuild(config, older)).toEqual({ ...named, exitCode: 1 });
  const runs = await readRuns(config.folders.meta);
  for (const none of ['nonsense', '20200101T000000Z', '../../etc']) {
    const shown = none.startsWith('2020') ? none : `"${none}"`;
    const line = `failed: no build ${shown} is kept, there are: ${ids.join(', ')}`;
    expect(await promoteBuild(config, none)).toEqual({ line, exitCode: 1 });
    expect(await verifyBuild(config, none)).toEqual({ line, exitCode: 1 });
  }
  // A wrong id is no run that failed.
  expect(await readRuns(config.folders.meta)).toEqual(runs);
  expect(await readPointer(config.folders)).toMatchObject({ buildId: newest, version: 3 });
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  expect(await promoteBuild(config, newest)).toMatchObject({ exitCode: 75 });
  release?.();
});

test('prune is busy while an ingest runs', async () => {
  const config = readConfig({ DATA_DIR: newFolder(), LOG_LEVEL: 'silent' }, '/nowhere');
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  expect(await prune(config)).toMatchObject({ exitCode: 75 });
  release?.();
});

test('prune leaves the newest build while it was in service until just now', async () => {
  const { config, ids } = await threeBuilds();
  const [newest = '', , oldest = ''] = ids;
  await promoteBuild(config, oldest);
  const keepsOne = (pruneGraceMs: number) =>
    prune({ ...config, ingest: { ...config.ingest, keepBuilds: 1, pruneGraceMs } });
  expect(await keepsOne(60_000)).toEqual({
    line: 'nothing to remove yet: 2 builds were replaced less than 60 seconds ago and may still be read',
    exitCode: 0,
  });
  expect((await keepsOne(0)).line).toContain(newest);
});

test('promote and prune name the folder that is not usable, and do without one that is missing', async () => {
  const empty = newFolder();
  const config = readConfig({ DATA_DIR: join(empty, 'data'), LOG_LEVEL: 'silent' }, '/nowhere');
  expect(await prune(config)).toEqual({ line: 'nothing to remove', exitCode: 0 });
  await writeFile(join(empty, 'file'), '');
  const wrong = readConfig({ DATA_DIR: join(empty, 'data'), META_DIR: join(empty, 'file') }, '/nowhere');
  await expect(promoteBuild(wrong, 'x')).rejects.toThrow(/^These folders cannot be written.*\n {2}META_DIR .*file:/);
  await writeFile(join(config.folders.meta, 'ingest.lock'), 'something else\n'.repeat(100));
  expect(await prune(config)).toEqual({
    line: `failed: ${join(config.folders.meta, 'ingest.lock')}: file is not a database`,
    exitCode: 1,
  });
});

const build = (id: string, builtAt: string, changedAt = builtAt) => ({ id, version: 1, builtAt, changedAt });

test('the webhook hears of stale data once, and again when it has been well between', async () => {
  const heard: { warnings: string[] }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      heard.push(JSON.parse(body) as { warnings: string[] });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let time = '2026-11-21T00:00:00Z';
  const watch = startWatch({
    config: { staleAfterMs: 3 * 86_400_000, webhook },
    state: () => ({ build: build('b', '2026-11-20T00:00:00Z'), problems: [] }),
    lastRun: () => Promise.resolve(undefined),
    now: () => new Date(time),
    log: SILENT_LOG,
  });
  try {
    for (time of ['2026-11-21T00:00:00Z', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z']) {
      await watch.look();
    }
    expect(watch.warnings()).toEqual([expect.stringContaining('up to date 6 days ago')]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard).toMatchObject([{ warnings: [expect.stringContaining('up to date 4 days ago')] }]);
    time = '2026-11-21T00:00:00Z';
    await watch.look();
    time = '2026-11-27T00:00:00Z';
    await watch.look();
    await vi.waitFor(() => expect(heard).toHaveLength(2));
  } finally {
    watch.stop();
    server.close();
  }
});

test('data is as old as the last run that found it up to date, whatever failed since', async () => {
  const meta = newFolder();
  const end = (started: string, outcome: Outcome) => writeLastRun(meta, { started: new Date(started), outcome });
  await end('2026-11-20T00:00:00Z', { status: 'unchanged', buildId: 'b' });
  await end('2026-11-21T00:00:00Z', { status: 'failed', step: 'download', reason: 'no network' });
  await end('2026-11-22T00:00:00Z', { status: 'rejected', step: 'verify', reason: 'shrank' });
  let time = '2026-11-22T12:00:00Z';
  let id = 'b';
  const watch = startWatch({
    config: { staleAfterMs: 3 * 86_400_000, webhook: undefined },
    state: () => ({ build: build(id, '2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z'), problems: [] }),
    lastRun: () => readLastRun(meta),
    now: () => new Date(time),
    log: SILENT_LOG,
  });
  try {
    await watch.look();
    expect(watch.warnings()).toEqual([expect.stringContaining('was refused: shrank')]);
    time = '2026-11-24T00:00:00Z';
    expect(watch.warnings()[0]).toContain('up to date 4 days ago');
    // Another one, gone back to since.
    id = 'a';
    expect(watch.warnings()[0]).toContain('up to date 14 days ago');
  } finally {
    watch.stop();
  }
});

test('data that stays the same is warned of, though every run finds it up to date', async () => {
  const meta = newFolder();
  let time = '2026-11-20T22:00:00Z';
  const watch = startWatch({
    config: { staleAfterMs: 3 * 86_400_000, webhook: undefined },
    state: () => ({ build: build('b', '2026-11-20T22:00:00Z', '2026-11-20T12:00:00Z'), problems: [] }),
    lastRun: () => readLastRun(meta),
    now: () => new Date(time),
    log: SILENT_LOG,
  });
  try {
    for (const [night, expected] of [
      ['2026-11-21T22:00:00Z', []],
      ['2026-11-22T22:00:00Z', []],
      ['2026-11-23T22:00:00Z', [expect.stringContaining('what is downloaded has not changed for 3 days')]],
    ] as const) {
      time = night;
      await writeLastRun(meta, { started: new Date(night), outcome: { status: 'unchanged', buildId: 'b' } });
      await watch.look();
      expect(watch.warnings()).toEqual(expected);
    }
  } finally {
    watch.stop();
  }
});
