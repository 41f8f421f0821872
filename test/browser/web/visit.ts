import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { PAGES } from './pages.ts';

/** What a page notes of itself from its first moment on. */
interface Seen {
  /** Sum of layout shifts, as in Chromium's metric. */
  shift: number;
  /** What the content policy refused. */
  refused: string[];
}

/** Runs before all scripts of the page, and outside its content policy. */
const WATCH = `
  globalThis.seen = { shift: 0, refused: [] };
  addEventListener('securitypolicyviolation', (event) => seen.refused.push(event.violatedDirective));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** A request to the graph: its whole address, and what the server said. */
export interface GraphRequest {
  method: string;
  url: string;
  status: number;
  cacheControl: string | undefined;
}

export interface Visit {
  page: Page;
  /** Errors of the console and of scripts so far. */
  problems: string[];
  /** Requests to the graph since the last call; those that were cancelled are not among them. */
  takeGraphRequests: () => GraphRequest[];
  /** Addresses outside the site that were asked for. */
  foreign: string[];
  seen: () => Promise<Seen>;
  leave: () => Promise<void>;
}

export type VisitOptions = BrowserContextOptions & {
  /** Whether the page may keep itself for use without a network; no by default, so that requests are seen. */
  keepsItself?: boolean;
};

/** A person who has never been here opens a page, and waits until it is whole. */
export async function visit(
  browser: Browser,
  url: string,
  { keepsItself = false, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    serviceWorkers: keepsItself ? 'allow' : 'block',
    ...options,
  });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const { origin } = new URL(url);
  const problems: string[] = [];
  const foreign: string[] = [];
  let asked: GraphRequest[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' || /Content Security Policy/.test(line.text())) problems.push(line.text());
  });
  page.on('request', (sent) => {
    if (!sent.url().startsWith(origin)) foreign.push(sent.url());
  });
  page.on('response', (response) => {
    if (!/\/graphql\?/.test(response.url())) return;
    const request = response.request();
    asked.push({
      method: request.method(),
      url: response.url(),
      status: response.status(),
      cacheControl: response.headers()['cache-control'],
    });
  });
  await page.goto(url);
  await settled(page);
  return {
    page,
    problems,
    foreign,
    takeGraphRequests() {
      const taken = asked;
      asked = [];
      return taken;
    },
    seen: () => page.evaluate<Seen>('seen'),
    leave: () => context.close(),
  };
}

/** Waits until the page has its content, and has drawn it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main:not([aria-busy="true"]) h1').waitFor();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
}

/** Path of a page by its name. */
export function pathOf(name: string): string {
  const page = PAGES.find((one) => one.name === name);
  if (page === undefined) throw new Error(`no page is named ${name}`);
  return page.path;
}
