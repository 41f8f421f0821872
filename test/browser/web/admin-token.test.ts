import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

import { HAS_CHROMIUM } from '../../support/chromium.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { ingestInto } from '../../support/ingest.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { faultsOf } from './faults-of.ts';
import { BOSS_TOKEN, openOffice, READ_TOKEN } from './open-office.ts';
import type { Office } from './open-office.ts';
import { useToken } from './use-token.ts';
import { settled } from './visit.ts';

const SLOW = { timeout: 180_000 };
const PHONE = { width: 390, height: 844 };
/** What Chromium writes for an answer with an error, whoever reads it. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4(?:01|03|29)/;

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const tokenField = (page: Page) => page.getByLabel('Token', { exact: true });
/** Which answers the service worker keeps, and whether the tab, or anything that outlives it, has a text. */
const kept = (page: Page, text: string): Promise<{ answers: string[]; isInTab: boolean; isInOrigin: boolean }> =>
  page.evaluate(`(async () => {
    const [texts, answers] = [[JSON.stringify({ ...localStorage }), document.cookie], []];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        if (/[/]graphql/.test(request.url)) answers.push(request.url);
        texts.push(request.url, ...[...request.headers].flat(), await (await caches.match(request)).text());
      }
    const has = (texts) => texts.some((one) => one.includes(${JSON.stringify(text)}));
    return { answers, isInTab: has([JSON.stringify({ ...sessionStorage })]), isInOrigin: has(texts) };
  })()`);

describe.skipIf(!HAS_CHROMIUM)('a token in the web app', () => {
  let from: string;

  beforeAll(async () => {
    from = await writeSources(newFolder('files'));
  });

  /** A server with one build. */
  async function open(settings: Record<string, string> = {}): Promise<Office> {
    const folder = newFolder('data');
    await ingestInto(foldersIn(folder), { from });
    return openOffice({ IMDB_BASE_URL: `file://${from}`, ...settings }, folder);
  }

  test('the admin page asks for one before anything else, and says what is wrong with others', SLOW, async () => {
    const { visit } = await open();
    const { page, problems } = await visit('/admin');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    expect([await heading(page), await page.title()]).toEqual(['Administration', 'Administration · marquee']);
    expect(await page.locator('main').innerText()).toContain('npx marquee token');
    expect(await tokenField(page).getAttribute('type')).toBe('password');
    expect(asked).toEqual([]);

    await useToken(page, 'mq_wrong');
    expect(await heading(page)).toBe('A token is needed');
    expect(await page.getByRole('alert').innerText()).toContain('The token is not accepted: it is misspelt');
    // One that is not accepted is not sent again.
    expect(await kept(page, 'mq_wrong')).toMatchObject({ isInTab: false });
    expect(asked).toHaveLength(1);

    await useToken(page, READ_TOKEN);
    expect(await heading(page)).toBe('This token may not do that');
    expect(await page.getByRole('alert').innerText()).toContain(
      'needs the role ADMIN, and this token has the role READER',
    );

    for (let tries = 1; tries < 10; tries += 1) {
      const answered = page.waitForResponse(/\/graphql$/);
      await useToken(page, `mq_wrong-${tries}`);
      await (await answered).finished();
    }
    await useToken(page, BOSS_TOKEN);
    await expect.poll(() => heading(page)).toBe('Too many requests');
    expect(await page.getByRole('alert').innerText()).toMatch(
      /Too many wrong tokens came from this address: try again in \d+ s/,
    );
    expect(await page.getByRole('button', { name: 'Forget the token' }).count()).toBeGreaterThan(0);
    expect(problems.filter((one) => !REFUSED.test(one))).toEqual([]);
  });

  test('an administrator’s is in headers of POST requests and the tab alone, until it is forgotten', SLOW, async () => {
    const { enter } = await open();
    const { page, problems, foreign } = await enter({ keepsItself: true });
    await page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
      new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve)))`);
    const asked: { url: string; method: string; authorization: string | undefined }[] = [];
    page.on('request', (request) => {
      const { authorization } = request.headers();
      asked.push({ url: request.url(), method: request.method(), authorization });
    });
    // Kept for the tab: a reload shows the page again.
    await page.reload();
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    await page.getByRole('button', { name: /^Verify/ }).click();
    await page.getByText('Every file is as its manifest says.').waitFor();
    const ofGraph = asked.filter(({ url }) => url.includes('/graphql'));
    expect(ofGraph.length).toBeGreaterThan(2);
    expect(
      new Set(ofGraph.map(({ url, method }) => `${method} ${new URL(url).pathname}${new URL(url).search}`)),
    ).toEqual(new Set(['POST /graphql']));
    // A page of the app then, with the token in its header, and kept by nobody.
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    await expect.poll(() => page.title()).toBe('The data · marquee');
    expect(asked.filter(({ url }) => url.includes('/graphql?')).map(({ authorization }) => authorization)).toEqual([
      `Bearer ${BOSS_TOKEN}`,
    ]);
    expect(asked.filter(({ url }) => url.includes(BOSS_TOKEN))).toEqual([]);
    expect(await kept(page, BOSS_TOKEN)).toEqual({ answers: [], isInTab: true, isInOrigin: false });
    expect(await page.evaluate('location.href + history.length + document.documentElement.outerHTML')).not.toContain(
      BOSS_TOKEN,
    );

    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    await page.locator('main').getByRole('button', { name: 'Forget the token' }).click();
    await tokenField(page).waitFor();
    expect(await page.getByRole('heading', { name: 'Audit log' }).count()).toBe(0);
    expect(await kept(page, BOSS_TOKEN)).toEqual({ answers: [], isInTab: false, isInOrigin: false });
    await page.reload();
    await settled(page);
    expect(await tokenField(page).inputValue()).toBe('');
    expect([problems, foreign]).toEqual([[], []]);
  });

  test('where reading needs one, each page asks for it, and shows itself with it', SLOW, async () => {
    const { visit } = await open({ READ_ACCESS: 'token' });
    const { page, problems, takeGraphRequests } = await visit('/title/tt0000001', { keepsItself: true });
    expect(await heading(page)).toBe('A token is needed');
    expect(await page.getByRole('alert').innerText()).toContain('needs a token');
    await useToken(page, 'mq_wrong');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('The token is not accepted');
    takeGraphRequests();
    await useToken(page, READ_TOKEN);
    await expect.poll(() => page.title()).toBe('The Film · marquee');
    expect(takeGraphRequests()).toMatchObject([{ method: 'GET', status: 200 }]);
    // Links, suggestions, and the page of another address.
    await page.getByRole('link', { name: 'Charts', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Top rated movies · marquee');
    await page.getByRole('combobox').fill('the');
    await page.getByRole('option').first().waitFor();
    await page.goto(new URL('/dataset', page.url()).href);
    await expect.poll(() => page.title()).toBe('The data · marquee');
    expect(await kept(page, READ_TOKEN)).toEqual({ answers: [], isInTab: true, isInOrigin: false });

    await page.getByRole('contentinfo').getByRole('button', { name: 'Forget the token' }).click();
    await expect.poll(() => heading(page)).toBe('A token is needed');
    // What was shown is not there for the next one either.
    await page.goBack();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('needs a token');
    expect(problems.filter((one) => !REFUSED.test(one))).toEqual([]);
  });

  test('the admin page and its field have no fault, in light and dark, on desktop and phone', SLOW, async () => {
    const { visit } = await open({ EXTRACT_DIR: newFolder('text') });
    const { page, problems, foreign, seen } = await visit('/admin');
    const views = [
      { colorScheme: 'light', phone: false },
      { colorScheme: 'dark', phone: false },
      { colorScheme: 'light', phone: true },
      { colorScheme: 'dark', phone: true },
    ] as const;
    const check = async (): Promise<void> => {
      for (const { colorScheme, phone } of views) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(phone ? PHONE : { width: 1280, height: 720 });
        expect([colorScheme, phone, await faultsOf(page)]).toEqual([colorScheme, phone, []]);
        if (phone) expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      }
    };
    await check();
    await useToken(page, BOSS_TOKEN);
    await page.getByRole('heading', { name: 'Audit log' }).waitFor();
    // With something said, a trouble, and a question.
    for (const name of ['Download', 'Build', 'Verify']) await page.getByRole('checkbox', { name }).uncheck();
    await page.getByRole('button', { name: 'Start a run' }).click();
    await page.getByRole('list', { name: 'Troubles' }).waitFor();
    await page.getByRole('button', { name: /^Verify the build/ }).click();
    await page.getByText('Every file is as its manifest says.').waitFor();
    await check();
    await page.getByRole('button', { name: 'Prune builds' }).click();
    await page.getByRole('dialog').waitFor();
    await check();
    expect([(await seen()).refused, problems, foreign]).toEqual([[], [], []]);
  });
});
