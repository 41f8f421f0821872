import type { Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { settled } from './visit.ts';

/** The text for which a request wants suggestions; undefined for other requests. */
function prefixOf(request: Request): string | undefined {
  const variables = new URL(request.url()).searchParams.get('variables') ?? '{}';
  return (JSON.parse(variables) as { prefix?: string }).prefix;
}

/** Most steps of Tab that a person takes in these tests. */
const MOST_STEPS = 60;

/** Types, and waits for the suggestions to the whole text. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.locator('[role=listbox][aria-busy=false] [role=option]').first().waitFor();
}

/** Walks by Tab to the link with this text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === text) return;
  }
  throw new Error(`Tab does not come to ${text}`);
}

const optionsOf = (page: Page): Locator => page.getByRole('option');
const selectedOf = (page: Page): Promise<string[]> => page.locator('[role=option][aria-selected=true]').allInnerTexts();

describe.skipIf(!HAS_CHROMIUM)('search box of the web app', () => {
  let site: Site;

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    site = await openSite(folders);
  });

  afterAll(() => site.close());

  test('by keyboard alone one comes from the first page to a title, a person, and a path', async () => {
    const { page, problems, takeGraphRequests, leave } = await site.visit('/');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    await type(page, 'midnight at the orph');
    expect(await optionsOf(page).first().locator('mark').allInnerTexts()).toEqual(['Midnight', 'at', 'the', 'Orph']);
    await page.keyboard.press('ArrowDown');
    expect(await selectedOf(page)).toEqual([expect.stringContaining('Midnight at the Orpheum')]);
    takeGraphRequests();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('Midnight at the Orpheum · marquee');
    expect(new URL(page.url()).pathname).toBe('/title/tt0900001');
    // Screen readers say where one is.
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(takeGraphRequests()).toHaveLength(1);

    await tabTo(page, 'Marguerite Vallon');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('Marguerite Vallon · marquee');
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(takeGraphRequests()).toHaveLength(1);

    await tabTo(page, 'Path to …');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/path');
    await page.locator('main input:focus').waitFor();
    await page.keyboard.type('kenji morikawa');
    await optionsOf(page).filter({ hasText: 'Kenji Morikawa' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('From Marguerite Vallon to Kenji Morikawa · marquee');
    expect(problems).toEqual([]);
    await leave();
  });

  test('suggestions are asked for once typing rests, and those that come late are cancelled', async () => {
    const { page, leave } = await site.visit('/');
    const [asked, cancelled]: [unknown[], unknown[]] = [[], []];
    // Only the last one is answered.
    await page.route(/\/graphql\?/, async (route) => {
      const prefix = prefixOf(route.request());
      asked.push(prefix);
      if (prefix === 'midnight') await route.continue();
    });
    page.on('requestfailed', (request) => cancelled.push(prefixOf(request)));
    await page.keyboard.type('mid', { delay: 5 });
    await expect.poll(() => asked).toEqual(['mid']);
    await page.keyboard.type('n');
    await expect.poll(() => asked).toEqual(['mid', 'midn']);
    await page.keyboard.type('ight');
    await expect.poll(() => optionsOf(page).count()).toBeGreaterThan(0);
    expect(asked).toEqual(['mid', 'midn', 'midnight']);
    await expect.poll(() => cancelled).toEqual(['mid', 'midn']);
    await leave();
  });

  test('arrows walk the suggestions and the text, Escape closes and keeps the text', async () => {
    const { page, leave } = await site.visit('/');
    const box = page.getByRole('combobox');
    await type(page, 'the');
    const options = await optionsOf(page).allInnerTexts();
    await page.keyboard.press('ArrowUp');
    expect(await selectedOf(page)).toEqual(options.slice(-1));
    await page.keyboard.press('ArrowDown');
    expect(await selectedOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await selectedOf(page)).toEqual(options.slice(0, 1));
    expect(await box.getAttribute('aria-activedescendant')).toBe(await optionsOf(page).first().getAttribute('id'));
    await page.keyboard.press('Escape');
    await expect.poll(() => optionsOf(page).count()).toBe(0);
    expect([await box.inputValue(), await box.getAttribute('aria-expanded')]).toEqual(['the', 'false']);
    await leave();
  });

  test('Enter without a suggestion opens the page of results', async () => {
    const { page, leave } = await site.visit('/');
    await page.keyboard.type('orpheum');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/search?q=orpheum');
    await settled(page);
    await leave();
  });

  test('a click on a suggestion opens it', async () => {
    const { page, leave } = await site.visit('/');
    await type(page, 'lighthouse keepers');
    await optionsOf(page).filter({ hasText: 'The Lighthouse Keepers' }).first().click();
    await expect.poll(() => page.title()).toBe('The Lighthouse Keepers · marquee');
    await leave();
  });
});
