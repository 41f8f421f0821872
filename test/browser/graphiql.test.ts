import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readExamples } from '../../src/service/examples.ts';
import { startServer } from '../../src/http/server.ts';
import type { RunningServer } from '../../src/http/server.ts';
import { HAS_CHROMIUM, launchChromium } from '../support/chromium.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { openPrefixProxy } from '../support/prefix-proxy.ts';
import type { PrefixProxy } from '../support/prefix-proxy.ts';

async function execute(page: Page, holds: string): Promise<unknown> {
  const answered = page.waitForResponse((response) => response.request().postData()?.includes(holds) ?? false);
  await page.getByRole('button', { name: /execute query/i }).click();
  return (await answered).json();
}

/** The text of an editor, which draws spaces of its own kind. */
async function textOf(page: Page, editor: string): Promise<string> {
  return (await page.locator(`${editor} .view-lines`).innerText()).replaceAll('\u00a0', ' ');
}

/** How many of the editor's workers have been asked for: it begins each one again when it has rested. */
function workersIn(asked: readonly string[]): number {
  return new Set(asked.filter((path) => path.includes('-worker-'))).size;
}

const VARIABLES = '.graphiql-editor-tool .graphiql-editor:not(.hidden)';

describe.skipIf(!HAS_CHROMIUM)('GraphiQL', () => {
  let gateway: TestGateway;
  let server: RunningServer;
  let proxy: PrefixProxy;
  let browser: Browser;
  /** Method, target and status of what the server answered. */
  const served: string[] = [];

  beforeAll(async () => {
    const { folders } = await demoBuild(0.001);
    gateway = await openGateway(folders);
    server = await startServer({
      gateway: (exchange) => {
        const { request: incoming, response } = exchange;
        response.once('close', () => served.push(`${incoming.method} ${incoming.url} ${response.statusCode}`));
        return gateway.handler(exchange);
      },
      host: '127.0.0.1',
      port: 0,
    });
    proxy = await openPrefixProxy(server.url, { prefix: '/imdb' });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    proxy.close();
    await server.close(1000);
    await gateway.close();
  });

  /** A person who has never been here, and what went wrong for them. */
  async function visit(url: string) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const base = new URL(url).origin;
    const requested: string[] = [];
    const problems: string[] = [];
    context.on('request', (sent) => requested.push(sent.url()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' || /Content Security Policy/.test(line.text())) problems.push(line.text());
    });
    await page.goto(url);
    await page.locator('.graphiql-tab-button').first().waitFor();
    return {
      page,
      problems,
      paths: () => requested.filter((sent) => sent.startsWith(base)).map((sent) => new URL(sent).pathname),
      foreign: () => requested.filter((sent) => !sent.startsWith(base) && !/^(data|blob):/.test(sent)),
      leave: () => context.close(),
    };
  }

  test('opens with a tab for each example, runs one, and loads everything from here', async () => {
    const { page, problems, foreign, paths, leave } = await visit(`${server.url}/`);
    expect(page.url()).toMatch(/\/graphql(\?|$)/);
    expect(await page.locator('.graphiql-tab-button').count()).toBe(readExamples().length);
    expect(await execute(page, 'BrowseTitles')).toMatchObject({
      data: { titles: { pageInfo: { hasNextPage: true } } },
    });
    // The editor draws the lines that fit on the screen.
    await page.locator('.graphiql-response').getByText('titles').first().waitFor();
    await expect.poll(() => workersIn(paths())).toBe(3);
    expect(foreign()).toEqual([]);
    expect(problems).toEqual([]);
    await leave();
  });

  test('completes fields, which its workers do, without a blob or inline script', async () => {
    const { page, problems, leave } = await visit(`${server.url}/graphql?query=${encodeURIComponent('{ rand }')}`);
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('Home');
    for (let time = 0; time < 6; time += 1) await page.keyboard.press('ArrowRight');
    await expect
      .poll(
        async () => {
          await page.keyboard.press('Control+Space');
          return page.getByText('randomTitles').count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await leave();
  });

  test('a link fills in the document and its variables, and the address stays a link', async () => {
    const query = 'query Mine($id: ID!) { title(id: $id) { id primaryTitle } }';
    const search = new URLSearchParams({ query, variables: '{"id":"tt0900001"}', operationName: 'Mine' }).toString();
    const { page, problems, leave } = await visit(`${server.url}/graphql?${search}`);
    await expect.poll(() => textOf(page, '.graphiql-query-editor')).toContain('query Mine');
    await expect.poll(() => textOf(page, VARIABLES)).toContain('"id": "tt0900001"');
    expect(await page.locator('.graphiql-tab-button').count()).toBe(1 + readExamples().length);
    expect(await execute(page, 'Mine')).toMatchObject({ data: { title: { id: 'tt0900001' } } });
    await page.locator(`${VARIABLES} .view-line`).nth(1).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await expect.poll(() => new URL(page.url()).searchParams.get('variables')).toContain('"tt0900001" ');
    expect(new URL(page.url()).searchParams.get('query')).toBe(query);
    expect(problems).toEqual([]);
    await leave();
  });

  test('has a field for the token, which it sends and keeps for the tab alone', async () => {
    const query = encodeURIComponent('{ dataset { version } }');
    const { page, problems, leave } = await visit(`${server.url}/graphql?query=${query}`);
    const sent: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('version') === true) sent.push(request.headers()['authorization']);
    });
    await execute(page, 'version');
    expect(sent.splice(0)).toEqual([undefined]);
    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await expect.poll(() => textOf(page, VARIABLES)).toContain('"authorization": "Bearer "');
    await page.locator(`${VARIABLES} .view-line`).nth(1).click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('mq_mine');
    await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('mq_mine');
    await execute(page, 'version');
    expect(sent.splice(0)).toEqual(['Bearer mq_mine']);
    await page.reload();
    await page.locator('.graphiql-tab-button').first().waitFor();
    await execute(page, 'version');
    expect(sent).toEqual(['Bearer mq_mine']);
    // What a browser keeps for longer than the tab.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('mq_mine');
    expect(page.url()).not.toContain('mq_mine');
    expect(problems).toEqual([]);
    await leave();
  });

  test('works behind a proxy that takes a prefix off', async () => {
    const { page, problems, foreign, paths, leave } = await visit(`${proxy.url}/`);
    expect(new URL(page.url()).pathname).toBe('/imdb/graphql');
    expect(await execute(page, 'BrowseTitles')).toMatchObject({
      data: { titles: { pageInfo: { hasNextPage: true } } },
    });
    await expect.poll(() => workersIn(paths())).toBe(3);
    expect(paths().filter((path) => !path.startsWith('/imdb/'))).toEqual([]);
    expect([foreign(), problems]).toEqual([[], []]);
    await page.goto(`${proxy.url}/graphql/?query=${encodeURIComponent('{ dataset { version } }')}`);
    await page.locator('.graphiql-tab-button').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/imdb/graphql');
    expect(await execute(page, 'version')).toMatchObject({ data: { dataset: { version: 1 } } });
    await leave();
  });

  test('a second visit asks for the page, and for no asset', async () => {
    served.length = 0;
    const { page, leave } = await visit(`${server.url}/graphql`);
    await expect.poll(() => workersIn(served)).toBe(3);
    served.length = 0;
    await page.goto(`${server.url}/graphql`);
    await page.locator('.graphiql-tab-button').first().waitFor();
    await expect.poll(() => served.some((line) => line.startsWith('POST'))).toBe(true);
    expect(served.filter((line) => line.startsWith('GET'))).toEqual(['GET /graphql 200']);
    await leave();
  });
});
