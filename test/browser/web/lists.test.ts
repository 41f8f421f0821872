import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

const rowsOf = (page: Page): Promise<string[]> => page.locator('main li .font-medium').allInnerTexts();
const addressOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search);
/** Variables of the last request. */
const variablesOf = (url: string | undefined): unknown =>
  JSON.parse(new URL(url ?? '').searchParams.get('variables') ?? '{}');

describe.skipIf(!HAS_CHROMIUM)('lists of the web app', () => {
  let site: Site;

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    site = await openSite(folders);
  });

  afterAll(() => site.close());

  test('a search with a typing error says what it searched for, and marks it', async () => {
    const { page, problems, takeGraphRequests, leave } = await site.visit('/search?q=orpehum');
    expect(await page.getByText('Showing results for').innerText()).toContain('orpheum');
    expect(await page.locator('main mark').allInnerTexts()).toContain('Orpheum');
    expect([takeGraphRequests().length, problems]).toEqual([1, []]);
    await leave();
  });

  test('without data of TMDB’s there is no source to choose, but one that the address has can be left', async () => {
    const { page, leave } = await site.visit('/search?year=1994');
    const source = page.getByRole('list', { name: 'Source' });
    expect(await source.count()).toBe(0);
    const rows = await rowsOf(page);
    await page.goto(`${site.proxy.url}/search?year=1994&source=any`);
    await settled(page);
    expect(await rowsOf(page)).toEqual(rows);
    await source.getByRole('link', { name: 'What IMDb has' }).click();
    await expect.poll(() => addressOf(page)).toBe('?year=1994');
    await leave();
  });

  test('a facet sets a filter in the address, its chip takes it out again, each with one request', async () => {
    const { page, takeGraphRequests, leave } = await site.visit('/search?q=the');
    takeGraphRequests();
    await page
      .getByRole('region', { name: 'Type' })
      .getByRole('link', { name: /^Movie/ })
      .click();
    await page.getByRole('link', { name: 'Without the filter Type: Movie' }).waitFor();
    await settled(page);
    const [asked, ...others] = takeGraphRequests();
    expect([addressOf(page), others]).toEqual(['?q=the&type=movie', []]);
    expect(variablesOf(asked?.url)).toMatchObject({
      byRelevance: false,
      filter: { primaryTitle: { words: 'the' }, types: { any: ['MOVIE'] } },
      orderBy: [{ field: 'VOTES', direction: 'DESC' }],
    });
    expect(await page.locator('main li p').allInnerTexts()).not.toContain('TV episode');
    await page.getByRole('link', { name: 'Without the filter Type: Movie' }).click();
    await expect.poll(() => addressOf(page)).toBe('?q=the');
    // The answer is known from before.
    expect(takeGraphRequests()).toEqual([]);
    await leave();
  });

  test('an order sorts the titles that are searched for, and stays in the address', async () => {
    const { page, leave } = await site.visit('/search?q=the&type=movie');
    await page.getByLabel('Order').selectOption('year-asc');
    await expect.poll(() => addressOf(page)).toBe('?q=the&type=movie&order=year-asc');
    await settled(page);
    const kinds = await page.locator('main li .min-w-0 > p:first-of-type').allInnerTexts();
    const years = kinds.map((kind) => /^\d+/.exec(kind)?.[0]).filter((year) => year !== undefined);
    expect(years.length).toBeGreaterThan(2);
    expect(years).toEqual(years.toSorted());
    await leave();
  });

  test('going back to the second page of a list brings back its rows and its place without a request', async () => {
    const { page, takeGraphRequests, leave } = await site.visit('/search?type=tv-episode');
    const first = await rowsOf(page);
    await page.getByRole('link', { name: 'Next' }).click();
    await expect.poll(() => rowsOf(page)).not.toEqual(first);
    const second = await rowsOf(page);
    // The list is shown from its beginning.
    expect(await page.evaluate<number>('scrollY')).toBeLessThan(300);
    await page.evaluate('scrollTo(0, 400)');
    await expect.poll(() => page.evaluate('scrollY')).toBe(400);
    await page.locator('main li .font-medium a').nth(8).click();
    await expect.poll(() => page.title()).not.toContain('All titles');
    await settled(page);
    takeGraphRequests();
    await page.goBack();
    await expect.poll(() => rowsOf(page)).toEqual(second);
    expect(await page.evaluate('scrollY')).toBe(400);
    expect(takeGraphRequests()).toEqual([]);
    await leave();
  });

  test('a page asks nothing more while the file of the next page is fetched', async () => {
    const { page, leave } = await site.visit('/search?q=orpheum');
    // Also those that are cancelled at once.
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (/\/graphql\?/.test(request.url())) asked.push(/query=query\+(\w+)/.exec(request.url())?.[1]);
    });
    const held = Promise.withResolvers<undefined>();
    await page.route(/title-page/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Midnight at the Orpheum' }).first().click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/title/tt0900001');
    // The page of results is drawn again below the new address.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))');
    held.resolve(undefined);
    await expect.poll(() => page.title()).toBe('Midnight at the Orpheum · marquee');
    expect(asked).toEqual(['TitlePage']);
    await leave();
  });

  test('lists without data of TMDB have none of its filters', async () => {
    for (const path of ['/search', '/genre/drama', '/year/2014']) {
      const { page, takeGraphRequests, leave } = await site.visit(path);
      expect(await page.locator('main').innerText()).not.toMatch(/TMDB|language|countr|keyword/i);
      expect(variablesOf(takeGraphRequests()[0]?.url)).not.toHaveProperty('filter.tmdb');
      await leave();
    }
  });

  test('genres, charts and categories that do not exist have a page that helps, and ask nothing', async () => {
    for (const path of ['/genre/nonsense', '/chart/nonsense', '/career/nonsense', '/year/soon']) {
      const { page, takeGraphRequests, leave } = await site.visit(path);
      expect(await page.locator('h1').innerText()).toMatch(/^There is no such/);
      expect(takeGraphRequests()).toEqual([]);
      await leave();
    }
  });
});
