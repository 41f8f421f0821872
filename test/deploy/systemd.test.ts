import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { describeSettings } from '../../src/settings.ts';
import { readDoc } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const UNITS = ['marquee.service', 'marquee-ingest.service', 'marquee-ingest.timer'] as const;

/** A unit with the paths of this checkout, so that it can be checked here. */
function unit(name: (typeof UNITS)[number]): string {
  return readDoc(`deploy/systemd/${name}`)
    .replaceAll('/opt/marquee', ROOT)
    .replaceAll('/usr/bin/node', process.execPath);
}

test('the units start the launcher, and know its exit codes and its time to stop', () => {
  for (const [name, command] of [
    ['marquee.service', 'serve'],
    ['marquee-ingest.service', 'ingest'],
  ] as const) {
    expect(unit(name)).toContain(`\nWorkingDirectory=${ROOT}\n`);
    expect(unit(name)).toContain(`\nExecStart=${process.execPath} src/marquee.mjs ${command}\n`);
  }
  expect(unit('marquee-ingest.service')).toContain('\nSuccessExitStatus=75\n');
  expect(unit('marquee.service')).toContain('\nRestartPreventExitStatus=2\n');
  const stopTimeout = describeSettings().find(({ name }) => name === 'STOP_TIMEOUT')?.fallback;
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit('marquee.service'))?.[1])).toBeGreaterThan(Number(stopTimeout));
});

test('the units set settings that exist', () => {
  const names = describeSettings().map(({ name }) => name);
  const set = UNITS.flatMap((name) => [...unit(name).matchAll(/^Environment=(\w+)=/gm)].map(([, setting]) => setting));
  const own = set.filter((name) => name !== 'NODE_COMPILE_CACHE');
  expect(own).toEqual(['SCHEDULE']);
  expect(names).toEqual(expect.arrayContaining(own));
});

test("the server's unit keeps compiled modules in a folder that systemd makes for its user", () => {
  const [, folder] = /^CacheDirectory=(\S+)$/m.exec(unit('marquee.service')) ?? [];
  expect(unit('marquee.service')).toContain(`\nEnvironment=NODE_COMPILE_CACHE=%C/${folder}\n`);
});

test('the timer begins at the default time of the nightly ingest', () => {
  const [, clock, zone] = /^OnCalendar=\*-\*-\* (\S+):00 (\S+)$/m.exec(unit('marquee-ingest.timer')) ?? [];
  expect(clock).toBe(describeSettings().find(({ name }) => name === 'UPDATE_TIME')?.fallback);
  expect(describeSettings().find(({ name }) => name === 'UPDATE_TZ')?.meaning).toContain(`\`${zone}\``);
});

test('systemd accepts the units', async (context) => {
  const isThere = spawnSync('systemd-analyze', ['--version']).status === 0;
  if (!isThere && process.env['REQUIRE_ALL'] === '1') throw new Error('systemd-analyze is not installed');
  if (!isThere) context.skip('systemd-analyze is not installed here');
  const folder = newFolder('units');
  for (const name of UNITS) await writeFile(join(folder, name), unit(name).replace('User=marquee', 'User=root'));
  const paths = UNITS.map((name) => join(folder, name));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  expect([status, stderr.split('\n').filter((line) => line.includes('marquee'))]).toEqual([0, []]);
});
