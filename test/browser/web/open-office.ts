import { expect, onTestFinished } from 'vitest';

import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { hashed, READ_TOKEN } from '../../http/open-roles.ts';
import { ADMINISTERED, BOSS_TOKEN } from '../../support/administrator.ts';
import { launchChromium } from '../../support/chromium.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { startServing } from '../../support/serving.ts';
import { useToken } from './use-token.ts';
import { visit } from './visit.ts';
import type { Visit, VisitOptions } from './visit.ts';

export { BOSS_TOKEN, READ_TOKEN };

export interface Office {
  url: string;
  folders: Folders;
  visit: (path: string, options?: VisitOptions) => Promise<Visit>;
  /** Opens the admin page as an administrator. */
  enter: (options?: VisitOptions) => Promise<Visit>;
}

/** The real service with tokens and the app, and a browser of its own, until the test ends. */
export async function openOffice(settings: Record<string, string>, folder = newFolder('office')): Promise<Office> {
  const serving = await startServing({
    DATA_DIR: folder,
    SCHEDULE: 'off',
    READ_TOKENS: hashed(READ_TOKEN),
    ...ADMINISTERED,
    ...settings,
  });
  onTestFinished(async () => {
    expect((await serving.stop()).failed).toEqual([]);
  });
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const office: Office = {
    url: serving.url,
    folders: foldersIn(folder),
    visit: (path, options) => visit(browser, serving.url + path, options),
    async enter(options) {
      const visited = await office.visit('/admin', options);
      await useToken(visited.page, BOSS_TOKEN);
      await visited.page.getByRole('heading', { name: 'Audit log' }).waitFor();
      return visited;
    },
  };
  return office;
}
