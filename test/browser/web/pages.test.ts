import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { faultsOf } from './faults-of.ts';
import { PAGES } from './pages.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

/** Longest address that proxies pass on without being told to. */
const MOST_ADDRESS = 8192;
const MOST_SHIFT = 0.05;
const PHONE = { width: 390, height: 844 };

describe.skipIf(!HAS_CHROMIUM)('pages of the web app', () => {
  let site: Site;

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    site = await openSite(folders, { prefix: '/films' });
    // Long enough that the page is drawn without its content first.
    site.proxy.graphDelayMs = 100;
  });

  afterAll(() => site.close());

  test.for(PAGES)('$name has its content by one request, and no fault', async ({ path, title, heading, holds }) => {
    const { page, problems, foreign, seen, takeGraphRequests, leave } = await site.visit(path);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    expect(await page.title()).toBe(`${title} · marquee`);
    const text = await page.locator('main').innerText();
    for (const held of holds) expect(text).toContain(held);

    const asked = takeGraphRequests();
    expect(asked).toMatchObject([{ method: 'GET', status: 200, cacheControl: 'public, max-age=60' }]);
    expect(asked[0]?.url.length).toBeLessThan(MOST_ADDRESS);
    expect(await page.getByRole('link', { name: 'This query in GraphiQL' }).getAttribute('href')).toMatch(
      /^\/films\/graphql\?query=query/,
    );

    const paths = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href]')].filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)`,
    );
    expect(paths.filter((one) => !one.startsWith('/films/'))).toEqual([]);

    expect(await faultsOf(page)).toEqual([]);
    const { shift } = await seen();
    expect(shift).toBeLessThanOrEqual(MOST_SHIFT);

    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await page.reload();
    await settled(page);
    expect(await faultsOf(page, ['color-contrast', 'target-size'])).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    const onPhone = await seen();
    expect(onPhone.shift).toBeLessThanOrEqual(MOST_SHIFT);
    expect([onPhone.refused, problems, foreign]).toEqual([[], [], []]);
    await leave();
  });
});
