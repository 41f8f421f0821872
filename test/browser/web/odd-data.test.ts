import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { CAST, HTML_NAME, ODD_TITLE, oddBuild, promote } from './odd-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

describe.skipIf(!HAS_CHROMIUM)('odd data in the web app', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite(await oddBuild());
  });

  afterAll(() => site.close());

  test.for(['/', `/title/${ODD_TITLE}`])('names that look like HTML are text at %s', async (path) => {
    const { page, problems, foreign, seen, leave } = await site.visit(path);
    expect(await page.locator('main').innerText()).toContain(HTML_NAME);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('main b').count()).toBe(0);
    expect(await page.title()).toMatch(/ · marquee$/);
    expect([problems, foreign, (await seen()).refused]).toEqual([[], [], []]);
    await leave();
  });

  test('suggestions whose names look like HTML are text', async () => {
    const { page, problems, leave } = await site.visit('/');
    await page.keyboard.type('img');
    await expect
      .poll(() => page.getByRole('option').allInnerTexts())
      .toContainEqual(expect.stringContaining(HTML_NAME));
    expect([await page.locator('img').count(), problems]).toEqual([0, []]);
    await leave();
  });

  test('a page of a list is in the address: a reload, a link and the way back show it', async () => {
    const { page, leave } = await site.visit(`/title/${ODD_TITLE}`);
    const cast = page.getByRole('region', { name: 'Cast' });
    const names = (): Promise<string[]> => cast.getByRole('link', { name: /^(Actor|<img)/ }).allInnerTexts();
    const first = await names();
    await cast.getByRole('link', { name: 'Next' }).click();
    await expect.poll(names).not.toEqual(first);
    await cast.getByRole('link', { name: 'Next' }).click();
    await expect.poll(names).toContain(`Actor ${CAST}`);
    const last = await names();
    await page.evaluate('scrollTo(0, 150)');
    await page.reload();
    await settled(page);
    expect(await names()).toEqual(last);
    const { page: other, leave: leaveOther } = await site.visit(page.url().slice(site.proxy.url.length));
    expect(
      await other
        .getByRole('region', { name: 'Cast' })
        .getByRole('link', { name: /^Actor/ })
        .allInnerTexts(),
    ).toEqual(last);
    await leaveOther();
    await page.goBack();
    await page.goBack();
    await expect.poll(names).toEqual(first);
    await leave();
  });
});

describe.skipIf(!HAS_CHROMIUM)('the web app without a dataset', () => {
  test('says so, and shows the page by itself once there is one', async () => {
    const folders = foldersIn(newFolder('none'));
    const site = await openSite(folders);
    const { page, leave } = await site.visit(`/title/${ODD_TITLE}`);
    expect(await page.getByRole('alert').innerText()).toContain('The data is not there yet');
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(1);
    await promote(folders);
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBe(`${HTML_NAME} · marquee`);
    expect(await page.getByRole('alert').count()).toBe(0);
    await leave();
    await site.close();
  });
});
