import { once } from 'node:events';
import { truncate } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { promoteBuild, prune, verifyBuild } from '../../src/commands/builds.ts';
import { startWatch } from '../../src/commands/watch.ts';
import { readConfig } from '../../src/config.ts';
import { buildFolder, tableFile } from '../../src/dataset/layout.ts';
import { readBuilds, readPointer } from '../../src/ingest/builds.ts';
import { createIngestLock } from '../../src/ingest/lock.ts';
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
  const eager = { ...config, ingest: { ...config.ingest, pruneGraceMs: 0 } };
  expect(await prune(config)).toEqual({ line: 'nothing to remove', exitCode: 0 });
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
  expect(await promoteBuild(config, '20200101T000000Z')).toMatchObject({ exitCode: 1 });
  expect(await promoteBuild(config, '../../etc')).toMatchObject({ exitCode: 1 });
  expect(await readPointer(config.folders)).toMatchObject({ buildId: newest, version: 3 });
});

test('promote and prune are busy while an ingest runs', async () => {
  const config = readConfig({ DATA_DIR: newFolder(), LOG_LEVEL: 'silent' }, '/nowhere');
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  expect([(await promoteBuild(config, 'x')).exitCode, (await prune(config)).exitCode]).toEqual([75, 75]);
  release?.();
});

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
    state: () => ({ build: { id: 'b', version: 1, builtAt: '2026-11-20T00:00:00Z' }, problems: [] }),
    lastRun: () => Promise.resolve(undefined),
    now: () => new Date(time),
    log: SILENT_LOG,
  });
  try {
    for (time of ['2026-11-21T00:00:00Z', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z']) {
      await watch.look();
    }
    expect(watch.warnings()).toEqual([expect.stringContaining('up to date 6 days ago')]);
    expect(heard).toMatchObject([{ warnings: [expect.stringContaining('up to date 4 days ago')] }]);
    time = '2026-11-21T00:00:00Z';
    await watch.look();
    time = '2026-11-27T00:00:00Z';
    await watch.look();
    expect(heard).toHaveLength(2);
  } finally {
    watch.stop();
    server.close();
  }
});
