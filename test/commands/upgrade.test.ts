import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { foldersIn } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { BUILD_FORMAT, OLDEST_SERVED_FORMAT } from '../../src/dataset/builds/manifest.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { setFormat } from '../support/build-format.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const OLDER = BUILD_FORMAT - 1;
/** An hour at which no nightly run is due or to be caught up. */
const MORNING = new Date('2026-11-21T06:00:00Z');
const QUERY = '{ title(id: "tt0000001") { primaryTitle credits { nodes { person { primaryName } } } } }';

let origin: TestOrigin;
let serving: TestServing | undefined;

afterEach(async () => {
  await serving?.stop();
  serving = undefined;
  await origin.close();
});

/** A data folder whose build another program has made, from downloads of the origin. */
async function upgraded(format: number): Promise<{ folders: Folders; buildId: string }> {
  origin = await openOrigin(await writeSources(newFolder()));
  const folders = foldersIn(newFolder());
  await ingestInto(folders, { from: origin.url });
  const buildId = (await readCurrent(folders))?.buildId ?? '';
  await setFormat(folders, buildId, format);
  origin.takeRequests();
  return { folders, buildId };
}

async function serve(folders: Folders, settings: Record<string, string> = {}): Promise<TestServing> {
  serving = await startServing(
    { DATA_DIR: folders.meta, IMDB_BASE_URL: origin.url, DOWNLOAD_RETRIES: '0', UPDATE_TZ: 'UTC', ...settings },
    { now: () => MORNING },
  );
  return serving;
}

test('serve makes a build of an older format anew at once, without network, while it serves the old one', async () => {
  const { folders, buildId } = await upgraded(OLDER);
  const { store, nightly, query, health, lines } = await serve(folders);
  expect(store.state().build?.id).toBe(buildId);
  await expect.poll(() => nightly.isRunning()).toBe(true);
  expect(await query(QUERY)).toMatchObject({
    data: { title: { primaryTitle: 'The Film' } },
    extensions: { dataset: { buildId } },
  });
  await expect.poll(() => store.state().build?.version, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => nightly.isRunning()).toBe(false);
  expect(await readCurrent(folders)).toMatchObject({ format: BUILD_FORMAT, version: 2 });
  expect(origin.takeRequests()).toEqual([]);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'build outdated', buildId }));
  expect(await health()).toMatchObject({ status: 'ok', warnings: [], lastRun: { status: 'promoted' } });
  expect(await query(QUERY)).toMatchObject({ data: { title: { primaryTitle: 'The Film' } } });
});

test('serve makes a build that is too old to be served anew at once', async () => {
  const { folders } = await upgraded(OLDEST_SERVED_FORMAT - 1);
  const { store, health } = await serve(folders);
  expect(store.state().build).toBeNull();
  expect((await health()).warnings.join()).toMatch(/is of format 1, older than this program reads/);
  await expect.poll(() => store.state().build?.version, { timeout: 20_000 }).toBe(2);
  expect(origin.takeRequests()).toEqual([]);
  await expect.poll(async () => (await health()).status).toBe('ok');
});

test('serve says that the kept downloads do not do, and the next run makes the build anew', async () => {
  const { folders, buildId } = await upgraded(OLDER);
  await rm(join(folders.downloads, 'title.crew.tsv.gz'));
  const { store, nightly, health } = await serve(folders);
  const sentence = /made anew by the next nightly run, not now: title\.crew\.tsv\.gz: no whole file is kept/;
  await expect.poll(async () => (await health()).warnings.join()).toMatch(sentence);
  expect(store.state().build?.id).toBe(buildId);
  expect(origin.takeRequests()).toEqual([]);
  expect(await nightly.ingest()).toMatchObject({ status: 'promoted', version: 2 });
  expect(await health()).toMatchObject({ status: 'ok', warnings: [] });
});

test('serve with SCHEDULE=off leaves a build of an older format to others', async () => {
  const { folders, buildId } = await upgraded(OLDER);
  const { store, nightly, health } = await serve(folders, { SCHEDULE: 'off' });
  expect(nightly.isRunning()).toBe(false);
  expect((await health()).warnings.join()).toContain(`build ${buildId} is of the older format ${OLDER}`);
  expect(store.state().build?.id).toBe(buildId);
});

test('serve of an older program leaves the newer build alone and ingests one of its own', async () => {
  const { folders, buildId } = await upgraded(BUILD_FORMAT + 1);
  const { store, health } = await serve(folders);
  expect((await health()).warnings.join()).toContain(`names build ${buildId}, which is of format ${BUILD_FORMAT + 1}`);
  await expect.poll(() => store.state().build?.version, { timeout: 20_000 }).toBe(2);
  expect(origin.takeRequests()).toHaveLength(7);
});
