import { cp, rm } from 'node:fs/promises';

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { BUILD_FORMAT } from '../../src/dataset/builds/manifest.ts';
import { buildFolder } from '../../src/dataset/builds/paths.ts';
import { createLoaders } from '../../src/loaders/create-loaders.ts';
import { nextVersion, readPointer } from '../../src/storage/builds/builds.ts';
import { writePointer } from '../../src/storage/builds/write-pointer.ts';
import { listBuildIds } from '../../src/storage/files/list-folder.ts';
import { changeManifest } from '../support/build-format.ts';
import { openGateway } from '../support/gateway.ts';
import { ingestInto } from '../support/ingest.ts';
import { startServing } from '../support/serving.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { TIMEOUT_MS } from './how-many.ts';
import { tally } from './tally.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.origin.close());

test(
  'a build that a request reads is not pruned, and answers until its end',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const { folders, origin } = house;
    const used = (await readPointer(folders))?.buildId ?? '';
    const gateway = await openGateway(folders);
    try {
      const { store } = gateway;
      const lease = store.acquire();
      // Another process does not know that it is in use: the grace keeps it.
      for (const settings of [{ KEEP_BUILDS: '1' }, { KEEP_BUILDS: '1' }]) {
        await origin.nextNight();
        expect(await house.start({ settings }).ended).toMatchObject({ code: 0 });
      }
      // In one process nothing but the lease keeps it.
      await origin.nextNight();
      const inUse = (buildId: string): boolean => store.inUse(buildId);
      expect(await ingestInto(folders, { from: origin.url, keepBuilds: 1, inUse })).toMatchObject({
        status: 'promoted',
      });
      expect(await listBuildIds(folders)).toContain(used);
      const loaders = createLoaders(lease?.readers as never, { version: 1 });
      expect((await loaders.titles.byId(1))?.primaryTitle).toBe('The Film');
      expect((await loaders.people.byId(2))?.primaryName).toBe('Ann');
      lease?.release();
      await store.refresh();
      await expect.poll(() => inUse(used)).toBe(false);
    } finally {
      await gateway.close();
    }
    await house.expectUnharmed();
    await house.expectRecovery();
    expect(await listBuildIds(folders)).not.toContain(used);
    tally(context, 'build in use at pruning');
  },
);

test(
  'an older server refuses a newer build, serves the one before, and an older ingest leaves the newer build',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const { folders } = house;
    const served = (await readPointer(folders))?.buildId ?? '';
    const newer = '20991231T000000Z';
    const server = await startServing({
      ...(house.env as Record<string, string>),
      VERSION_POLL_INTERVAL: '0.5',
      SCHEDULE: 'off',
    });
    onTestFinished(async () => void (await server.stop()));
    await cp(buildFolder(folders, served), buildFolder(folders, newer), { recursive: true });
    const version = await nextVersion(folders);
    await changeManifest(folders, newer, (manifest) => ({
      ...manifest,
      buildId: newer,
      version,
      format: BUILD_FORMAT + 1,
    }));
    await writePointer(folders, { buildId: newer, version, now: () => new Date() });
    await expect.poll(async () => (await server.health()).warnings.join()).toContain(`names build ${newer}`);
    expect(await server.health()).toMatchObject({ buildId: served });
    const { data } = await server.query('{ title(id: "tt0000001") { primaryTitle } dataset { buildId } }');
    expect(data).toEqual({ title: { primaryTitle: 'The Film' }, dataset: { buildId: served } });
    await house.origin.nextNight();
    expect(await house.start().ended).toMatchObject({ code: 0 });
    expect((await readPointer(folders))?.version).toBeGreaterThan(version);
    expect(await listBuildIds(folders)).toContain(newer);
    await house.expectUnharmed();
    await rm(buildFolder(folders, newer), { recursive: true });
    await house.expectRecovery();
    tally(context, 'older program on a newer build');
  },
);
