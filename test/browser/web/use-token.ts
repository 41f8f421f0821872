import type { Page } from 'playwright-core';

import { settled } from './visit.ts';

/** Types a token into the page's field, and waits for what comes of it. */
export async function useToken(page: Page, token: string): Promise<void> {
  const field = page.getByLabel('Token', { exact: true });
  await field.fill(token);
  await field.press('Enter');
  await settled(page);
}
