import type { Browser } from 'playwright-core';

import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { WEB_FOLDER } from '../../../src/service/web-app.ts';
import { launchChromium } from '../../support/chromium.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openPrefixProxy } from '../../support/prefix-proxy.ts';
import type { PrefixProxy } from '../../support/prefix-proxy.ts';
import { visit } from './visit.ts';
import type { Visit, VisitOptions } from './visit.ts';

/** Pause between looks for a new build. */
const POLL_MS = 200;

export interface Site {
  gateway: TestGateway;
  /** What stands between the browser and the server. */
  proxy: PrefixProxy;
  browser: Browser;
  /** Opens a path of the site in a browser that knows nothing of it. */
  visit: (path: string, options?: VisitOptions) => Promise<Visit>;
  close: () => Promise<void>;
}

export interface SiteOptions {
  /** What the proxy takes off. */
  prefix?: string;
  webFolder?: string;
  /** Address of TMDB's pictures in answers, and the host whose pictures the content policy allows. */
  tmdbImageUrl?: string;
  pictures?: string;
}

/** The app, served by the real gateway over a data folder behind a proxy, and a browser of its own. */
export async function openSite(
  folders: Folders,
  { prefix = '', webFolder = WEB_FOLDER, ...ofTmdb }: SiteOptions = {},
): Promise<Site> {
  const gateway = await openGateway(folders, { webFolder, pollMs: POLL_MS, ...ofTmdb });
  const proxy = await openPrefixProxy(gateway.url, { prefix });
  const browser = await launchChromium();
  return {
    gateway,
    proxy,
    browser,
    visit: (path, options) => visit(browser, proxy.url + path, options),
    async close() {
      await browser.close();
      proxy.close();
      await gateway.close();
    },
  };
}
