import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { faultsOf } from './faults-of.ts';
import { FILM, PERSON } from './tmdb-site-rows.ts';
import { openTmdbSite } from './tmdb-site.ts';
import type { TmdbSite } from './tmdb-site.ts';
import { settled } from './visit.ts';

const ALONE = 'tmdb:movie:999';

const headingOf = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const rowsOf = (page: Page): Promise<string[]> => page.locator('main li .font-medium').allInnerTexts();
/** Path and query of the page, as the address line shows them. */
const addressOf = (page: Page): string => decodeURIComponent(page.url().replace(/^https?:\/\/[^/]+/, ''));
/** Variables of a request. */
const variablesOf = (url: string | undefined): unknown =>
  JSON.parse(new URL(url ?? '').searchParams.get('variables') ?? '{}');

describe.skipIf(!HAS_CHROMIUM)('what TMDB alone has in the web app', () => {
  let site: TmdbSite;

  beforeAll(async () => {
    site = await openTmdbSite();
  });

  afterAll(() => site.close());

  test('its page has no part of IMDb’s, and no link to IMDb', async () => {
    for (const [path, heading] of [
      [`/title/${ALONE}`, 'Of TMDB alone'],
      ['/person/tmdb:person:402', 'Jadwiga Sama'],
    ] as const) {
      const { page, leave } = await site.visit(path);
      expect(await headingOf(page)).toBe(heading);
      const text = await page.locator('main').innerText();
      for (const part of [
        'Not rated',
        'not rated',
        'Similar titles',
        'Compare',
        'Filmography',
        'Timeline',
        'Degrees',
        'IMDb ↗',
      ])
        expect(text).not.toContain(part);
      expect(await page.locator('main a[href*="imdb.com"]').count()).toBe(0);
      await leave();
    }
  });

  test('a recommended title leads to it, its cast to a person, and back; it survives a reload', async () => {
    const { page, problems, takeGraphRequests, leave } = await site.visit(`/title/${FILM}`);
    const recommended = page.getByRole('region', { name: 'Recommended' });
    expect(await recommended.getByText('TMDB alone has it').count()).toBe(1);
    await recommended.getByRole('link', { name: 'Of TMDB alone' }).focus();
    takeGraphRequests();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('Of TMDB alone · marquee');
    expect(addressOf(page)).toBe(`/films/title/${ALONE}`);
    expect(takeGraphRequests().length).toBe(1);
    await page.reload();
    await settled(page);
    expect(await headingOf(page)).toBe('Of TMDB alone');
    await page.getByRole('region', { name: 'Cast at TMDB' }).getByRole('link', { name: 'Jadwiga Sama' }).click();
    await expect.poll(() => page.title()).toBe('Jadwiga Sama · marquee');
    expect(addressOf(page)).toBe('/films/person/tmdb:person:402');
    await page.goBack();
    await expect.poll(() => headingOf(page)).toBe('Of TMDB alone');
    await page.goBack();
    await expect.poll(() => headingOf(page)).toBe('Midnight at the Orpheum');
    expect(problems).toEqual([]);
    await leave();
  });

  test('somebody in TMDB’s cast whom IMDb has is opened as IMDb’s, and one who was not fetched is no link', async () => {
    const { page, leave } = await site.visit(`/title/${ALONE}`);
    const cast = page.getByRole('region', { name: 'Cast at TMDB' });
    expect(await cast.getByRole('link', { name: 'Marguerite Vallon' }).getAttribute('href')).toBe(
      `/films/person/${PERSON}`,
    );
    await page.goto(`${site.proxy.url}/title/${FILM}`);
    await settled(page);
    expect(await cast.getByText('Person 403', { exact: true }).count()).toBe(1);
    expect(await cast.getByRole('link', { name: 'Person 403' }).count()).toBe(0);
    await page.getByRole('navigation', { name: 'Pages of the cast at TMDB' }).getByRole('link').click();
    await cast.getByText('Person 430', { exact: true }).waitFor();
    expect(await cast.getByRole('listitem').count()).toBe(6);
    await leave();
  });

  test.for([
    [`/title/tmdb:movie:101`, `/films/title/${FILM}`, 'Midnight at the Orpheum'],
    ['/title/tmdb:movie:998', `/films/title/${ALONE}`, 'Of TMDB alone'],
    ['/title/TMDB%3Amovie%3A999', '/films/title/TMDB:movie:999', 'Of TMDB alone'],
    ['/person/tmdb:person:401', `/films/person/${PERSON}`, 'Marguerite Vallon'],
    ['/person/tmdb:person:499', '/films/person/tmdb:person:402', 'Jadwiga Sama'],
  ] as const)('%s is found at %s', async ([path, own, heading]) => {
    const { page, problems, leave } = await site.visit(path);
    await expect.poll(() => addressOf(page)).toBe(own);
    await settled(page);
    expect([await headingOf(page), problems]).toEqual([heading, []]);
    await leave();
  });

  test('what TMDB has not is no page, and an id of the other kind leads there', async () => {
    const { page, leave } = await site.visit('/title/tmdb:movie:12345');
    const text = await page.locator('main').innerText();
    expect(text).toContain('There is no such title');
    expect(text).toContain('TMDB has it no more, or this server has no data of it.');
    await page.goto(`${site.proxy.url}/person/${ALONE}`);
    await page.getByRole('link', { name: `The title ${ALONE}` }).click();
    await expect.poll(() => headingOf(page)).toBe('Of TMDB alone');
    await leave();
  });

  test('it is shown without a network once it was seen', async () => {
    const { page, leave } = await site.visit(`/title/${FILM}`, { keepsItself: true });
    await page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
      new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)))`);
    await page.goto(`${site.proxy.url}/title/${ALONE}`);
    await settled(page);
    site.proxy.isDown = true;
    try {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.clearBrowserCache');
      await page.reload();
      await settled(page);
      expect(await headingOf(page)).toBe('Of TMDB alone');
      expect(await page.getByRole('status').innerText()).toContain('The server cannot be reached');
    } finally {
      site.proxy.isDown = false;
    }
    await leave();
  });

  test.for([
    ['tt0900101', 'At TMDB: season 1, episode 3, broadcast on 3 March 2008. IMDb has it as S1 E1.', false],
    ['tt0900104', 'At TMDB: season 1, episode 4, broadcast on 4 March 2008.', false],
    ['tt0900106', 'At TMDB: season 1, episode 5, broadcast on 5 March 2008. IMDb has it as S1 E6.', true],
  ] as const)('the episode %s has its place at TMDB', async ([id, words, isLikely]) => {
    const { page, problems, takeGraphRequests, leave } = await site.visit(`/title/${id}`);
    expect(takeGraphRequests().length).toBe(1);
    const section = page.getByRole('region', { name: 'TMDB’s order' });
    const [first, ...others] = await section.locator('p').allInnerTexts();
    expect(first).toBe(words);
    expect(others.length).toBe(isLikely ? 1 : 0);
    if (isLikely) expect(others[0]).toMatch(/^It is likely the same episode, with a probability of [5-8]\d%/);
    expect(await section.getByRole('link', { name: /^season 1/ }).getAttribute('href')).toMatch(
      /^https:\/\/www\.themoviedb\.org\/tv\/201\/season\/1\/episode\/\d$/,
    );
    expect(await page.locator('main').innerText()).not.toContain('no overview');
    expect([await faultsOf(page), problems]).toEqual([[], []]);
    await leave();
  });

  test('a season is compared with TMDB’s order by one request, and seasons change without another', async () => {
    const { page, problems, takeGraphRequests, leave } = await site.visit('/title/tt0900100');
    const episodes = page.getByRole('region', { name: 'Episodes' });
    expect(await episodes.locator('ol').innerText()).not.toContain('TMDB');
    takeGraphRequests();
    await episodes.getByRole('link', { name: /Compare with the order of/ }).click();
    await episodes.getByText('5 episodes of 8 under another number.').waitFor();
    const [asked, ...others] = takeGraphRequests();
    expect([variablesOf(asked?.url), others]).toMatchObject([{ withTmdbOrder: true }, []]);
    expect(await episodes.locator('ol a[href*="themoviedb.org"]').allInnerTexts()).toEqual([
      'TMDB S1 E3',
      'TMDB S1 E1',
      'TMDB S1 E2',
      'TMDB S1 E7',
      'TMDB likely S1 E5',
    ]);
    expect(await faultsOf(page)).toEqual([]);
    await episodes.getByRole('list', { name: 'Seasons' }).getByRole('link', { name: 'Season 2' }).click();
    await episodes.getByText('No episode of this season is known at TMDB.').waitFor();
    expect([addressOf(page), takeGraphRequests(), problems]).toEqual([
      '/films/title/tt0900100?numbers=tmdb&season=2',
      [],
      [],
    ]);
    await leave();
  });

  test.for(['/year/2001', '/search?year=2001'])('%s lists what TMDB alone has where one asks for it', async (path) => {
    const { page, problems, seen, takeGraphRequests, leave } = await site.visit(path);
    expect(await rowsOf(page)).not.toContain('Of TMDB alone');
    const source = page.getByRole('list', { name: 'Source' });
    takeGraphRequests();
    await source.getByRole('link', { name: 'Also what TMDB alone has' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('source')).toBe('any');
    await settled(page);
    const asked = takeGraphRequests();
    expect([asked.length, variablesOf(asked[0]?.url)]).toMatchObject([1, { source: 'ANY' }]);
    await page.locator('main label select').selectOption('title-desc');
    await settled(page);
    await source.getByRole('link', { name: 'TMDB alone', exact: true }).click();
    await expect.poll(() => rowsOf(page)).toEqual(['Of TMDB alone', 'A series of TMDB alone']);
    const row = page.locator('main li').filter({ has: page.getByRole('link', { name: 'Of TMDB alone', exact: true }) });
    expect(await row.textContent()).toContain('TMDB alone has it');
    expect(await row.textContent()).not.toContain('not rated');
    expect(await row.getByTitle('TMDB alone has it').count()).toBe(1);
    expect(await page.getByText('2001 · TV series').count()).toBe(1);
    expect([await faultsOf(page), problems]).toEqual([[], []]);
    expect((await seen()).shift).toBeLessThanOrEqual(0.05);
    await source.getByRole('link', { name: 'What IMDb has' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('source')).toBe(null);
    await leave();
  });

  test('a search finds what TMDB alone has, and TMDB’s other titles, where one asks for it, and keeps it', async () => {
    const { page, problems, takeGraphRequests, leave } = await site.visit('/search?q=sama');
    expect(await rowsOf(page)).not.toContain('Jadwiga Sama');
    takeGraphRequests();
    await page.getByRole('list', { name: 'Source' }).getByRole('link', { name: 'Also what TMDB alone has' }).click();
    await expect.poll(() => rowsOf(page)).toContain('Jadwiga Sama');
    const asked = takeGraphRequests();
    expect([asked.length, variablesOf(asked[0]?.url)]).toMatchObject([1, { source: 'ANY', byRelevance: true }]);
    const row = page.locator('main li').filter({ has: page.getByRole('link', { name: 'Jadwiga Sama' }) });
    expect(await row.textContent()).toContain('TMDB alone has it');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('list', { name: 'What to search for' }).getByRole('link', { name: 'People' }).click();
    await expect.poll(() => addressOf(page)).toBe('/films/search?q=sama&source=any&kind=people');
    await page.goto(`${site.proxy.url}/search?q=nocturne+orphique&source=any`);
    await settled(page);
    const [first] = await page
      .locator('main li')
      .filter({ has: page.locator('.font-medium') })
      .allInnerTexts();
    expect(first).toContain('Midnight at the Orpheum');
    expect(first).toContain('also called, at TMDB, Nocturne orphique (France)');
    expect(problems).toEqual([]);
    await leave();
  });

  test('the search box keeps the source of the page, by script and as a form', async () => {
    const { page, problems, leave } = await site.visit('/year/2001?source=tmdb');
    const box = page.getByRole('banner').getByRole('combobox');
    expect(await page.locator('header input[name=source]').inputValue()).toBe('tmdb');
    await box.fill('sama');
    await box.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/films/search?q=sama&source=tmdb');
    await expect.poll(() => rowsOf(page)).toEqual(['Jadwiga Sama']);
    await page.goto(`${site.proxy.url}/search?q=sama&source=imdb`);
    await settled(page);
    expect(await page.locator('header input[name=source]').count()).toBe(0);
    await box.fill('orpheum');
    await box.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/films/search?q=orpheum');
    expect(problems).toEqual([]);
    await leave();
  });

  test('a search that finds nothing leads to what TMDB alone has', async () => {
    const { page, problems, leave } = await site.visit('/search?q=tylko+tmdb');
    await page.getByText('An id of IMDb, such as tt0111161').waitFor();
    await page.getByText('an id of TMDB, such as tmdb:movie:603').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'search also what TMDB alone has' }).click();
    await expect.poll(() => rowsOf(page)).toEqual(['Of TMDB alone']);
    expect(addressOf(page)).toBe('/films/search?q=tylko+tmdb&source=any');
    await page.goto(`${site.proxy.url}/search?q=xyzzyx&source=any`);
    await page.getByText('an id of TMDB, such as tmdb:movie:603').waitFor();
    expect(await page.getByRole('link', { name: 'search also what TMDB alone has' }).count()).toBe(0);
    expect(problems).toEqual([]);
    await leave();
  });

  test.for([
    ['tmdb:movie:999', '/title/tmdb:movie:999'],
    ['TMDB:Person:402', '/person/tmdb:person:402'],
    ['https://www.themoviedb.org/movie/999-of-tmdb-alone?language=de', '/title/tmdb:movie:999'],
    ['themoviedb.org/pl/tv/888', '/title/tmdb:tv:888'],
  ] as const)('%s, searched for among what IMDb has, leads to its page', async ([text, own]) => {
    const { page, leave } = await site.visit(`/search?q=${encodeURIComponent(text)}`);
    await page.getByRole('link', { name: own.split('/').join(' ').trim() }).click();
    await expect.poll(() => addressOf(page)).toBe(`/films${own}`);
    await page.getByText(/alone has (it|this person):/).waitFor();
    await leave();
  });

  test('its card has the word of lists for a series, and parts of 0 episodes have no number', async () => {
    const { page, leave } = await site.visit('/title/tmdb:tv:888');
    expect(await headingOf(page)).toBe('A series of TMDB alone');
    expect(await page.locator('article').innerText()).toContain('2001 · TV series');
    expect(await page.getByRole('region', { name: 'Cast at TMDB' }).getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^MV\s+Marguerite Vallon\s+Mother$/),
      expect.stringMatching(/^JS\s+Jadwiga Sama\s+Daughter · 3 episodes$/),
    ]);
    await leave();
  });

  test('on a phone words that belong together stay on one line', async () => {
    const { page, leave } = await site.visit('/title/tt0900100?numbers=tmdb', {
      viewport: { width: 390, height: 844 },
    });
    const episodes = page.getByRole('region', { name: 'Episodes' });
    const words = [
      episodes.getByText('5 episodes of 8 under another number.'),
      ...(await page.getByText('not rated', { exact: true }).all()),
    ];
    expect(words.length).toBeGreaterThan(1);
    for (const one of words) expect(await one.evaluate((node: Element) => node.getClientRects().length)).toBe(1);
    for (const one of words) expect((await one.boundingBox())?.height).toBeLessThan(30);
    await leave();
  });

  test('a country of a title of TMDB’s lists titles of both', async () => {
    const { page, leave } = await site.visit(`/title/${ALONE}`);
    await page.getByRole('link', { name: 'Poland' }).click();
    await expect.poll(() => rowsOf(page)).toEqual(['Of TMDB alone']);
    expect(addressOf(page)).toBe('/films/search?country=PL&source=any');
    await leave();
  });
});
