import { execFile, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { Cron } from 'croner';
import { expect, test } from 'vitest';

import { describeSettings } from '../src/settings.ts';
import { readPointer } from '../src/storage/builds.ts';
import { foldersIn, newFolder } from './support/folders.ts';
import { writeSources } from './support/imdb-files.ts';
import { readmeBlock, readmeTable } from './support/readme.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const UNITS = ['marquee.service', 'marquee-ingest.service', 'marquee-ingest.timer'] as const;

/** A unit of README; its paths are those of this checkout where it is to be run or checked. */
const unit = (name: (typeof UNITS)[number]): string => here(readmeBlock('ini', name));

function here(text: string): string {
  return text.replaceAll('/opt/marquee', ROOT).replaceAll('/usr/bin/node', process.execPath);
}

test('README lists the log events that the source has, and no others', () => {
  const listed = readmeTable('of').flatMap(([, events = '']) => [...events.matchAll(/`([^`]+)`/g)].map(([, e]) => e));
  const source = globSync(join(ROOT, 'src/**/*.ts')).map((path) => readFileSync(path, 'utf8'));
  const written = source.flatMap((text) => [...text.matchAll(/event: '([^']+)'/g)].map(([, event]) => event));
  // How an ingest ends is said by the name of its outcome.
  const outcomes = ['skipped', 'promoted', 'unchanged', 'done', 'rejected', 'failed'].map((end) => `ingest ${end}`);
  expect(new Set(listed)).toEqual(new Set([...written, ...outcomes]));
});

/** The program as a clone and `npm ci` leave it: nothing has run there yet. */
async function freshCheckout(): Promise<string> {
  const folder = newFolder('checkout');
  for (const part of ['src', 'package.json']) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

test("cron's line of README runs at the default time and promotes a build", async () => {
  const checkout = await freshCheckout();
  const line = (readmeBlock('cron', 'crontab -e').split('\n')[1] ?? '').replaceAll('/opt/marquee', checkout);
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

test('the units of README start the launcher, and know its exit codes and its time to stop', () => {
  for (const [name, command] of [
    ['marquee.service', 'serve'],
    ['marquee-ingest.service', 'ingest'],
  ] as const) {
    expect(unit(name)).toContain(`\nWorkingDirectory=${ROOT}\n`);
    expect(unit(name)).toContain(`\nExecStart=${process.execPath} src/marquee.mjs ${command}\n`);
  }
  expect(unit('marquee-ingest.service')).toContain('\nSuccessExitStatus=75\n');
  const stopTimeout = describeSettings().find(({ name }) => name === 'STOP_TIMEOUT')?.fallback;
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit('marquee.service'))?.[1])).toBeGreaterThan(Number(stopTimeout));
});

test('systemd accepts the units of README', async (context) => {
  if (spawnSync('systemd-analyze', ['--version']).status !== 0) context.skip('systemd-analyze is not installed here');
  const folder = newFolder('units');
  for (const name of UNITS) await writeFile(join(folder, name), unit(name).replace('User=marquee', 'User=root'));
  const paths = UNITS.map((name) => join(folder, name));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  expect([status, stderr.split('\n').filter((line) => line.includes('marquee'))]).toEqual([0, []]);
});
