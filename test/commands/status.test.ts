import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { status } from '../../src/commands/administration/status.ts';
import { readConfig } from '../../src/config.ts';
import type { Config } from '../../src/config.ts';
import { BUILD_FORMAT } from '../../src/dataset/builds/manifest.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { setFormat } from '../support/build-format.ts';
import { newFolder } from '../support/folders.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
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
    'next run  2026-11-21T21:00:00.000Z (22:00 Europe/Berlin), by a process that serves\n  learned   nothing yet',
  );
  expect(await status(configOf({ SCHEDULE: 'off' }), { now: NOON })).toContain(
    'next run  left to others (SCHEDULE=off)',
  );
});

test('status shows when the files are published, as the last nights have taught', async () => {
  expect(await status(configOf(), { now: NOON })).toContain(
    'learned   nothing yet of when the files are published: 0 nights known, 3 needed',
  );
  const days = ['2026-11-18', '2026-11-19', '2026-11-20'];
  const times = { 'title.basics': days.map((day) => `${day}T11:45:00.000Z`) };
  await writeFile(join(dataFolder, 'update-times.json'), JSON.stringify(times));
  expect(await status(configOf(), { now: NOON })).toContain(
    'next run  2026-11-21T21:00:00.000Z (22:00 Europe/Berlin), by a process that serves\n  learned   the files are published by 11:45 UTC, as the last 3 nights say',
  );
  expect(await status(configOf({ UPDATE_TIME: 'auto' }), { now: NOON })).toContain(
    'next run  2026-11-21T12:45:00.000Z (12:45 UTC, UPDATE_TIME=auto), by a process that serves',
  );
});

test('status shows how the last run ended, and why', async () => {
  const { folders } = configOf();
  await ingestInto(folders, { from: await writeSources(newFolder()), now });
  expect(await status(configOf(), { now: NOON })).toMatch(
    /last run {2}2026-11-21T10:00:00\.000Z, 2 hours ago, by hand: promoted$/,
  );
  await ingestInto(folders, { from: newFolder(), now });
  expect(await status(configOf(), { now: NOON })).toMatch(
    /2 hours ago, by hand: failed: .*title\.basics\.tsv\.gz: no such file/,
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

test('status says what was left out of the served build, with counts and a sample', async () => {
  const { folders } = configOf();
  await ingestInto(folders, { from: await writeSources(newFolder()) });
  expect(await status(configOf())).not.toContain('odd input');
  const rows = {
    'title.ratings': [...SMALL['title.ratings'], ['tt0000001', '1.0', '3'], ['tt0000003', '11.0', '3']],
    'title.basics': SMALL['title.basics'].map((row) => row.with(5, '-1')),
    'title.principals': SMALL['title.principals'].map((row) => row.with(5, 'Ann')),
  };
  await ingestInto(folders, { from: await writeSources(newFolder(), { rows }) });
  expect(await status(configOf())).toContain(
    [
      'odd input of the served build',
      '  title.basics       3 values made null (startYear 3), for example startYear "-1"',
      '  title.principals   3 values kept as text (characters 3), for example characters "Ann"',
      String.raw`  title.ratings      2 of 4 lines left out, for example somewhere "tt0000003\t11.0\t3" (an id or another required value is missing or malformed), somewhere "tt0000001\t1.0\t3" (tt0000001 is in a line before it)`,
      '',
    ].join('\n'),
  );
});
