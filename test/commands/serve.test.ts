import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test, vi } from 'vitest';

import { openNightly, threadsBeside } from '../../src/service/nightly/nightly.ts';
import { ALONE } from '../../src/service/team/team.ts';
import { readConfig } from '../../src/config.ts';
import { createLifecycle } from '../../src/process/lifecycle.ts';
import { createLogger } from '../../src/process/logger.ts';
import { openBuildReaders } from '../../src/store/builds/build-readers.ts';
import type { BuildReaders } from '../../src/store/builds/build-readers.ts';
import { openStore } from '../../src/store/builds/store.ts';
import { buildFolder } from '../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { readLastRun } from '../../src/ingest/last-run.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { SILENT_LOG } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import { runMarquee } from '../support/run-marquee.ts';

const MARQUEE = new URL('../../src/marquee.mjs', import.meta.url).pathname;
const CACHE = { max: 100, ttlMs: 60_000 };

async function serve(settings: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: newFolder(), LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [MARQUEE, 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, stderr };
}

test.each(['1', '3'])('serve on a port in use with %s workers says so in one line and ends with 2', async (workers) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    expect(await serve({ PORT: String(port), WORKERS: workers })).toEqual({
      code: 2,
      stderr: expect.stringMatching(RegExp(`^Port ${port} is in use[^\n]*\n$`)) as string,
    });
    const settings = { PORT: String(port), WORKERS: workers, LOG_LEVEL: 'info' };
    expect((await runMarquee(['serve'], { dataFolder: newFolder(), settings })).stdout).not.toMatch(/stopp/);
  } finally {
    other.close();
  }
});

test.each([
  [{ CORS_ORIGINS: 'foo' }, 'CORS_ORIGINS: "foo" is not a list of origins'],
  [
    { IMDB_BASE_URL: 'https://user:secret@example.org/' },
    'IMDB_BASE_URL: "https://***@example.org/" is not an address without a user and password',
  ],
  [{ STOP_TIMEOUT: '3000000' }, 'STOP_TIMEOUT'],
  [{ DATA_DIR: '/dev/null/data' }, 'These folders cannot be written'],
])('serve with %o says so and ends with 2', async (settings, message) => {
  expect(await serve(settings)).toEqual({ code: 2, stderr: expect.stringContaining(message) as string });
});

test('a run that is due while one goes on is that one, and a stop ends and awaits it', async () => {
  const dataFolder = newFolder();
  const origin = await openOrigin(await writeSources(newFolder()));
  const asked = Promise.withResolvers<void>();
  origin.answer('title.ratings.tsv.gz', () => asked.resolve());
  const config = readConfig({ DATA_DIR: dataFolder, IMDB_BASE_URL: origin.url, SCHEDULE: 'off' }, '/nowhere');
  const lifecycle = createLifecycle({ log: SILENT_LOG, deadlineMs: 10_000, kill: () => expect.unreachable() });
  const store = await openStore({ ...config.store, folders: config.folders, log: SILENT_LOG });
  lifecycle.onStop('store', () => store.close());
  const nightly = await openNightly(config, { store, team: ALONE, log: SILENT_LOG, lifecycle, now: () => new Date() });
  nightly.start({ firstRun: true });
  const first = nightly.ingest();
  await asked.promise;
  expect(nightly.ingest()).toBe(first);
  expect(nightly.isRunning()).toBe(true);
  expect(await lifecycle.stop('test')).toEqual({ failed: [] });
  expect(await first).toMatchObject({ status: 'failed', reason: 'stopped: the service is stopping' });
  expect(nightly.isRunning()).toBe(false);
  // A stop is no failure of the data: the next start does not warn of it.
  expect(await readLastRun(dataFolder)).toBeUndefined();
  await origin.close();
});

/** No night is due within the hour. */
const noon = () => new Date('2026-11-21T12:00:00Z');

test('a first ingest that failed is tried again after growing pauses, until there is a build', async () => {
  const origin = await openOrigin(await writeSources(newFolder()));
  let asks = 0;
  origin.answer('title.ratings.tsv.gz', (_, response) => {
    asks += 1;
    if (asks === 3) origin.answer('title.ratings.tsv.gz', undefined);
    response.writeHead(404).end();
  });
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    level: 'warn',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const config = readConfig({ DATA_DIR: newFolder(), IMDB_BASE_URL: origin.url }, '/nowhere');
  const lifecycle = createLifecycle({ log, deadlineMs: 10_000, kill: () => expect.unreachable() });
  const store = await openStore({ ...config.store, folders: config.folders, log: SILENT_LOG });
  lifecycle.onStop('store', () => store.close());
  const nightly = await openNightly(config, { store, team: ALONE, log, lifecycle, now: noon, firstPauseMs: 10 });
  nightly.start({ firstRun: true });
  await vi.waitFor(() => expect(store.state().build).not.toBeNull(), { timeout: 20_000 });
  const putOff = lines.filter(({ event }) => event === 'first ingest put off');
  expect(putOff.map(({ status, waitMs }) => [status, waitMs])).toEqual([
    ['failed', 10],
    ['failed', 20],
    ['failed', 40],
  ]);
  expect(await lifecycle.stop('test')).toEqual({ failed: [] });
  await origin.close();
});

test('a first ingest that finds another one at work is tried again, until there is a build', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    level: 'warn',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const from = pathToFileURL(await writeSources(newFolder())).href;
  const config = readConfig({ DATA_DIR: newFolder(), IMDB_BASE_URL: from }, '/nowhere');
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  const lifecycle = createLifecycle({ log, deadlineMs: 10_000, kill: () => expect.unreachable() });
  const store = await openStore({ ...config.store, folders: config.folders, log: SILENT_LOG });
  lifecycle.onStop('store', () => store.close());
  const nightly = await openNightly(config, { store, team: ALONE, log, lifecycle, now: noon, firstPauseMs: 10 });
  nightly.start({ firstRun: true });
  const putOff = () => lines.filter(({ event }) => event === 'first ingest put off');
  await vi.waitFor(() => expect(putOff().length).toBeGreaterThan(1));
  expect(putOff()[0]).toMatchObject({ status: 'busy', waitMs: 10 });
  release?.();
  await vi.waitFor(() => expect(store.state().build).not.toBeNull(), { timeout: 20_000 });
  expect(await lifecycle.stop('test')).toEqual({ failed: [] });
});

test('a stop does not wait for the next try of a first ingest', async () => {
  const config = readConfig({ DATA_DIR: newFolder(), IMDB_BASE_URL: 'file:///no/such/folder/' }, '/nowhere');
  const lifecycle = createLifecycle({ log: SILENT_LOG, deadlineMs: 5000, kill: () => expect.unreachable() });
  const store = await openStore({ ...config.store, folders: config.folders, log: SILENT_LOG });
  lifecycle.onStop('store', () => store.close());
  const nightly = await openNightly(config, { store, team: ALONE, log: SILENT_LOG, lifecycle, now: noon });
  nightly.start({ firstRun: true });
  await vi.waitFor(() => expect(nightly.lastRun()).toMatchObject({ status: 'failed' }));
  expect(await lifecycle.stop('test')).toEqual({ failed: [] });
});

test.each([
  [1, 1],
  [2, 1],
  [4, 3],
  [5, 4],
  [64, 4],
])('an ingest of a serving process with %i cores has %i threads', (cores, threads) => {
  expect(threadsBeside(cores)).toBe(threads);
});

test('a failed run is warned of without places, in health and after a restart', async () => {
  const folders = foldersIn(newFolder());
  const config = readConfig(
    { DATA_DIR: folders.meta, IMDB_BASE_URL: 'file:///no/such/folder/', SCHEDULE: 'off' },
    '/nowhere',
  );
  for (const expected of ['first', 'after a restart']) {
    const lifecycle = createLifecycle({ log: SILENT_LOG, deadlineMs: 10_000 });
    const store = await openStore({ ...config.store, folders: config.folders, log: SILENT_LOG });
    lifecycle.onStop('store', () => store.close());
    const nightly = await openNightly(config, {
      store,
      team: ALONE,
      log: SILENT_LOG,
      lifecycle,
      now: () => new Date(),
    });
    if (expected === 'first') await nightly.ingest();
    expect(nightly.warnings().join(), expected).toMatch(/was not finished: title\.basics\.tsv\.gz: no such file/);
    expect(nightly.warnings().join()).not.toContain('/');
    await lifecycle.stop('test');
  }
});

/** More than fits into the memory that they have. */
function sortMuch({ pool }: BuildReaders) {
  return pool.rows(
    `SELECT count(*), md5(string_agg(primaryName, ',' ORDER BY n)) FROM (
       SELECT primaryName, row_number() OVER (ORDER BY primaryName, tconst, ordering) AS n
       FROM principals JOIN names USING (nconst)
     ) WHERE n % 1000 = 0`,
    [],
  );
}

test('two builds that are open at once spill apart', async () => {
  const { folders } = await demoBuild(0.01);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no build');
  const build = { folder: buildFolder(folders, manifest.buildId), manifest };
  const options = {
    lookup: 'parquet' as const,
    memoryLimit: '60MiB',
    threads: 1,
    tmpFolder: `${newFolder()}/not/there/yet`,
    scanTimeoutMs: 60_000,
    caches: { titles: CACHE, people: CACHE, search: CACHE },
    log: SILENT_LOG,
  };
  const open = await Promise.all([openBuildReaders(build, options), openBuildReaders(build, options)]);
  const answers = await Promise.all(open.map(sortMuch));
  expect(answers[0]).toEqual(answers[1]);
  expect(Number(answers[0]?.[0]?.[0])).toBeGreaterThan(900);
  await Promise.all(open.map((readers) => readers.close()));
});
