import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { HTML_NAME, ODD_TITLE, oddBuild } from './odd-build.ts';
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

  test('a filter and an order that cannot be read are none, and a year alone is a range', async () => {
    const { page, leave } = await site.visit('/search?q=film&year=abc&order=none');
    const chosen = page.getByRole('list', { name: 'Filters in use' }).getByRole('listitem');
    expect(await chosen.count()).toBe(0);
    // As without them: by relevance.
    expect(await page.getByLabel('Order').inputValue()).toBe('');
    expect(await page.getByRole('link', { name: 'All', exact: true }).getAttribute('aria-current')).toBe('true');
    await page.goto(`${site.proxy.url}/search?year=1999`);
    await settled(page);
    expect((await chosen.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      'Years: 1999 ×',
      'Without filters',
    ]);
    expect(await textOf(page)).toContain('1 title');
    await leave();
  });

  test('the id of a person is no title, and the page leads to the person', async () => {
    const { page, takeGraphRequests, leave } = await site.visit('/title/NM0000010');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('There is no such title');
    expect(takeGraphRequests()).toEqual([]);
    await page.getByRole('link', { name: 'The person NM0000010' }).click();
    await expect.poll(() => page.title()).toBe(`${HTML_NAME} · marquee`);
    await leave();
  });

  test('a page that does not exist in a list can be started over', async () => {
    const { page, leave } = await site.visit('/search?q=film&after=nothing');
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Start over' }).click();
    await expect.poll(() => page.title()).toBe('All titles · marquee');
    await leave();
  });

  test('the search box takes no more than the server, and is empty once a suggestion is opened', async () => {
    const { page, leave } = await site.visit('/');
    const box = page.getByRole('combobox');
    await page.keyboard.insertText('x'.repeat(1000));
    expect(await box.inputValue()).toHaveLength(200);
    await box.fill('img');
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe(`${HTML_NAME} · marquee`);
    expect(await box.inputValue()).toBe('');
    await leave();
  });

  test('behind a proxy that cannot reach the server, what was kept is shown', async () => {
    const { page, leave } = await site.visit('/', { keepsItself: true });
    await page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
      new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)))`);
    await page.goto(`${site.proxy.url}/title/${ODD_TITLE}`);
    await settled(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    site.proxy.hasLostServer = true;
    await page.reload();
    await settled(page);
    expect(await page.getByRole('status').innerText()).toMatch(
      /^The server cannot be reached\. This is the answer of /,
    );
    expect(await textOf(page)).toContain('2,000 votes');
    site.proxy.hasLostServer = false;
    await expect.poll(() => page.getByRole('status').count()).toBe(0);
    await leave();
  });
});

function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}
