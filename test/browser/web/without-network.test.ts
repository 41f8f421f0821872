import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { WEB_FOLDER } from '../../../src/service/web-app.ts';
import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { ODD_ROWS, promote } from './odd-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

const FILM = 'tt0000001';

/** Waits until the service worker answers for the page. */
async function inService(page: Page): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
    new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)))`);
}

/** Forgets what the browser itself keeps for a minute, as if that had passed. */
async function passMinute(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

describe.skipIf(!HAS_CHROMIUM)('the web app without a network', () => {
  const folders = foldersIn(newFolder('offline'));
  let site: Site;
  let webFolder: string;

  beforeAll(async () => {
    webFolder = newFolder('web');
    await cp(WEB_FOLDER, webFolder, { recursive: true });
    await promote(folders);
    site = await openSite(folders, { prefix: '/films', webFolder });
  });

  afterAll(() => site.close());

  test('shows pages seen before, says that they are kept, and shows a new build once it is back', async () => {
    const { page, leave } = await site.visit('/', { keepsItself: true });
    await inService(page);
    await page.goto(`${site.proxy.url}/title/${FILM}`);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The Film');
    expect(await page.getByRole('status').count()).toBe(0);
    const buildId = site.gateway.store.state().build?.id;
    await passMinute(page);

    site.proxy.isDown = true;
    await page.reload();
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The Film');
    expect(await page.getByRole('status').innerText()).toMatch(
      new RegExp(`^The server cannot be reached\\. This is the answer of .*, from build ${buildId}\\.$`),
    );
    await page.goto(`${site.proxy.url}/title/tt0000002`);
    await settled(page);
    expect(await page.getByRole('alert').innerText()).toContain('No connection');
    await page.goto(`${site.proxy.url}/title/${FILM}`);
    await settled(page);

    await promote(folders, {
      ...ODD_ROWS,
      'title.basics': (ODD_ROWS['title.basics'] ?? []).map((row) =>
        row[0] === FILM ? row.with(2, 'The New Film') : row,
      ),
    });
    await expect.poll(() => site.gateway.store.current()?.id).not.toBe(buildId);
    site.proxy.isDown = false;
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).innerText(), { timeout: 20_000 })
      .toBe('The New Film');
    expect(await page.getByRole('status').count()).toBe(0);
    await leave();
  });

  test('an answer that was kept 180 days ago is not shown, and goes', async () => {
    const { page, leave } = await site.visit('/', { keepsItself: true });
    await inService(page);
    await page.goto(`${site.proxy.url}/title/${FILM}`);
    await settled(page);
    const answers = `caches.open('marquee /films/ answers')`;
    await expect
      .poll(() => page.evaluate(`${answers}.then((cache) => cache.keys()).then(({ length }) => length)`))
      .toBe(1);
    const keptAgo = (days: number): Promise<unknown> =>
      page.evaluate(`${answers}.then(async (cache) => {
        const [request] = await cache.keys();
        const kept = await cache.match(request);
        const headers = new Headers(kept.headers);
        headers.set('x-kept-at', new Date(Date.now() - ${days} * 86400000).toISOString());
        await cache.put(request, new Response(await kept.arrayBuffer(), { headers }));
      })`);
    await passMinute(page);
    site.proxy.isDown = true;
    await keptAgo(179);
    await page.reload();
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The New Film');
    await keptAgo(181);
    await page.reload();
    await settled(page);
    expect(await page.getByRole('alert').innerText()).toContain('No connection');
    expect(await page.evaluate(`${answers}.then((cache) => cache.keys()).then(({ length }) => length)`)).toBe(0);
    site.proxy.isDown = false;
    await leave();
  });

  test('keeps each release of itself whole, and takes the next one', async () => {
    const { page, leave } = await site.visit('/', { keepsItself: true });
    await inService(page);
    const keptIn = (name: string): Promise<string[]> =>
      page.evaluate<string[]>(`caches.open(${JSON.stringify(name)}).then((cache) => cache.keys())
        .then((requests) => requests.map(({ url }) => new URL(url).pathname).sort())`);
    const [name = '', ...others] = await releasesOf(page);
    expect(others).toEqual([]);
    const assets = (await readdir(join(webFolder, 'assets'))).filter((file) => !/\.(br|gz)$/.test(file));
    const paths = ['', 'icon.svg', ...assets.map((file) => `assets/${file}`)].map((path) => `/films/${path}`);
    expect(await keptIn(name)).toEqual(paths.sort());

    await writeNextRelease(webFolder, name.split(' ').at(-1) ?? '');
    await page.evaluate('navigator.serviceWorker.ready.then((registration) => registration.update())');
    await expect.poll(() => releasesOf(page)).toEqual(['marquee /films/ files next']);
    expect(await keptIn('marquee /films/ files next')).toEqual(paths);
    site.proxy.isDown = true;
    await page.reload();
    await settled(page);
    expect(await page.title()).toBe('Films, series, people · marquee');
    await leave();
  });
});

/** Names of the caches that hold the files of a release. */
function releasesOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`caches.keys().then((names) => names.filter((name) => name.includes(' files ')))`);
}

/** What another build of the app would change: the worker's text names its release, and the page is newer. */
async function writeNextRelease(folder: string, name: string): Promise<void> {
  const worker = join(folder, 'service-worker.js');
  const text = (await readFile(worker, 'utf8')).replaceAll(name, 'next');
  await writeFile(worker, text);
  await writeFile(`${worker}.gz`, gzipSync(text));
  await writeFile(`${worker}.br`, brotliCompressSync(text));
  const page = join(folder, 'index.html');
  await writeFile(page, await readFile(page));
}
