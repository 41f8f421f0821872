import { copyFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import { verifyBuild } from '../../../src/commands/administration/builds.ts';
import { readConfig } from '../../../src/config.ts';
import { buildFolder, sortedTableFile, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { damageMarks } from '../../../src/storage/damage/damage-marks.ts';
import { flip } from '../../damage/flip.ts';
import { addBuild } from '../../product/source-files.ts';
import { newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import { startServing } from '../../support/serving.ts';
import { linesOf } from '../builds/builds.ts';

/* Two nights that differ in their ratings share all other files by hard link: what harms one name harms the other. */

const SHARED = tableFile('akas');
const CHANGED = { 'title.ratings': ['tt0000001\t8.0\t60'] };
const AKAS = '{ title(id: "tt0000001") { akas { nodes { title } } } }';
const settings = { IMDB_BASE_URL: 'http://127.0.0.1:1', DOWNLOAD_RETRIES: '0' };

async function twoNights() {
  const dataFolder = newFolder('shared');
  const { folders } = readConfig({ DATA_DIR: dataFolder }, '/nowhere');
  const older = await addBuild(folders, linesOf('One'));
  const newer = await addBuild(folders, { ...linesOf('One'), ...CHANGED });
  const pathOf = (build: string, file: string): string => join(buildFolder(folders, build), file);
  expect(statSync(pathOf(older, SHARED)).ino).toBe(statSync(pathOf(newer, SHARED)).ino);
  return { dataFolder, folders, older, newer, pathOf };
}

/** Gives a build a file of its own in place of the one that it shares. */
function part(path: string): void {
  copyFileSync(path, `${path}.own`);
  renameSync(`${path}.own`, path);
}

async function open(folders: Folders, options: Parameters<typeof openGateway>[1] = {}) {
  const gateway = await openGateway(folders, { compare: false, lookup: 'parquet', ...options });
  onTestFinished(() => gateway.close());
  return gateway;
}

const marked = async ({ meta }: Folders): Promise<Set<string>> =>
  new Set((await damageMarks(meta).read()).map(({ buildId, file }) => `${buildId}/${file}`));

test('a store never goes back to a build that shares the damaged table, and knows at once that none is whole', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  const gateway = await open(folders);
  flip(pathOf(newer, SHARED), 0.5);
  const served = new Set<string | undefined>();
  gateway.store.onLook(() => served.add(gateway.store.state().build?.id));
  expect((await gateway.query(AKAS)).errors).toMatchObject([{ extensions: { code: 'DATASET_UNAVAILABLE' } }]);
  await vi.waitFor(() => expect(gateway.store.isNoneIntact()).toBe(true));
  await gateway.store.refresh();
  expect([...served]).toEqual([newer]);
  expect(gateway.store.state().problems.join()).toContain('serving it all the same, as no build is whole');
  expect(await marked(folders)).toEqual(new Set([`${older}/${SHARED}`, `${newer}/${SHARED}`]));
});

test('a store goes back to a build that has the same bytes in a file of its own, and reads that in the background', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  part(pathOf(older, SHARED));
  const gateway = await open(folders);
  flip(pathOf(newer, SHARED), 0.5);
  await gateway.query(AKAS);
  await vi.waitFor(() => expect(gateway.store.state().build?.id).toBe(older));
  expect((await gateway.query(AKAS)).data).toMatchObject({ title: { akas: { nodes: [{ title: 'Serie One' }] } } });
  expect(await marked(folders)).toEqual(new Set([`${newer}/${SHARED}`]));
});

test('a copy that is damaged too is found in the background, before anybody asks for it', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  part(pathOf(older, SHARED));
  // Which nobody notices by its times: it was so before the start.
  flip(pathOf(older, SHARED), 0.6);
  const gateway = await open(folders);
  flip(pathOf(newer, SHARED), 0.5);
  await gateway.query(AKAS);
  await vi.waitFor(() => expect(gateway.store.isNoneIntact()).toBe(true));
  expect(gateway.store.state().build?.id).toBe(newer);
  expect(await marked(folders)).toEqual(new Set([`${older}/${SHARED}`, `${newer}/${SHARED}`]));
});

test('a damaged index that builds share is gone round in both', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  const index = sortedTableFile('person_list');
  const gateway = await open(folders, { lookup: 'index' });
  flip(pathOf(newer, index), 0.5);
  await gateway.store.refresh();
  await vi.waitFor(async () =>
    expect(await marked(folders)).toEqual(new Set([`${older}/${index}`, `${newer}/${index}`])),
  );
  expect(gateway.store.state().build?.id).toBe(newer);
  expect(gateway.store.isNoneIntact()).toBe(false);
});

test('serve begins to make a build at once where the only others share what is damaged', async () => {
  const { dataFolder, newer, pathOf } = await twoNights();
  // No poll comes in between.
  const serving = await startServing({ DATA_DIR: dataFolder, VERSION_POLL_INTERVAL: '600', ...settings });
  onTestFinished(() => void serving.stop());
  flip(pathOf(newer, SHARED), 0.5);
  const lease = serving.store.acquire();
  await lease?.readers.files.check(SHARED);
  lease?.release();
  await vi.waitFor(() => expect(serving.lines.map(({ event }) => event)).toContain('rebuild begun'));
  const whole = { status: 'ok', version: 3, warnings: [] };
  await vi.waitFor(async () => expect(await serving.health()).toMatchObject(whole), { timeout: 30_000 });
});

test('verify marks the file in all builds that share it, and takes the marks off again', async () => {
  const { dataFolder, folders, older, newer, pathOf } = await twoNights();
  const config = readConfig({ DATA_DIR: dataFolder }, '/nowhere');
  flip(pathOf(newer, SHARED), 0.5);
  expect(await verifyBuild(config, newer)).toMatchObject({ exitCode: 1 });
  expect(await marked(folders)).toEqual(new Set([`${older}/${SHARED}`, `${newer}/${SHARED}`]));
  flip(pathOf(newer, SHARED), 0.5);
  expect(await verifyBuild(config, newer)).toMatchObject({ exitCode: 0 });
  expect(await marked(folders)).toEqual(new Set());
});

test('an ingest that finds a table damaged marks it in all builds that share it', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  flip(pathOf(newer, SHARED), 0.5);
  await addBuild(folders, { ...linesOf('One'), 'title.ratings': ['tt0000001\t9.0\t70'] }, { keepBuilds: 9 });
  expect(await marked(folders)).toEqual(new Set([`${older}/${SHARED}`, `${newer}/${SHARED}`]));
});

test('an ingest that finds a table of the past damaged marks it also where it is the table of its day', async () => {
  const { folders, older, newer, pathOf } = await twoNights();
  const [then, past] = [tableFile('ratings'), tableFile('ratings_before')];
  expect(statSync(pathOf(older, then)).ino).toBe(statSync(pathOf(newer, past)).ino);
  flip(pathOf(newer, past), 0.5);
  const crew = ['tt0000001\t\\N\tnm0000001'];
  await addBuild(folders, { ...linesOf('One'), ...CHANGED, 'title.crew': crew }, { keepBuilds: 9 });
  expect(await marked(folders)).toEqual(new Set([`${older}/${then}`, `${newer}/${past}`]));
});
