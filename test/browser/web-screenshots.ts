import { mkdir, rm, writeFile } from 'node:fs/promises';

import type { Browser, Page } from 'playwright-core';

import { BOSS_TOKEN } from '../support/administrator.ts';
import { launchChromium } from '../support/chromium.ts';
import { PAGES } from './web/pages.ts';
import { withMarquee } from './web/run-demo.ts';
import { useToken } from './web/use-token.ts';
import { visit } from './web/visit.ts';

/** `npm run web:screenshots`: pictures of each page for the README of the web app, or of those that are named. */
const FOLDER = new URL('../../src/web/screenshots/', import.meta.url);
/** Most bytes of a picture; a better quality is tried as long as it fits. */
const MOST_BYTES = 40_000;
const QUALITIES = [0.8, 0.6, 0.4, 0.25];

const SIZES = {
  desktop: { viewport: { width: 1200, height: 900 }, width: 600 },
  phone: { viewport: { width: 390, height: 844 }, width: 260 },
} as const;

/** Scales a picture down to WebP in a page of its own, which has no content policy. */
async function shrink(browser: Browser, { png, width }: { png: Buffer; width: number }): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    for (const quality of QUALITIES) {
      const base64 = await page.evaluate<string>(`(async () => {
        const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob());
        const height = Math.round(image.height * ${width} / image.width);
        const canvas = new OffscreenCanvas(${width}, height);
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, ${width}, height);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality: ${quality} });
        return new Uint8Array(await blob.arrayBuffer()).toBase64();
      })()`);
      const webp = Buffer.from(base64, 'base64');
      if (webp.length <= MOST_BYTES) return webp;
    }
    throw new Error('a picture does not become small enough');
  } finally {
    await page.close();
  }
}

async function pictureOf(page: Page): Promise<Buffer> {
  // Without the cursor that blinks in the search box.
  await page.evaluate('document.activeElement?.blur()');
  return page.screenshot();
}

const named = process.argv.slice(2);
const chosen = [...PAGES, { name: 'admin', path: '/admin' }].filter(
  ({ name }) => named.length === 0 || named.includes(name),
);

await withMarquee(async (url) => {
  const browser = await launchChromium();
  if (named.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  let sum = 0;
  try {
    for (const [size, { viewport, width }] of Object.entries(SIZES))
      for (const colorScheme of ['light', 'dark'] as const)
        for (const { name, path } of chosen) {
          const { page, leave } = await visit(browser, url + path, { viewport, colorScheme, deviceScaleFactor: 1.5 });
          if (name === 'admin') await useToken(page, BOSS_TOKEN);
          const webp = await shrink(browser, { png: await pictureOf(page), width });
          await writeFile(new URL(`${name}-${size}-${colorScheme}.webp`, FOLDER), webp);
          sum += webp.length;
          await leave();
        }
  } finally {
    await browser.close();
  }
  console.log(`${chosen.length * 4} pictures, ${Math.round(sum / 1000)} kB`);
});
