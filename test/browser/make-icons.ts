import { readFile, writeFile } from 'node:fs/promises';

import { launchChromium } from '../support/chromium.ts';

/** Draws `icon.svg` of the web app as the PNG files that phones want. */
const FOLDER = new URL('../../src/web/public/', import.meta.url);

const icon = await readFile(new URL('icon.svg', FOLDER), 'utf8');
const browser = await launchChromium();
try {
  for (const size of [192, 512]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${icon}`);
    await writeFile(new URL(`icon-${size}.png`, FOLDER), await page.screenshot());
  }
} finally {
  await browser.close();
}
