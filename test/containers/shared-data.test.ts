import { beforeEach, expect, test, vi } from 'vitest';

import { openHeldOrigin } from '../support/held-origin.ts';
import { newFolder } from '../support/folders.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import { lineOf, newVolume, READ_ONLY, readableSources, servedBy, startContainer } from './container.ts';
import { engine, tryEngine, whyWithout } from './engine.ts';

const INGEST = ['node', 'src/main.ts', 'ingest'] as const;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const without = whyWithout();
beforeEach((context) => context.skip(without !== undefined, without));

/** The address of a container that has the network of this machine, and has chosen a free port. */
async function localUrl(container: string): Promise<string> {
  const { url } = await lineOf(container, 'listening');
  return `http://127.0.0.1:${new URL(String(url)).port}`;
}

test('two containers on one volume: one ingests while the other waits, both serve its build, and the next one', async () => {
  const files = await writeSources(newFolder('origin'));
  const origin = await openHeldOrigin(files);
  const settings = { HOST: '127.0.0.1', PORT: '0', IMDB_BASE_URL: origin.url, VERSION_POLL_INTERVAL: '1' };
  const args = [
    ...READ_ONLY,
    '--network',
    'host',
    '--volume',
    `${await newVolume()}:/data`,
    ...Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  const first = await startContainer(args);
  await lineOf(first, 'lock acquired');
  const second = await startContainer(args);
  const urls = [await localUrl(first), await localUrl(second)];
  // The lock is seen by processes that do not see each other.
  await lineOf(second, 'ingest skipped');
  const busy = await tryEngine('exec', second, ...INGEST);
  expect([busy.code, busy.text]).toEqual([75, expect.stringContaining('another ingest is running')]);
  for (const url of urls) expect((await fetch(`${url}/readyz`)).status).toBe(503);

  origin.give();
  const [one, other] = await Promise.all(urls.map(servedBy));
  expect(one).toMatchObject({ title: 'The Film' });
  expect(other).toEqual(one);

  const [film = [], ...others] = SMALL['title.basics'];
  await writeSources(files, { rows: { 'title.basics': [film.with(2, 'The New Film'), ...others] } });
  await engine('exec', second, ...INGEST);
  for (const container of [first, second]) await lineOf(container, 'version change seen');
  // The change is seen before the new build is opened.
  const titles = async () => (await Promise.all(urls.map(servedBy))).map(({ title }) => title);
  await expect.poll(titles).toEqual(['The New Film', 'The New Film']);
  const next = await Promise.all(urls.map(servedBy));
  expect(new Set(next.map(({ buildId }) => buildId))).toHaveLength(1);
});

test('an ingest whose container is killed leaves its data to another container at once', async () => {
  const files = await readableSources();
  const origin = await openHeldOrigin(files);
  const data = ['--volume', `${await newVolume()}:/data`];
  const settings = { HOST: '127.0.0.1', PORT: '0', IMDB_BASE_URL: origin.url };
  const env = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const first = await startContainer([...READ_ONLY, '--network', 'host', ...data, ...env]);
  await lineOf(first, 'lock acquired');
  await engine('kill', first);
  const mounted = ['--volume', `${files}:/imdb:ro`, '--env', 'IMDB_BASE_URL=file:///imdb/'];
  const second = await startContainer([...READ_ONLY, '--network', 'host', ...data, ...env, ...mounted]);
  expect(await servedBy(await localUrl(second))).toMatchObject({ title: 'The Film' });
});
