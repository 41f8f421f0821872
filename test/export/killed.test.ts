import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { startMarquee } from '../support/start-marquee.ts';
import { oddBuild } from './odd-build.ts';

/** Times after the start of the loading at which the program is killed, in milliseconds. */
const MOMENTS = [0, 150, 400, 900];

/** Rows of titles, from a file that has to be whole. */
function titlesIn(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return Number(database.prepare('SELECT count(*) AS rows FROM title_basics').get()?.['rows']);
  } finally {
    database.close();
  }
}

test('an export that is killed leaves the old tables, and holds up no other one', { timeout: 120_000 }, async () => {
  const path = join(newFolder('killed'), 'films.db');
  const settings = { EXPORT_URL: `sqlite:${path}` };
  const odd = (await copyData(await oddBuild())).meta;
  const first = startMarquee(['export'], { folder: odd, settings });
  await expect.poll(() => first.child.exitCode, { timeout: 30_000 }).toBe(0);
  const before = titlesIn(path);

  const { meta: folder } = await copyData((await demoBuild(0.001)).folders);
  let killed = 0;
  for (const moment of MOMENTS) {
    const { child } = startMarquee(['export'], { folder, settings });
    await expect.poll(() => existsSync(`${path}.loading`) || child.exitCode !== null, { timeout: 30_000 }).toBe(true);
    await sleep(moment);
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await expect.poll(() => child.signalCode ?? child.exitCode).not.toBeNull();
    // Unless it had ended before.
    if (child.signalCode === null) continue;
    killed += 1;
    expect(titlesIn(path)).toBe(before);
  }
  expect(killed).toBeGreaterThan(0);
  // At once: the locks of whoever was killed are free.
  const last = startMarquee(['export'], { folder, settings });
  await expect.poll(() => last.child.exitCode, { timeout: 60_000 }).toBe(0);
  expect(titlesIn(path)).toBeGreaterThan(10 * before);
});
