import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readExamples } from '../../src/commands/examples.ts';
import { startServer } from '../../src/http/server.ts';
import type { RunningServer } from '../../src/http/server.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

const CHROMIUM = '/usr/bin/chromium';
const present = existsSync(CHROMIUM);

if (!present) {
  const message = 'no Chromium at /usr/bin/chromium: the browser tests are skipped';
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(message);
  console.warn(message);
}

describe.skipIf(!present)('GraphiQL', () => {
  let gateway: TestGateway;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    gateway = await openGateway(folders);
    server = await startServer({ gateway: gateway.handler, host: '127.0.0.1', port: 0 });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    page = await browser.newPage();
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) foreign.push(url);
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${server.url}/graphql`);
  });

  afterAll(async () => {
    await browser.close();
    await server.close(1000);
    await gateway.close();
  });

  test('opens with a tab for each example', async () => {
    const tabs = page.locator('.graphiql-tab-button');
    await tabs.first().waitFor();
    expect(await tabs.count()).toBe(readExamples().length);
  });

  test('runs the example of the tab', async () => {
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('BrowseTitles') ?? false,
    );
    await page.getByRole('button', { name: /execute query/i }).click();
    expect(await (await answered).json()).toMatchObject({ data: { titles: { pageInfo: { hasNextPage: true } } } });
    // The editor draws the lines that fit on the screen.
    await page.locator('.graphiql-response').getByText('titles').first().waitFor();
  });

  test('loads nothing from elsewhere and throws nothing', () => {
    expect(foreign).toEqual([]);
    expect(problems).toEqual([]);
  });
});
