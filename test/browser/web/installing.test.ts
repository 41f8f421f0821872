import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { oddBuild } from './odd-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';

describe.skipIf(!HAS_CHROMIUM)('installing the web app', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(await oddBuild(), { prefix: '/films' });
  });

  afterAll(() => site.close());

  test('Chromium has nothing against it, below a prefix too', async () => {
    const { page, leave } = await site.visit('/title/tt0000001', { keepsItself: true });
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A window of tests is one without a history, in which nothing can be installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { data = '', errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data) as { start_url: string; scope: string; icons: { src: string; sizes: string }[] };
    const { href } = new URL('manifest.webmanifest', `${site.proxy.url}/`);
    expect([manifest.start_url, manifest.scope].map((path) => new URL(path, href).pathname)).toEqual([
      '/films/',
      '/films/',
    ]);
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512', 'any']));
    for (const { src, sizes } of manifest.icons) {
      const image = `Object.assign(new Image(), { src: ${JSON.stringify(new URL(src, href).href)} })`;
      const [width] = await page.evaluate<number[]>(
        `(async (image) => { await image.decode(); return [image.naturalWidth]; })(${image})`,
      );
      if (sizes !== 'any') expect(`${width}x${width}`).toBe(sizes);
    }
    await leave();
  });
});
