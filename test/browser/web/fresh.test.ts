import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { ODD_TITLE, oddBuild } from './odd-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

describe.skipIf(!HAS_CHROMIUM)('the web app where something is odd', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(await oddBuild());
  });

  afterAll(() => site.close());

  /** A page of a browser in which `script` runs first. */
  async function openWith(script: string): Promise<Page> {
    const context = await site.browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.addInitScript(script);
    return page;
  }

  test.for([
    { languages: ['en-US@posix', 'de-DE'], votes: '2.000 votes' },
    { languages: ['C'], votes: '2,000 votes' },
    { languages: ['ar-EG'], votes: '2,000 votes' },
  ])('the languages $languages are ones that numbers are written in', async ({ languages, votes }) => {
    const page = await openWith(
      `Object.defineProperty(navigator, 'languages', { value: ${JSON.stringify(languages)} })`,
    );
    await page.goto(`${site.proxy.url}/title/${ODD_TITLE}`);
    await settled(page);
    expect(await textOf(page)).toContain(votes);
    await page.context().close();
  });

  test.for([
    { status: 502, body: '<html>Bad gateway</html>', heading: 'The server is busy' },
    { status: 429, body: 'Slow down', heading: 'Too many requests' },
    { status: 414, body: '', heading: 'Something went wrong' },
    { status: 200, body: 'null', heading: 'Something went wrong' },
  ])('an answer of status $status that is not of the graph is said to be one', async ({ status, body, heading }) => {
    const page = await site.browser.newPage();
    await page.route(/\/graphql\?/, (route) => route.fulfill({ status, body }));
    await page.goto(`${site.proxy.url}/title/${ODD_TITLE}`);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    expect(await textOf(page)).toContain(`The server sent no data, but an answer of status ${status}.`);
    await page.context().close();
  });

  test('a page that one goes back to stays while the server cannot be reached', async () => {
    const { page, leave } = await site.visit(`/title/${ODD_TITLE}`);
    await page.getByRole('link', { name: 'Compare', exact: true }).last().click();
    await expect.poll(() => page.title()).toMatch(/and … · marquee$/);
    await page.evaluate('{ const { now } = Date; Date.now = () => now.call(Date) + 120_000; }');
    await page.route(/\/graphql\?/, (route) => route.abort());
    await page.goBack();
    await expect.poll(() => page.getByRole('status').allInnerTexts()).toHaveLength(1);
    expect(await page.getByRole('status').innerText()).toMatch(
      /^The server cannot be reached\. This is the answer of /,
    );
    expect(await textOf(page)).toContain('2,000 votes');
    await page.unroute(/\/graphql\?/);
    await expect.poll(() => page.getByRole('status').count()).toBe(0);
    await leave();
  });

  test('a page whose file cannot be fetched says so, and Retry fetches it', async () => {
    const { page, leave } = await site.visit('/');
    await page.evaluate("sessionStorage.setItem('reloaded-at', String(Date.now()))");
    await page.route(/\/assets\/dataset-page-/, (route) => route.abort());
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect.poll(() => page.title()).toBe('No connection · marquee');
    expect(await page.getByRole('alert').innerText()).toContain('A part of the app could not be fetched.');
    await page.unroute(/\/assets\/dataset-page-/);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => page.title()).toBe('The data · marquee');
    await leave();
  });
});

function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
