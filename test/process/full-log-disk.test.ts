import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, expect, onTestFinished, test, vi } from 'vitest';

import { openLogFiles } from '../../src/process/log-files.ts';
import { createLogger } from '../../src/process/logger.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { openOrigin } from '../support/origin.ts';
import type { Health } from '../support/serving.ts';
import { mountDisk } from '../support/small-disk.ts';
import { startMarquee } from '../support/start-marquee.ts';

const DISK_KIB = 256;
const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

afterEach(() => vi.useRealTimers());

/** Writes until nothing more fits. */
function fill(folder: string): void {
  for (const bytes of [65_536, 4096, 1]) {
    try {
      for (;;) writeFileSync(join(folder, 'filler'), Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      expect(String(error)).toContain('ENOSPC');
    }
  }
}

function loggedIn(folder: string): string {
  const names = readdirSync(folder).filter((name) => name.startsWith('marquee.'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

test('serve on a full disk for its log starts, runs its night, answers, and warns once', async () => {
  const disk = mountDisk(DISK_KIB);
  if (disk === undefined) return;
  fill(disk);
  const origin = await openOrigin(await writeSources(newFolder()));
  onTestFinished(() => origin.close());
  // A night that was due a minute ago is caught up.
  const due = new Date(Date.now() - 60_000).toISOString().slice(11, 16);
  const marquee = startMarquee(['serve'], {
    folder: newFolder(),
    settings: { IMDB_BASE_URL: origin.url, PORT: '0', LOG_DIR: disk, UPDATE_TIME: due, UPDATE_TZ: 'UTC' },
  });
  const { url } = await marquee.line('listening');
  await marquee.line('ingest promoted');
  const body = JSON.stringify({ query: '{ title(id: "tt0000001") { primaryTitle } }' });
  const headers = { 'content-type': 'application/json' };
  for (let asked = 0; asked < 5; asked += 1) {
    const response = await fetch(`${String(url)}/graphql`, { method: 'POST', headers, body });
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { data: { title: { primaryTitle: 'The Film' } } },
    ]);
  }
  const { warnings } = (await (await fetch(`${String(url)}/health`)).json()) as Health;
  expect(warnings).toEqual([expect.stringMatching(/^log files cannot be written: [0-9]+ lines are left out \(ENOSPC/)]);
  expect(await marquee.line('warning')).toMatchObject({ warning: expect.stringContaining('log files') as string });
  expect(loggedIn(disk)).toBe('');
  marquee.child.kill('SIGTERM');
  expect(await once(marquee.child, 'exit')).toEqual([0, null]);
  expect(marquee.lines('warning')).toHaveLength(1);
});

test('serve starts and answers with standard output on a full device', async () => {
  const disk = mountDisk(DISK_KIB);
  if (disk === undefined) return;
  const device = openSync('/dev/full', 'w');
  const folder = newFolder();
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, LOG_DIR: disk, PORT: '0', SCHEDULE: 'off' },
    stdio: ['ignore', device, 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await vi.waitFor(() => /"url":"([^"]+)"/.exec(loggedIn(disk))?.[1] ?? expect.fail('does not listen'), {
    timeout: 20_000,
  });
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  const { warnings } = (await (await fetch(`${url}/health`)).json()) as Health;
  expect(warnings).toEqual([expect.stringMatching(/^standard output cannot be written: .*ENOSPC/)]);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('openLogFiles opens the file later where it cannot be made', async () => {
  const disk = mountDisk(DISK_KIB, { files: 1 });
  if (disk === undefined) return;
  writeFileSync(join(disk, 'filler'), '');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const files = await openLogFiles({ folder: disk, keep: 2 });
  const log = createLogger({ level: 'info', pretty: false, destination: { write: () => undefined }, files });
  log.info({ event: 'lost' });
  expect(files.problem()).toMatch(/^log files cannot be written: 1 lines are left out \(ENOSPC/);
  rmSync(join(disk, 'filler'));
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(files.problem()).toBeUndefined());
  log.info({ event: 'after' });
  files.end();
  expect(loggedIn(disk)).toMatch(/^\{[^\n]*"event":"after"[^\n]*\n$/);
});

test('openLogFiles writes again as soon as there is room', async () => {
  const disk = mountDisk(DISK_KIB);
  if (disk === undefined) return;
  vi.useFakeTimers({ toFake: ['performance'] });
  const files = await openLogFiles({ folder: disk, keep: 2 });
  const log = createLogger({ level: 'info', pretty: false, destination: { write: () => undefined }, files });
  log.info({ event: 'before' });
  fill(disk);
  // A file takes its disk a block at a time.
  for (let line = 0; files.problem() === undefined && line < 1000; line += 1) log.info({ event: 'lost', line });
  for (let line = 0; line < 100; line += 1) log.info({ event: 'lost', line });
  expect(files.problem()).toMatch(/^log files cannot be written: 101 lines are left out \(ENOSPC/);
  rmSync(join(disk, 'filler'));
  vi.advanceTimersByTime(60_000);
  log.info({ event: 'after' });
  expect(files.problem()).toBeUndefined();
  files.end();
  const text = loggedIn(disk);
  expect(text).toContain('"event":"before"');
  expect(text.trimEnd().split('\n').at(-1)).toContain('"event":"after"');
});
