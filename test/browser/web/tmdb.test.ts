import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { TMDB_ATTRIBUTION } from '../../../src/dataset/sources/tmdb-terms.ts';
import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { faultsOf } from './faults-of.ts';
import { COMMA, FILM, HTML_TEXT, PERSON } from './tmdb-site-rows.ts';
import { openTmdbSite } from './tmdb-site.ts';
import type { TmdbSite } from './tmdb-site.ts';
import { settled } from './visit.ts';

const MOST_ADDRESS = 8192;
const MOST_SHIFT = 0.05;
const PHONE = { width: 390, height: 844 };

/** Variables of a request. */
const variablesOf = (url: string | undefined): unknown =>
  JSON.parse(new URL(url ?? '').searchParams.get('variables') ?? '{}');

const LOGO = 'img[src*="tmdb-logo"]';

/** Pictures that have come, those of titles and people by default: what stands for each, and whether it is there. */
const picturesOf = (page: Page, which = 'main img[srcset]'): Promise<{ alt: string; isThere: boolean }[]> =>
  page.evaluate(`[...document.querySelectorAll('${which}')].map(({ alt, complete, naturalWidth }) =>
    ({ alt, isThere: complete && naturalWidth > 0 }))`);

const WITH_DATA = [
  {
    path: `/title/${FILM}`,
    picture: 'Poster of Midnight at the Orpheum',
    holds: [
      HTML_TEXT,
      'The last reel is never shown.',
      'Released',
      '14 October 1994',
      'French',
      'France, Soviet Union',
      'paris, france',
      'The Orpheum Collection',
      'Recommended',
      'The Lighthouse Keepers',
      'Of TMDB alone',
      'Cast at TMDB',
      'Jadwiga Sama',
      '30 parts',
    ],
  },
  {
    path: '/title/tmdb:movie:999',
    picture: 'Poster of Of TMDB alone',
    holds: [
      'TMDB alone has it',
      'Tylko w TMDB',
      'Nobody else has heard of it.',
      'Movie · 1h 31m · Science Fiction',
      '7.3 / 10',
      '12 votes at TMDB',
      'Polish, German',
      'US$1,500,000',
      'Cast at TMDB',
      'Marguerite Vallon',
      'Crew at TMDB',
      'Director',
      'Midnight at the Orpheum',
      'The Lonely Collection',
      'Alternative titles',
      'Seul',
      'France, working title',
    ],
  },
  {
    path: '/person/tmdb:person:402',
    picture: 'Photo of Jadwiga Sama',
    holds: ['TMDB alone has this person', 'born 1970 · Acting', 'Known to few.', '6 May 1970'],
  },
  {
    path: `/person/${PERSON}`,
    picture: 'Photo of Marguerite Vallon',
    holds: [
      'Born by the sea.',
      '9 March 1926',
      '30 November 2004',
      'Marseille, France',
      'M. Vallon',
      '1 more paragraph',
    ],
  },
] as const;

describe.skipIf(!HAS_CHROMIUM)('data of TMDB in the web app', () => {
  let site: TmdbSite;

  beforeAll(async () => {
    site = await openTmdbSite();
    site.proxy.graphDelayMs = 100;
  });

  afterAll(() => site.close());

  test.for(WITH_DATA)(
    '$path has it by one request, with its notice, and no fault',
    async ({ path, picture, holds }) => {
      const { page, problems, foreign, seen, takeGraphRequests, leave } = await site.visit(path);
      const text = await page.locator('main').innerText();
      for (const held of [...holds, 'TMDB', TMDB_ATTRIBUTION]) expect(text).toContain(held);
      expect(await page.getByText(TMDB_ATTRIBUTION).count()).toBe(1);
      const asked = takeGraphRequests();
      expect(asked).toMatchObject([{ method: 'GET', status: 200, cacheControl: 'public, max-age=60' }]);
      expect(asked[0]?.url.length).toBeLessThan(MOST_ADDRESS);

      await expect.poll(() => picturesOf(page)).toContainEqual({ alt: picture, isThere: true });
      expect(
        await page.getByRole('img', { name: picture }).evaluate((img: Element) => img.getAttributeNames()),
      ).toEqual(expect.arrayContaining(['width', 'height', 'srcset', 'sizes', 'loading']));
      expect(foreign.filter((url) => !url.startsWith(`${site.pictures}/t/p/`))).toEqual([]);
      expect(foreign.length).toBeGreaterThan(0);

      expect(await faultsOf(page)).toEqual([]);
      expect((await seen()).shift).toBeLessThanOrEqual(MOST_SHIFT);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      await page.reload();
      await settled(page);
      await expect.poll(() => picturesOf(page)).toContainEqual({ alt: picture, isThere: true });
      expect(await faultsOf(page, ['color-contrast', 'target-size'])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      const onPhone = await seen();
      expect(onPhone.shift).toBeLessThanOrEqual(MOST_SHIFT);
      expect([onPhone.refused, problems]).toEqual([[], []]);
      await leave();
    },
  );

  test('a picture that does not load leaves the one that is drawn, and nothing moves', async () => {
    const { page, seen, leave } = await site.visit('/');
    await page.route(`${site.pictures}/**`, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${site.proxy.url}/title/${FILM}`);
    await settled(page);
    const drawn = page.locator('article svg').first();
    const place = await drawn.boundingBox();
    // Browsers ask for a picture when it is near the window.
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await expect.poll(() => picturesOf(page)).toEqual([]);
    await page.evaluate('scrollTo(0, 0)');
    expect(await drawn.boundingBox()).toEqual(place);
    expect(place?.width).toBeGreaterThan(100);
    expect((await seen()).shift).toBeLessThanOrEqual(MOST_SHIFT);
    await leave();
  });

  test('a title without data of TMDB has nothing of it and of its host', async () => {
    const { page, foreign, problems, leave } = await site.visit('/title/tt0900110');
    expect(await page.title()).not.toContain('Not found');
    expect(await page.getByRole('region', { name: 'Cast', exact: true }).count()).toBe(1);
    const text = await page.locator('main').innerText();
    expect(text).not.toContain('TMDB');
    expect(text).not.toContain('Overview');
    expect([await picturesOf(page), foreign, problems]).toEqual([[], [], []]);
    await leave();
  });

  test('a title that TMDB has no poster of keeps its cover', async () => {
    const { page, foreign, problems, leave } = await site.visit('/title/tt0900100');
    expect(await page.locator('main').innerText()).toContain(TMDB_ATTRIBUTION);
    expect(await page.locator('article svg').first().isVisible()).toBe(true);
    expect([await page.locator('article img').count(), foreign, problems]).toEqual([0, [], []]);
    await leave();
  });

  test('a recommended title is opened by keyboard, and shows its own picture or cover', async () => {
    const { page, problems, leave } = await site.visit(`/title/${FILM}`);
    const link = page
      .getByRole('region', { name: 'Recommended' })
      .getByRole('link', { name: 'The Lighthouse Keepers' });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('The Lighthouse Keepers · marquee');
    await settled(page);
    expect(await page.locator('article img').count()).toBe(0);
    expect(problems).toEqual([]);
    await leave();
  });

  test.for([
    [COMMA, 'paris%2C france'],
    ['50% off', '50%25 off'],
  ] as const)('the keyword %s filters the list by the address, and is taken out again', async ([word, part]) => {
    const { page, problems, takeGraphRequests, leave } = await site.visit('/search');
    await expect(page.getByText(TMDB_ATTRIBUTION).count()).resolves.toBe(1);
    takeGraphRequests();
    await page.getByRole('region', { name: 'Keyword' }).getByRole('link', { name: word }).click();
    const chip = page.getByRole('link', { name: `Without the filter Keyword: ${word}` });
    await chip.waitFor();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('keyword')).toBe(part);
    const asked = takeGraphRequests();
    expect(asked.length).toBe(1);
    expect(variablesOf(asked[0]?.url)).toMatchObject({ filter: { tmdb: { keyword: { any: [word] } } } });
    expect(await page.locator('main li .font-medium').allInnerTexts()).toEqual(['Midnight at the Orpheum']);
    expect(await faultsOf(page)).toEqual([]);
    await chip.click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
    await leave();
  });

  test.for(['/genre/drama', '/year/1994'])('%s filters by language and country, and keeps them', async (path) => {
    const { page, problems, seen, takeGraphRequests, leave } = await site.visit(path);
    expect((await seen()).shift).toBeLessThanOrEqual(MOST_SHIFT);
    await page.getByText('Languages, countries and keywords').click();
    await page.getByRole('list', { name: 'Original language' }).getByRole('link', { name: 'French' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?language=fr');
    await settled(page);
    takeGraphRequests();
    await page.getByRole('list', { name: 'Country' }).getByRole('link', { name: 'Soviet Union' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?language=fr&country=SU');
    await settled(page);
    const asked = takeGraphRequests();
    expect(asked.length).toBe(1);
    expect(variablesOf(asked[0]?.url)).toMatchObject({
      filter: { tmdb: { originalLanguage: { any: ['fr'] }, country: { any: ['SU'] } } },
    });
    expect(await page.locator('main li .font-medium').allInnerTexts()).toEqual(['Midnight at the Orpheum']);
    expect(await page.getByRole('link', { name: 'More filters' }).getAttribute('href')).toContain(
      'language=fr&country=SU',
    );
    expect(await faultsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await leave();
  });

  test('a country of a title leads to the titles that have it', async () => {
    const { page, leave } = await site.visit(`/title/${FILM}`);
    await page.getByRole('link', { name: 'Soviet Union' }).click();
    await page.getByRole('link', { name: 'Without the filter Country: Soviet Union' }).waitFor();
    await settled(page);
    expect(await page.locator('main li .font-medium').allInnerTexts()).toEqual(['Midnight at the Orpheum']);
    await leave();
  });

  test('the page of the data says what is TMDB’s and its terms', async () => {
    const { page, problems, leave } = await site.visit('/dataset');
    const section = page.getByRole('region', { name: 'Data of TMDB' });
    const text = await section.innerText();
    for (const held of [TMDB_ATTRIBUTION, 'TMDB', '5 (3 of IMDb’s titles)', '2 (1 of IMDb’s)'])
      expect(text).toContain(held);
    const tables = await page.getByRole('region', { name: 'Tables' }).innerText();
    expect(tables).toContain('tmdb_titles');
    for (const empty of ['tmdb_feature_counts', 'tmdb_similar_titles']) expect(tables).not.toContain(empty);
    expect(await faultsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
    await leave();
  });
});

describe.skipIf(!HAS_CHROMIUM)('data of TMDB where the content policy has no host of pictures', () => {
  let site: TmdbSite;

  beforeAll(async () => {
    site = await openTmdbSite({ allowsPictures: false });
  });

  afterAll(() => site.close());

  test('no picture is asked for, and the drawn ones stay', async () => {
    const { page, seen, leave } = await site.visit(`/title/${FILM}`);
    await expect.poll(() => picturesOf(page)).toEqual([]);
    const { refused } = await seen();
    expect(new Set(refused)).toEqual(new Set(['img-src']));
    expect([...site.reached.keys()]).toEqual([]);
    expect(await page.locator('main').innerText()).toContain(HTML_TEXT);
    // TMDB's logo is the app's own file.
    await expect.poll(() => picturesOf(page, LOGO)).toEqual([{ alt: 'TMDB', isThere: true }]);
    await leave();
  });
});
