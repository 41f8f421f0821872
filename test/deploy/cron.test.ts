import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { Cron } from 'croner';
import { expect, test } from 'vitest';

import { describeSettings } from '../../src/settings.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { readDoc } from '../support/docs.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The program as a clone and `npm ci` leave it: nothing has run there yet. */
async function freshCheckout(): Promise<string> {
  const folder = newFolder('checkout');
  for (const part of ['src', 'package.json']) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

test('the crontab has one line, which runs at the default time and promotes a build', async () => {
  const checkout = await freshCheckout();
  const lines = readDoc('deploy/cron/crontab.example')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines).toHaveLength(1);
  const line = (lines[0] ?? '').replaceAll('/opt/marquee', checkout);
  const [, times = '', command = ''] = /^((?:\S+ ){5})(.*)$/.exec(line) ?? [];
  const next = new Cron(times.trim(), { paused: true }).nextRun();
  const clock = `${next?.getHours()}:${String(next?.getMinutes()).padStart(2, '0')}`;
  expect(clock).toBe(describeSettings().find(({ name }) => name === 'UPDATE_TIME')?.fallback);
  const from = pathToFileURL(await writeSources(newFolder())).href;
  // As cron runs it: by sh, and with next to nothing in the environment.
  await promisify(execFile)('sh', ['-c', command.replaceAll('/usr/bin/node', process.execPath)], {
    env: { PATH: '/usr/bin:/bin', IMDB_BASE_URL: `${from}/` },
  });
  expect(await readPointer(foldersIn(join(checkout, 'data')))).toMatchObject({ version: 1 });
  expect(readFileSync(join(checkout, 'data/ingest.log'), 'utf8')).toContain('promoted: build');
});
