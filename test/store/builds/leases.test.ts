import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { buildFolder } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { createLoaders } from '../../../src/loaders/create-loaders.ts';
import { goBack } from '../../../src/ingest/promote/go-back.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { openFiles } from '../../support/open-files.ts';
import { buildOfWord, EVERYTHING, promoteWord } from './builds.ts';

async function oneBuild(): Promise<{ folders: Folders; id: string }> {
  const folders = foldersIn(newFolder('leases'));
  return { folders, id: await promoteWord(folders, 'One') };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!condition() && performance.now() < deadline) await sleep(10);
  expect(condition()).toBe(true);
}

test('a lease reads its build from beginning to end while others are promoted', async () => {
  const { folders, id } = await oneBuild();
  const gateway = await openGateway(folders);
  const { store } = gateway;
  const lease = store.acquire();
  const loaders = createLoaders(lease?.readers as never, { version: 1 });
  expect((await loaders.titles.byId(1))?.primaryTitle).toBe('Series One');

  const next = await promoteWord(folders, 'Two');
  await store.refresh();
  expect(store.state().build).toMatchObject({ id: next, version: 2 });
  expect([store.inUse(id), store.inUse(next)]).toEqual([true, true]);
  // Nothing of this has been read before.
  expect((await loaders.titles.byId(3))?.primaryTitle).toBe('Movie One');
  expect((await loaders.people.byId(1))?.primaryName).toBe('Person One');
  const page = await loaders.search
    .list({ query: 'movie', filter: { adult: 'EXCLUDE', includeAkas: true } })
    .page({ limit: 5, backward: false });
  expect(page.rows.map(({ item }) => item.matchedText)).toEqual(['Movie One']);
  const { data } = await gateway.query('{ title(id: "tt0000001") { primaryTitle } dataset { version buildId } }');
  expect(data).toEqual({ title: { primaryTitle: 'Series Two' }, dataset: { version: 2, buildId: next } });

  lease?.release();
  lease?.release();
  await until(() => !store.inUse(id));
  expect(store.inUse(next)).toBe(true);
  expect(openFiles(buildFolder(folders, id))).toEqual([]);
  expect(openFiles(buildFolder(folders, next)).length).toBeGreaterThan(0);
  await gateway.close();
  expect(openFiles(folders.builds)).toEqual([]);
});

test('a build closes after the last of its leases', async () => {
  const { folders, id } = await oneBuild();
  const { store, close } = await openGateway(folders);
  const leases = [store.acquire(), store.acquire(), store.acquire()];
  await promoteWord(folders, 'Two');
  await store.refresh();
  for (const lease of leases) {
    expect(store.inUse(id)).toBe(true);
    lease?.release();
  }
  await until(() => !store.inUse(id));
  await close();
});

test('a build without leases closes with the promotion', async () => {
  const { folders, id } = await oneBuild();
  const { store, close } = await openGateway(folders);
  await promoteWord(folders, 'Two');
  await store.refresh();
  expect(store.inUse(id)).toBe(false);
  expect(openFiles(buildFolder(folders, id))).toEqual([]);
  await close();
});

test('every request under promotions is of one build, and none fails', async () => {
  const { folders } = await oneBuild();
  const words = ['Two', 'Three'];
  for (const word of words) await buildOfWord(word);
  const gateway = await openGateway(folders);
  const promoting = new AbortController();
  const seen = new Set<string>();
  const ask = async (): Promise<void> => {
    while (!promoting.signal.aborted) {
      // Answers from the cache come without the event loop: it must turn for the promotions.
      await sleep(0);
      const { data, errors } = await gateway.query(EVERYTHING);
      expect(errors).toBeUndefined();
      const named = [...new Set(JSON.stringify(data).match(/\b(One|Two|Three)\b/g))];
      expect(named).toHaveLength(1);
      seen.add(named.join());
    }
  };
  const clients = [ask(), ask(), ask(), ask()];
  for (const word of words) {
    await promoteWord(folders, word);
    await gateway.store.refresh();
    await expect.poll(() => seen).toContain(word);
  }
  promoting.abort();
  await Promise.all(clients);
  await gateway.close();
});

test('poll sees the promotion of another process', async () => {
  const { folders } = await oneBuild();
  const lines: { event: string }[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as { event: string }) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const gateway = await openGateway(folders, { pollMs: 20, log });
  const next = await promoteWord(folders, 'Two');
  await until(() => gateway.store.state().build?.id === next);
  await until(() => lines.some(({ event }) => event === 'version change seen'));
  expect(lines.filter(({ event }) => /version/.test(event))).toMatchObject([
    { event: 'version change seen', buildId: next, version: 2, pid: process.pid },
  ]);
  const { data } = await gateway.query('{ title(id: "tt0000003") { primaryTitle } }');
  expect(data).toEqual({ title: { primaryTitle: 'Movie Two' } });
  await gateway.close();
});

test('poll finds the first build of an empty folder', async () => {
  const folders = foldersIn(newFolder('first'));
  const gateway = await openGateway(folders, { pollMs: 20 });
  expect(gateway.store.state().build).toBeNull();
  const id = await promoteWord(folders, 'One');
  await until(() => gateway.store.state().build?.id === id);
  // Between the rename of the folder and that of the pointer, a look finds the one without the other.
  await until(() => gateway.store.state().problems.length === 0);
  await gateway.close();
});

test('refresh keeps what is served when all builds are lost', async () => {
  const { folders, id } = await oneBuild();
  const gateway = await openGateway(folders);
  await rm(buildFolder(folders, id), { recursive: true });
  await gateway.store.refresh();
  expect(gateway.store.state()).toMatchObject({
    build: { id },
    problems: [`the pointer current.json names build ${id}, which is not there: and there is no other`],
  });
  await gateway.close();
});

test('close interrupts running queries and leaves no handle', async () => {
  const { folders } = await oneBuild();
  const { store, close } = await openGateway(folders);
  const lease = store.acquire();
  const endless = 'SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range * b.range = 7';
  const query = lease?.readers.pool.rows(endless, []);
  const settled = Promise.allSettled([query]);
  await sleep(50);
  const started = performance.now();
  await close();
  expect(performance.now() - started).toBeLessThan(5000);
  expect((await settled)[0]).toMatchObject({ status: 'rejected' });
  expect(store.acquire()).toBeNull();
  lease?.release();
  await store.close();
  expect(openFiles(folders.builds)).toEqual([]);
});

test('refresh follows a build that is promoted again under a new version', async () => {
  const { folders, id } = await oneBuild();
  const gateway = await openGateway(folders);
  const { version } = await goBack(id, { folders, now: () => new Date(), log: SILENT_LOG });
  await gateway.store.refresh();
  expect(version).toBe(2);
  expect((await gateway.query('{ dataset { version } }')).data).toEqual({ dataset: { version: 2 } });
  await gateway.close();
});

test('a store that is closed while files are checked leaves none open', async () => {
  const { folders } = await oneBuild();
  for (let round = 0; round < 10; round += 1) {
    const gateway = await openGateway(folders);
    await sleep(round);
    await gateway.close();
    expect(openFiles(folders.builds)).toEqual([]);
  }
});
