import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { startTmdbOrigin } from '../../../src/demo/tmdb/tmdb-origin.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { openMirror } from '../../../src/ingest/sources/tmdb/mirror.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { startServing } from '../../support/serving.ts';
import type { TestServing } from '../../support/serving.ts';

/** A nightly run is due. */
function now(): Date {
  return new Date('2026-11-30T22:05:00Z');
}

test('a night brings the mirror of TMDB up to date behind the ingest, within its requests and under the same lock', async () => {
  const { serving, folder, lock } = await startNight({ TMDB_NIGHTLY_REQUESTS: '40' });
  const line = await lineOf(serving, 'tmdb run');
  expect(line).toMatchObject({ name: 'tmdb', stage: 'nightly', status: 'done', isBudgetSpent: true, requests: 40 });
  const events = serving.lines.map(({ event }) => event);
  expect(events.indexOf('tmdb run')).toBeGreaterThan(events.indexOf('ingest promoted'));
  expect((await serving.health()).buildId).not.toBeNull();
  await serving.stop();
  const mirror = openMirror(foldersIn(folder).tmdb ?? '');
  onTestFinished(() => mirror.close());
  expect(mirror.counts().some(({ state, things }) => state === 'HELD' && things > 30)).toBe(true);
  expect(lock()).toBe(true);
  expect(JSON.stringify(serving.lines)).not.toContain('token-of-the-made-up-tmdb');
});

test('a night of which TMDB refuses the token spoils nothing of the build', async () => {
  const { serving } = await startNight({ TMDB_TOKEN: 'wrong-token-of-nobody' });
  expect(await lineOf(serving, 'tmdb run')).toMatchObject({
    level: 'error',
    status: 'failed',
    requests: 1,
    reason:
      'TMDB refuses TMDB_TOKEN: /3/configuration answered 401 Unauthorized: "Invalid API key: You must be granted a valid key."',
  });
  const { buildId, status, warnings } = await serving.health();
  expect({ buildId, status, warnings }).toEqual({ buildId: expect.any(String) as string, status: 'ok', warnings: [] });
  expect(JSON.stringify(serving.lines)).not.toContain('wrong-token-of-nobody');
});

test('a night ends with the service, and keeps what had come', async () => {
  const { serving, folder } = await startNight({ TMDB_RATE: '10' });
  await lineOf(serving, 'tmdb ids read');
  const begun = performance.now();
  await serving.stop();
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(await lineOf(serving, 'tmdb run')).toMatchObject({ level: 'info', stage: 'nightly', status: 'stopped' });
  const mirror = openMirror(foldersIn(folder).tmdb ?? '');
  onTestFinished(() => mirror.close());
  expect(mirror.countDue(['movie', 'tv'], now())).toBeGreaterThan(50);
});

test('a night without a token asks TMDB for nothing', async () => {
  const { serving, asked } = await startNight({ TMDB_TOKEN: '' });
  await lineOf(serving, 'ingest promoted');
  await serving.stop();
  expect(serving.lines.filter(({ event }) => String(event).startsWith('tmdb'))).toEqual([]);
  expect(asked()).toBe(0);
});

async function startNight(settings: Record<string, string>): Promise<{
  serving: TestServing;
  folder: string;
  asked: () => number;
  lock: () => boolean;
}> {
  const origin = await startTmdbOrigin({ scale: 0.0001, seed: 1, now });
  onTestFinished(() => origin.close());
  const folder = newFolder();
  const from = await writeSources(newFolder());
  const serving = await startServing(
    {
      DATA_DIR: folder,
      IMDB_BASE_URL: pathToFileURL(from).href,
      UPDATE_TZ: 'UTC',
      TMDB_TOKEN: origin.token,
      TMDB_BASE_URL: origin.baseUrl,
      TMDB_EXPORT_URL: origin.exportUrl,
      TMDB_RATE: '1000',
      ...settings,
    },
    { now },
  );
  onTestFinished(async () => void (await serving.stop()));
  return {
    serving,
    folder,
    asked: () => origin.log.asked.size,
    lock() {
      const release = createIngestLock(`${folder}/ingest.lock`).acquire();
      release?.();
      return release !== null;
    },
  };
}

async function lineOf({ lines }: TestServing, event: string): Promise<Record<string, unknown>> {
  for (;;) {
    const found = lines.find((line) => line['event'] === event);
    if (found !== undefined) return found;
    await sleep(20);
  }
}
