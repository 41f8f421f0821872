import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../support/chromium.ts';
import { PAGES } from './web/pages.ts';
import { withMarquee } from './web/run-demo.ts';

/**
 * `npm run web:speed`: how fast the app is on a phone, with a processor four times slower than this one and a slow
 * network. Each page is opened by somebody who has never been here. Fails if an aim is missed.
 */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const SLOWER = 4;
/** Slow 4G, as Lighthouse has it: bytes in a second, and milliseconds of a round trip. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const MOST_FIRST_PAINT_MS = 1500;
const MOST_KEY_MS = 100;
const WORDS = 'midnight at the';

const WATCH = `
  globalThis.timing = { largest: 0, keys: [] };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) timing.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown' || name === 'input') timing.keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

interface Figures {
  firstPaint: number;
  content: number;
  largest: number;
  key: number;
}

async function openSlowly(page: Page, url: string): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(WATCH);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('main:not([aria-busy="true"]) h1').waitFor();
  const content = await page.evaluate<number>('performance.now()');
  const firstPaint = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
  await page.waitForLoadState('networkidle');
  const largest = await page.evaluate<number>('timing.largest');
  await page.getByRole('combobox', { name: 'Search titles and people' }).fill('');
  await page.evaluate('timing.keys.length = 0');
  await page.keyboard.type(WORDS, { delay: 150 });
  await page.locator('[role=listbox][aria-busy=false] [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)))');
  // Keys that are answered within a frame have no entry.
  const key = await page.evaluate<number>('Math.max(16, ...timing.keys)');
  return { firstPaint, content, largest, key };
}

async function measure(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext({ ...PHONE, locale: 'en-GB', serviceWorkers: 'block' });
  try {
    return await openSlowly(await context.newPage(), url);
  } finally {
    await context.close();
  }
}

await withMarquee(async (url) => {
  const browser = await launchChromium();
  try {
    console.log('| page | first paint (ms) | content (ms) | largest paint (ms) | longest answer to a key (ms) |');
    console.log('| --- | ---: | ---: | ---: | ---: |');
    let isMissed = false;
    for (const { name, path } of PAGES) {
      const figures = await measure(browser, url + path);
      isMissed ||= figures.firstPaint > MOST_FIRST_PAINT_MS || figures.key > MOST_KEY_MS;
      const { firstPaint, content, largest, key } = figures;
      console.log(`| ${[name, ...[firstPaint, content, largest, key].map(Math.round)].join(' | ')} |`);
    }
    if (isMissed) {
      console.log(`aims: first paint ${MOST_FIRST_PAINT_MS} ms, answer to a key ${MOST_KEY_MS} ms`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
});
