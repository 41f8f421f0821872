import { beforeEach, expect, test } from 'vitest';

import { status } from '../../src/commands/status.ts';
import { readConfig } from '../../src/config.ts';
import type { Config } from '../../src/config.ts';
import { BUILD_FORMAT } from '../../src/dataset/manifest.ts';
import { readPointer } from '../../src/ingest/builds.ts';
import { setFormat } from '../support/build-format.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

const NOON = new Date('2026-11-21T12:00:00Z');

let dataFolder: string;

function now(): Date {
  return new Date('2026-11-21T10:00:00Z');
}

beforeEach(() => {
  dataFolder = newFolder();
});

function configOf(settings: Record<string, string> = {}): Config {
  return readConfig({ DATA_DIR: dataFolder, UPDATE_TZ: 'Europe/Berlin', ...settings }, '/nowhere');
}

test('status shows when the next run begins, or that the schedule is off', async () => {
  expect(await status(configOf(), { now: NOON })).toContain(
    'next run  2026-11-21T21:00:00.000Z (22:00 Europe/Berlin), by a process that serves\n  last run  none yet',
  );
  expect(await status(configOf({ SCHEDULE: 'off' }), { now: NOON })).toContain(
    'next run  left to others (SCHEDULE=off)',
  );
});

test('status shows how the last run ended, and why', async () => {
  const { folders } = configOf();
  await ingestInto(folders, { from: await writeSources(newFolder()), now });
  expect(await status(configOf(), { now: NOON })).toMatch(
    /last run {2}2026-11-21T10:00:00\.000Z, 2 hours ago: promoted$/,
  );
  await ingestInto(folders, { from: newFolder(), now });
  expect(await status(configOf(), { now: NOON })).toMatch(
    /2 hours ago: failed: .*title\.basics\.tsv\.gz: no such file/,
  );
});

test('status names builds of another format', async () => {
  const { folders } = configOf();
  await ingestInto(folders, { from: await writeSources(newFolder()) });
  const buildId = (await readPointer(folders))?.buildId ?? '';
  await setFormat(folders, buildId, BUILD_FORMAT - 1);
  expect(await status(configOf())).toMatch(new RegExp(`${buildId}  built .*served as version 1  of the older format`));
  await setFormat(folders, buildId, BUILD_FORMAT + 1);
  expect(await status(configOf())).toMatch(new RegExp(`${buildId}  version 1  of format ${BUILD_FORMAT + 1}, newer`));
});
