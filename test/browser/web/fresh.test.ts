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

  const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

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
});
