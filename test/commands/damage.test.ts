import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import { verifyBuild } from '../../src/commands/administration/builds.ts';
import { status } from '../../src/commands/administration/status.ts';
import { readConfig } from '../../src/config.ts';
import {
  buildFolder,
  MANIFEST_FILE,
  ratedTitlesFile,
  sortedTableFile,
  partFile,
  tableFile,
} from '../../src/dataset/builds/paths.ts';
import { readCurrent, readPointer } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { flip } from '../damage/flip.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { runMarquee } from '../support/run-marquee.ts';
import { startServing } from '../support/serving.ts';

/* What an operator sees of damaged files, and how a server mends what it cannot go round. */

const QUERY = '{ title(id: "tt0000001") { primaryTitle } }';
const RIGHT = { data: { title: { primaryTitle: 'The Film' } } };
/** Nobody is there. */
const NO_NETWORK = 'http://127.0.0.1:1';

async function oneBuild() {
  const dataFolder = newFolder('damage');
  const { folders } = readConfig({ DATA_DIR: dataFolder }, '/nowhere');
  expect(await ingestInto(folders, { from: await writeSources(newFolder()) })).toMatchObject({ status: 'promoted' });
  const buildId = (await readPointer(folders))?.buildId ?? '';
  return { dataFolder, folders, buildId, pathOf: (file: string) => join(buildFolder(folders, buildId), file) };
}

async function serveOver(dataFolder: string, settings: Record<string, string> = {}) {
  const serving = await startServing({
    DATA_DIR: dataFolder,
    IMDB_BASE_URL: NO_NETWORK,
    DOWNLOAD_RETRIES: '0',
    VERSION_POLL_INTERVAL: '0.05',
    ...settings,
  });
  onTestFinished(() => void serving.stop());
  return serving;
}

test('serve of a build whose manifest is damaged, and no other, makes one of the kept downloads at once', async () => {
  const { dataFolder, folders, buildId, pathOf } = await oneBuild();
  flip(pathOf(MANIFEST_FILE), 0.5);
  const serving = await serveOver(dataFolder);
  const said = serving.lines.filter(({ event }) => event === 'pointer not usable');
  expect(said).toMatchObject([
    {
      problem: `the pointer current.json names build ${buildId}, whose manifest.json is damaged: and there is no other`,
    },
  ]);
  // No night's run, which is still due.
  const runs = { lastRepair: { status: 'promoted', kind: 'rebuild' }, lastRun: { kind: 'by hand' } };
  const whole = { status: 'ok', version: 2, warnings: [], ...runs };
  await vi.waitFor(async () => expect(await serving.health()).toMatchObject(whole), { timeout: 30_000 });
  expect(await serving.query(QUERY)).toMatchObject(RIGHT);
  expect(serving.lines.filter(({ event }) => event === 'rebuild begun')).toHaveLength(1);
  expect(await checkBuild(folders, (await readPointer(folders))?.buildId ?? '')).toEqual([]);
});

test('serve of the only build goes on where a table is damaged, and makes one of what is whole at once', async () => {
  const { dataFolder, folders, buildId, pathOf } = await oneBuild();
  const serving = await serveOver(dataFolder);
  expect(await serving.query(QUERY)).toMatchObject(RIGHT);
  flip(pathOf(partFile('principals', 0)), 0.5);
  await vi.waitFor(async () => expect((await readCurrent(folders))?.buildId).not.toBe(buildId), { timeout: 30_000 });
  await vi.waitFor(async () =>
    expect(await serving.health()).toMatchObject({ status: 'ok', version: 2, warnings: [] }),
  );
  expect(await serving.query(QUERY)).toMatchObject(RIGHT);
  const events = serving.lines.map(({ event }) => event);
  expect(events.filter((event) => event === 'rebuild begun')).toHaveLength(1);
  expect(events.filter((event) => event === 'lookup written')).toEqual([]);
});

test('serve that leaves ingests to others says what is damaged, and makes nothing', async () => {
  const { dataFolder, buildId, pathOf } = await oneBuild();
  // What stands for it at the start, so that it is read then.
  await rm(pathOf(ratedTitlesFile()));
  flip(pathOf(tableFile('ratings')), 0.5);
  const serving = await serveOver(dataFolder, { SCHEDULE: 'off' });
  const { status: said, warnings } = await serving.health();
  expect([said, warnings.join()]).toEqual([
    'unavailable',
    expect.stringContaining(`names build ${buildId}, whose tables/ratings.parquet has another checksum`) as string,
  ]);
  expect(await serving.query(QUERY)).toMatchObject({ errors: [{ extensions: { code: 'DATASET_UNAVAILABLE' } }] });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(serving.lines.map(({ event }) => event)).not.toContain('lock acquired');
});

test('serve that cannot make a build of the downloads tries once, and says why', async () => {
  const { dataFolder, folders, pathOf } = await oneBuild();
  const serving = await serveOver(dataFolder);
  await rm(join(folders.meta, 'downloads.json'));
  flip(pathOf(partFile('principals', 0)), 0.5);
  await vi.waitFor(async () => {
    const { warnings } = await serving.health();
    expect(warnings.join('\n')).toContain(
      'no build is whole: one is made by the next nightly run, not now: title.basics.tsv.gz, ',
    );
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(serving.lines.filter(({ event }) => event === 'rebuild begun')).toHaveLength(1);
  expect(await serving.query(QUERY)).toMatchObject(RIGHT);
});

test('verify, status and repair of a damaged build: what they say, and their exit codes', async () => {
  const { dataFolder, buildId, pathOf } = await oneBuild();
  const config = readConfig({ DATA_DIR: dataFolder }, '/nowhere');
  const repair = async () => {
    const { code, stderr } = await runMarquee(['repair'], { dataFolder, settings: { IMDB_BASE_URL: NO_NETWORK } });
    return [code, stderr.trim()];
  };
  expect(await repair()).toEqual([0, `whole: every file of build ${buildId} is as its manifest says`]);
  flip(pathOf(sortedTableFile('careers')), 0.5);
  expect(await status(config)).not.toContain('damaged');
  expect(await verifyBuild(config, undefined)).toEqual({
    line: `build ${buildId}: lookup/careers.duckdb has another checksum than the manifest`,
    exitCode: 1,
  });
  expect(await status(config)).toContain(
    `damaged, as far as is known\n  ${buildId}  lookup/careers.duckdb has another checksum than the manifest\n`,
  );
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  expect(await repair()).toEqual([75, 'busy: another ingest is running on this data folder']);
  release?.();
  expect(await repair()).toEqual([0, expect.stringMatching(/^promoted: build .* is version 2$/)]);
  expect(await status(config)).toMatch(/\n {2}repaired {2}.*ago, repair: promoted$/);
  expect(await verifyBuild(config, undefined)).toMatchObject({ exitCode: 0 });
  flip(join(buildFolder(config.folders, (await readPointer(config.folders))?.buildId ?? ''), tableFile('akas')), 0.5);
  await rm(join(config.folders.meta, 'downloads.json'));
  const [code, line] = await repair();
  expect([code, line]).toEqual([1, expect.stringMatching(/^failed in step download: .*: no whole file is kept/)]);
});
