import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { buildFolder, documentsFile } from '../src/dataset/builds/paths.ts';
import { administer, ADMINISTERED } from './support/administrator.ts';
import { foldersIn, newFolder } from './support/folders.ts';
import { runMarquee } from './support/run-marquee.ts';
import { startMarquee } from './support/start-marquee.ts';
import type { RunningMarquee } from './support/start-marquee.ts';

const TITLE = { query: '{ title(id: "tt0900001") { primaryTitle } }' };

function startDemo(folder: string, flags: readonly string[] = [], settings = {}): RunningMarquee {
  const args = ['demo', '--scale', '0.0005', '--port', '0', '--data-dir', folder, ...flags];
  return startMarquee(args, { folder, settings });
}

async function ask(url: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(TITLE) });
  return ((await response.json()) as { data: unknown }).data;
}

test('demo serves made-up films from nothing, and again from what it has built', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  const url = await first.until(/"url":"([^"]+)"/);
  expect(await ask(url)).toEqual({ title: null });
  const early = await fetch(`${url}/readyz`);
  expect([early.status, await early.text()]).toEqual([503, expect.stringContaining('demo is still being made')]);
  await first.until(/ (Stop {6}Ctrl\+C)/);
  // Behind all lines of the ingest: what a terminal shows last.
  expect(first.output().trimEnd()).toMatch(
    /ingest promoted[^]*Data {6}made-up[^]*GraphiQL {2}http.*\n +Try +\{ title.*\n +Stop .*$/,
  );
  expect(first.output()).not.toContain('"level":"warn"');
  expect(await ask(url)).toEqual({ title: { primaryTitle: 'Midnight at the Orpheum' } });
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);

  const second = startDemo(folder);
  expect(await ask(await second.until(/"url":"([^"]+)"/))).toEqual({
    title: { primaryTitle: 'Midnight at the Orpheum' },
  });
  expect(second.output()).not.toContain('demo data made');
  await second.until(/"event":"(ingest unchanged)"/);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('commands over the folder of a demo are named with it, and bring no data of IMDb into it', async () => {
  const folder = newFolder('demo');
  const demo = startMarquee(['demo', '--scale', '0.0005', '--port', '0', '--data-dir', 'data/demo'], {
    folder,
    settings: { VERSION_POLL_INTERVAL: '0.1' },
  });
  const url = await demo.until(/"url":"([^"]+)"/);
  const { buildId } = await demo.line('ingest promoted');
  const folders = foldersIn(join(folder, 'data/demo'));
  await rm(join(buildFolder(folders, String(buildId)), documentsFile('title')));
  await vi.waitFor(async () => {
    const { warnings } = (await (await fetch(`${url}/health`)).json()) as { warnings: string[] };
    expect(warnings.join()).toContain('until an ingest or `DATA_DIR=data/demo npx marquee repair` makes it anew');
  });
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);

  const settings = { DATA_DIR: 'data/demo', HTTPS_PROXY: 'http://127.0.0.1:1', DOWNLOAD_RETRIES: '0' };
  const refused = {
    code: 2,
    stderr: `${folders.meta} is the folder of a demo, whose films those of IMDb would replace: \`npm run demo\` serves it and brings it up to date. For the data of IMDb set DATA_DIR to another folder.\n`,
  };
  expect(await runMarquee(['ingest'], { dataFolder: folder, settings })).toMatchObject(refused);
  expect(await runMarquee(['serve'], { dataFolder: folder, settings })).toMatchObject(refused);
  expect(await runMarquee(['repair'], { dataFolder: folder, settings })).toMatchObject({ code: 0 });
  const served = [0, expect.stringContaining('served as version 2')];
  const { code, stdout } = await runMarquee(['status'], { dataFolder: folder, settings });
  expect([code, stdout]).toEqual(served);
  const elsewhere = await runMarquee(['status'], { dataFolder: folder });
  expect(elsewhere.stdout).toContain('no build yet');
  expect(elsewhere.stdout).toContain('a demo is in data/demo: `npx marquee status --data-dir data/demo`');
  const named = await runMarquee(['status', '--data-dir', 'data/demo'], { dataFolder: folder });
  expect([named.code, named.stdout]).toEqual(served);
});

test('demo lets pages of this machine read its answers', async () => {
  const demo = startDemo(newFolder('demo'));
  const url = await demo.until(/"url":"([^"]+)"/);
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:5173']) {
    const { headers } = await fetch(`${url}/livez`, { headers: { origin } });
    expect(headers.get('access-control-allow-origin')).toBe(origin);
  }
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);
});

test('demo asks for its own files without a proxy', async () => {
  const demo = startDemo(newFolder('demo'), [], { HTTP_PROXY: 'http://127.0.0.1:1', DOWNLOAD_RETRIES: '0' });
  await demo.until(/"event":"(ingest promoted)"/);
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);
});

test('demo that could not be made says so to whoever asks', async () => {
  const folder = newFolder('demo');
  const demo = startDemo(folder);
  await demo.until(/"event":"(demo data made)"/);
  demo.child.kill('SIGTERM');
  await once(demo.child, 'exit');
  for (const made of ['downloads', 'downloads.json', 'parquet_builds', 'current.json']) {
    await rm(join(folder, made), { recursive: true, force: true });
  }
  // As long as before, since another length would be made anew.
  const damaged = join(folder, 'origin', 'title.basics.tsv.gz');
  await writeFile(damaged, Buffer.alloc((await stat(damaged)).size));
  const again = startDemo(folder, [], { DOWNLOAD_RETRIES: '0' });
  const url = await again.until(/"url":"([^"]+)"/);
  await again.until(/"event":"ingest (failed|rejected)"/);
  // The log has the end of the ingest before the demo has heard of it.
  await vi.waitFor(async () => {
    const answer = await fetch(`${url}/readyz`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('The demo could not be made')]);
  });
  again.child.kill('SIGTERM');
  await once(again.child, 'exit');
});

test('demo of another seed makes other films and builds them', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  await first.until(/"event":"(ingest promoted)"/);
  first.child.kill('SIGTERM');
  await once(first.child, 'exit');
  const second = startDemo(folder, ['--seed', '2']);
  await second.until(/"version":(2),"durationMs"/);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('demo stopped in the middle of its ingest ends in good order and recovers', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  await first.until(/"event":"(table written)"/);
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);
  const second = startDemo(folder);
  const url = await second.until(/"url":"([^"]+)"/);
  await second.until(/"event":"(ingest promoted)"/);
  expect(await ask(url)).toEqual({ title: { primaryTitle: 'Midnight at the Orpheum' } });
});

test('demo with workers makes and publishes its films once, and all of them serve', async () => {
  const demo = startDemo(newFolder('demo'), [], { WORKERS: '2', VERSION_POLL_INTERVAL: '3600' });
  const url = await demo.until(/"url":"([^"]+)"/);
  await demo.line('ingest promoted');
  // Opened by each, at the start or when it was told.
  await demo.line('build opened', 2);
  expect((await demo.line('listening', 2))['url']).toBe(url);
  for (let turn = 0; turn < 4; turn += 1) {
    expect(await ask(url)).toEqual({ title: { primaryTitle: 'Midnight at the Orpheum' } });
  }
  expect(new Set(demo.lines('request').map(({ pid }) => pid)).size).toBe(2);
  expect(demo.lines('demo data made')).toHaveLength(1);
  await demo.until(/(GraphiQL {2})/);
  expect(demo.output().match(/GraphiQL {2}/g)).toHaveLength(1);
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);
});

test('demo downloads its own files alone, whichever worker is told to', { timeout: 120_000 }, async () => {
  const folder = newFolder('demo');
  const texts = join(newFolder('of-imdb'), 'texts');
  const demo = startDemo(folder, [], { WORKERS: '2', DOWNLOAD_RETRIES: '0', EXTRACT_DIR: texts, ...ADMINISTERED });
  const url = String((await demo.line('listening', 2))['url']);
  await demo.line('ingest promoted');
  await demo.until(/ (Stop {6}Ctrl\+C)/);
  const download = 'mutation { downloadDatasets(names: ["title.ratings"]) { outcome reason } }';
  // Each worker in its turn.
  for (let turn = 0; turn < 4; turn += 1) {
    expect((await administer(url, download)).data).toEqual({ downloadDatasets: { outcome: 'DONE', reason: null } });
  }
  await expect.poll(() => new Set(demo.lines('administration').map(({ pid }) => pid)).size).toBe(2);
  expect(await readFile(join(folder, 'downloads.json'), 'utf8')).not.toContain('imdbws');
  // Nor does it write its texts beside those of IMDb.
  const extract = 'mutation { extractDatasets(names: ["title.ratings"]) { outcome reason } }';
  expect((await administer(url, extract)).data).toEqual({ extractDatasets: { outcome: 'DONE', reason: null } });
  expect(await readdir(join(folder, 'extracted'))).toContain('title.ratings.tsv');
  expect(existsSync(texts)).toBe(false);
  const begun = '{ ingestRuns { kind startedBy outcome } }';
  const run = { kind: 'BY_HAND', startedBy: 'command line', outcome: 'PROMOTED' };
  expect((await administer(url, begun)).data).toEqual({ ingestRuns: [run] });
});

test('demo --tmdb mirrors a made-up TMDB beside its films, and builds both', { timeout: 180_000 }, async () => {
  const folder = newFolder('demo');
  const mirror = join(newFolder('of-tmdb'), 'mirror');
  // Settings of the real TMDB, which no demo asks.
  const settings = { TMDB_TOKEN: 'token-of-somebody', TMDB_DIR: mirror, TMDB_BASE_URL: 'http://127.0.0.1:1' };
  const first = startDemo(folder, ['--tmdb'], settings);
  const tmdbUrl = await first.until(/TMDB {6}made up too, mirrored from (\S+),/);
  expect(await first.line('tmdb run')).toMatchObject({ stage: 'all', status: 'done', failed: 0, left: 0 });
  expect(await first.line('tmdb snapshot')).toMatchObject({
    status: 'written',
    rows: { 'tmdb.titles': expect.any(Number) },
  });
  expect(first.lines('ingest promoted')).toHaveLength(2);
  expect(first.lines('table written').map(({ table }) => table)).toContain('tmdb_title_links');
  expect(first.output()).not.toContain('"level":"warn"');
  expect(first.output()).not.toMatch(/token-of/);
  const poster = await fetch(`${tmdbUrl}/t/p/w342/poster-movie-101.svg`);
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(existsSync(join(folder, 'tmdb', 'snapshot', 'snapshot.json'))).toBe(true);
  expect(existsSync(mirror)).toBe(false);
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);

  const second = startDemo(folder, ['--tmdb'], settings);
  const run = await second.line('tmdb run');
  expect(run).toMatchObject({ status: 'done', failed: 0 });
  expect(Number(run['held'])).toBeLessThan(20);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test(
  'demo --tmdb stopped in the middle of its mirror ends in good order; another seed has another mirror',
  {
    timeout: 180_000,
  },
  async () => {
    const folder = newFolder('demo');
    const first = startDemo(folder, ['--tmdb']);
    await first.until(/"event":"(tmdb ids read)"/);
    first.child.kill('SIGTERM');
    expect(await once(first.child, 'exit')).toEqual([0, null]);
    expect(await first.line('tmdb run')).toMatchObject({ status: 'stopped' });
    expect(first.output()).not.toContain('GraphiQL  ');
    const other = startDemo(folder, ['--tmdb', '--seed', '2']);
    expect(Number((await other.line('tmdb run'))['held'])).toBeGreaterThan(1000);
    await other.until(/(GraphiQL {2})/);
    other.child.kill('SIGTERM');
    expect(await once(other.child, 'exit')).toEqual([0, null]);
  },
);

test('demo without --tmdb asks no TMDB, whatever the settings say', async () => {
  const folder = newFolder('demo');
  const demo = startDemo(folder, [], { TMDB_TOKEN: 'token-of-somebody', TMDB_BASE_URL: 'http://127.0.0.1:1' });
  await demo.until(/ (Stop {6}Ctrl\+C)/);
  expect(demo.output()).not.toContain('"name":"tmdb"');
  expect(existsSync(join(folder, 'tmdb'))).toBe(false);
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);
});
