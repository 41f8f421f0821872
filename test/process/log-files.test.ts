import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { withCommandLog } from '../../src/commands/console/command-log.ts';
import { readConfig } from '../../src/config.ts';
import { openLogFiles } from '../../src/process/log-files.ts';
import { createLogger } from '../../src/process/logger.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';

const DAY_MS = 86_400_000;
const nowhere = { write: () => undefined };

afterEach(() => vi.useRealTimers());

async function linesIn(folder: string): Promise<Record<string, unknown>[]> {
  const texts = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.trimEnd().split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('openLogFiles writes a file of JSON lines a day and keeps as many as it is told to', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date(2026, 10, 1, 12) });
  const folder = join(newFolder(), 'logs');
  const files = await openLogFiles({ folder, keep: 3 });
  const log = createLogger({ level: 'info', pretty: false, destination: nowhere, files });
  for (let day = 1; day <= 6; day += 1) {
    log.info({ event: 'test', day });
    await vi.advanceTimersByTimeAsync(DAY_MS);
  }
  log.info({ event: 'test', day: 7 });
  const kept = [5, 6, 7].map((day) => `marquee.2026-11-0${day}.1.log`);
  await vi.waitFor(async () => expect((await readdir(folder)).sort()).toEqual(kept));
  files.end();
  expect((await linesIn(folder)).map(({ event, day, pid }) => [event, day, pid])).toEqual(
    [5, 6, 7].map((day) => ['test', day, process.pid]),
  );
});

test('openLogFiles keeps the file of today where it is to keep one', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date(2026, 10, 1, 12) });
  const folder = newFolder();
  const files = await openLogFiles({ folder, keep: 1 });
  await vi.advanceTimersByTimeAsync(DAY_MS);
  await vi.waitFor(async () => expect(await readdir(folder)).toEqual(['marquee.2026-11-02.1.log']));
  files.end();
});

test('openLogFiles keeps no more than it is told to, also of processes that ended before midnight', async () => {
  const folder = newFolder();
  const old = ['2025-12-31.1', '2026-01-01.2', '2026-01-01.10'].map((part) => `marquee.${part}.log`);
  for (const name of [...old, 'notes.txt', 'marquee.log']) await writeFile(join(folder, name), '{}\n');
  (await openLogFiles({ folder, keep: 2 })).end();
  const left = await readdir(folder);
  expect(left.filter((name) => old.includes(name))).toEqual(['marquee.2026-01-01.10.log']);
  expect(left).toEqual(expect.arrayContaining(['notes.txt', 'marquee.log']));
  expect(left).toHaveLength(4);
});

test('withCommandLog writes to LOG_DIR, and says which setting is not needed or not used', async () => {
  const folder = newFolder();
  // As on a terminal, where standard output gets no lines.
  vi.stubGlobal('process', Object.create(process, { stderr: { value: { isTTY: true } } }));
  const config = readConfig({ LOG_DIR: folder, INGEST_LOCK_STALE_SECONDS: '3600', TZ: ':/etc/localtime' }, '/nowhere');
  await withCommandLog(config, (log) => Promise.resolve(log.info({ event: 'test' })));
  vi.unstubAllGlobals();
  expect(await linesIn(folder)).toMatchObject([
    { level: 'warn', event: 'setting not used', setting: 'TZ', value: ':/etc/localtime', timeZone: 'Asia/Kolkata' },
    { level: 'warn', event: 'setting no longer needed', setting: 'INGEST_LOCK_STALE_SECONDS' },
    { level: 'info', event: 'test' },
  ]);
});

test('serve logs no address of a client', async () => {
  const { url, lines, stop } = await startServing({ DATA_DIR: newFolder(), SCHEDULE: 'off', HOST: '127.0.0.1' });
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': '203.0.113.7',
    forwarded: 'for=203.0.113.7',
  };
  await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
  await fetch(`${url}/graphql`, { method: 'POST', headers, body: 'no JSON' });
  await stop();
  expect(lines.filter(({ event }) => event === 'request')).toHaveLength(2);
  const others = lines.filter(({ event }) => event !== 'listening');
  expect(JSON.stringify(others)).not.toMatch(/203\.0\.113\.7|127\.0\.0\.1|::1/);
});

test('LOG_CLIENT_ADDRESS puts the address into the line of each request, on the fast lane and on the long way', async () => {
  for (const FAST_LANE of ['true', 'false']) {
    const settings = { SCHEDULE: 'off', HOST: '127.0.0.1', FAST_LANE, LOG_CLIENT_ADDRESS: 'true' };
    const { url, lines, query, stop } = await startServing({
      DATA_DIR: (await demoBuild(0.001)).folders.meta,
      ...settings,
    });
    // Whatever is asked for a third time takes the fast lane.
    for (let time = 0; time < 3; time += 1) await query('{ dataset { version } }');
    await fetch(`${url}/graphql`, { method: 'POST', body: 'no JSON', headers: { 'content-type': 'application/json' } });
    await stop();
    const requests = lines.filter(({ event }) => event === 'request');
    expect(requests.map(({ clientAddress }) => clientAddress)).toEqual(Array.from({ length: 4 }, () => '127.0.0.1'));
  }
});
