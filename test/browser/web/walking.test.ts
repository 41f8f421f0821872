import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { pathOf } from './visit.ts';

const SCROLL = 'Math.round(scrollY)';

describe.skipIf(!HAS_CHROMIUM)('ways through the web app', () => {
  let site: Site;

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    site = await openSite(folders, { prefix: '/films' });
  });

  afterAll(() => site.close());

  test('back and forward bring content and place back, without a request', async () => {
    const { page, problems, leave } = await site.visit(pathOf('movie'));
    const heading = page.getByRole('heading', { level: 1 });
    const name = await heading.innerText();
    await page.evaluate('scrollTo(0, 600)');
    await expect.poll(() => page.evaluate(SCROLL)).toBe(600);
    const other = page
      .getByRole('region', { name: 'Similar titles' })
      .getByRole('link', { name: /^[^%]+$/ })
      .first();
    const otherName = await other.innerText();
    await other.click();
    await expect.poll(() => heading.innerText()).toBe(otherName);
    await expect.poll(() => page.evaluate(SCROLL)).toBe(0);
    // Both pages have asked: the name of the second one is known before its answer comes.
    const before: string[] = [];
    await expect
      .poll(() => {
        before.push(...site.proxy.takeRequests().map(({ url }) => url));
        return before.filter((url) => url.startsWith('/graphql')).length;
      })
      .toBe(2);
    await expect.poll(() => page.getByRole('main').getAttribute('aria-busy')).not.toBe('true');

    await page.goBack();
    await expect.poll(() => heading.innerText()).toBe(name);
    await expect.poll(() => page.evaluate(SCROLL)).toBe(600);
    expect(await page.title()).toBe(`${name} · marquee`);
    await page.goForward();
    await expect.poll(() => heading.innerText()).toBe(otherName);
    await expect.poll(() => page.title()).toBe(`${otherName} · marquee`);
    const asked = site.proxy.takeRequests().filter(({ url }) => url.startsWith('/graphql'));
    expect([asked, problems]).toEqual([[], []]);
    await leave();
  });

  test('the way to the content by keyboard leaves the address as it is', async () => {
    const { page, leave } = await site.visit(`${pathOf('movie')}?castAfter=`);
    const address = page.url();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(page.url()).toBe(address);
    await leave();
  });

  test.for([
    ['/title/tt0000000', 'There is no such title', 200],
    ['/person/nm0000000', 'There is no such person', 200],
    ['/genre/nonsense', 'There is no such genre', 200],
    ['/chart/nonsense', 'There is no such chart', 200],
    ['/year/nonsense', 'There is no such year', 200],
    ['/nowhere/at-all', 'There is no such page', 404],
    ['/title/tt0900001/cast', 'There is no such page', 404],
  ] as const)('%s says what is not there, and where to look', async ([path, heading, status]) => {
    const { page, problems, foreign, leave } = await site.visit(path);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
    expect(await page.title()).toBe('Not found · marquee');
    expect(site.proxy.takeRequests().find(({ url }) => url === path)?.status).toBe(status);
    const home = page.locator('main').getByRole('link', { name: 'Home' });
    await home.click();
    await expect.poll(() => page.title()).toBe('Films, series, people · marquee');
    // The browser itself says that the address of the page has answered 404.
    expect(problems.filter((line) => !/status of 404/.test(line))).toEqual([]);
    expect(foreign).toEqual([]);
    await leave();
  });

  test.for(['/title/%E0%A4%A', '/title/tt0111161x', '/search?after=nonsense', '/path?from=x&to=y'])(
    '%s is an address that does not fit',
    async (path) => {
      const { page, leave } = await site.visit(path);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This address does not fit');
      expect(await page.title()).toBe('This address does not fit · marquee');
      await page.locator('main').getByRole('link', { name: 'Home' }).click();
      await expect.poll(() => page.title()).toBe('Films, series, people · marquee');
      await leave();
    },
  );

  test('a part of the app that is gone is one of an earlier release: the page is loaded anew', async () => {
    const { page, leave } = await site.visit('/');
    let times = 0;
    await page.route(/\/assets\/title-page-/, (route) =>
      times++ === 0 ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.locator('main').getByRole('link', { name: 'Midnight at the Orpheum' }).first().click();
    await expect.poll(() => page.title()).toMatch(/^(?!Films).* · marquee$/);
    expect(times).toBe(2);
    await leave();
  });

  test('without JavaScript a page says where the graph is', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.proxy.url + pathOf('movie'));
    expect(await page.locator('body').innerText()).toContain('This page needs JavaScript');
    await context.close();
  });
});
