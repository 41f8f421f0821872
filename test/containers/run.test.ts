import { beforeEach, expect, test, vi } from 'vitest';

import { describeSettings } from '../../src/settings.ts';
import { inspect, lineOf, mountedFiles, newVolume, READ_ONLY, servedBy, startContainer, urlOf } from './container.ts';
import { containerEngine, engine, tryEngine, whyWithout } from './engine.ts';
import { testImage } from './test-image.ts';

const STOP_MS = Number(describeSettings().find(({ name }) => name === 'STOP_TIMEOUT')?.fallback) * 1000;
/** Docker asks every 30 s. */
const HEALTH_MS = 45_000;
const PUBLISHED = ['--publish', '127.0.0.1::4000'];
const FOLDERS = ['downloads', 'logs', 'meta', 'parquet_builds', 'tmdb', 'tmp'];

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const without = whyWithout();
beforeEach((context) => context.skip(without !== undefined, without));

/** What the image's own check says of a container: at once by podman, by Docker when it asks next. */
async function health(container: string): Promise<string> {
  if (containerEngine()?.isPodman === true) {
    const { code, text } = await tryEngine('healthcheck', 'run', container);
    return ['healthy', 'unhealthy'][code] ?? text;
  }
  return vi.waitFor(
    async () => {
      const status = await inspect<string>(container, '.State.Health.Status');
      if (status === 'starting') throw new Error('it was not asked yet');
      return status;
    },
    { timeout: HEALTH_MS, interval: 1000 },
  );
}

/** Stops a container as its engine does; answers with its exit code, within how long, and whether it said goodbye. */
async function stop(container: string): Promise<{ code: number; ms: number }> {
  const startedAt = performance.now();
  await engine('stop', '--time', '30', container);
  const ms = performance.now() - startedAt;
  await lineOf(container, 'stopped');
  return { code: await inspect<number>(container, '.State.ExitCode'), ms };
}

test('a container ingests mounted files and serves them with nothing but its data to write, is healthy, and stops', async () => {
  const container = await startContainer([...READ_ONLY, ...PUBLISHED, ...(await mountedFiles())]);
  const url = await urlOf(container);
  expect(await servedBy(url)).toMatchObject({ title: 'The Film' });
  expect(await (await fetch(`${url}/`, { headers: { accept: 'text/html' } })).text()).toContain('<div id="app">');
  expect(await engine('exec', container, 'id', '-u')).toBe('1000');
  expect((await tryEngine('exec', container, 'touch', '/app/file')).text).toContain('Read-only file system');
  expect(await health(container)).toBe('healthy');
  expect((await engine('exec', container, 'ls', '/data')).split('\n')).toEqual(FOLDERS);
  const { code, ms } = await stop(container);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(STOP_MS);
});

test('a container that does not answer is not healthy', async () => {
  const container = await startContainer(['--health-interval', '1s'], ['sleep', '60']);
  expect(await health(container)).toBe('unhealthy');
});

test('a container stopped in the middle of an ingest ends within its grace, and its data is whole', async () => {
  const data = await newVolume();
  const args = [...READ_ONLY, ...PUBLISHED, '--volume', `${data}:/data`, ...(await mountedFiles())];
  const first = await startContainer(args);
  await lineOf(first, 'table written');
  const { code, ms } = await stop(first);
  expect(code).toBe(0);
  expect(ms).toBeLessThan(STOP_MS);
  const second = await startContainer(args);
  expect(await servedBy(await urlOf(second))).toMatchObject({ title: 'The Film' });
});

test('a container names every folder that its user may not write, and ends with 2', async () => {
  const args = ['--rm', '--user', '2000:2000', '--volume', `${await newVolume()}:/data`];
  const { code, text } = await tryEngine('run', ...args, await testImage());
  expect([code, text.split('\n').slice(0, 6)]).toEqual([
    2,
    [
      'These folders cannot be written (running as user 2000):',
      '  DOWNLOAD_DIR /data/downloads: EACCES: permission denied',
      '  PARQUET_DIR /data/parquet_builds: EACCES: permission denied',
      '  META_DIR /data/meta: EACCES: permission denied',
      '  TMP_DIR /data/tmp: EACCES: permission denied',
      '  LOG_DIR /data/logs: EACCES: permission denied',
    ],
  ]);
});
