import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from 'vitest';

import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { startServing } from '../support/serving.ts';

function now(): Date {
  return new Date('2026-11-21T10:00:00Z');
}

test('a server with UPDATE_TIME=auto runs an hour behind the learned time, and says so in /health', async () => {
  const folder = newFolder();
  const from = await writeSources(newFolder());
  await ingestInto(foldersIn(folder), { from });
  const days = ['2026-11-18', '2026-11-19', '2026-11-20'];
  const times = { 'title.basics': days.map((day) => `${day}T11:45:00.000Z`) };
  await writeFile(join(folder, 'update-times.json'), JSON.stringify(times));
  const settings = { DATA_DIR: folder, IMDB_BASE_URL: pathToFileURL(from).href, UPDATE_TIME: 'auto' };
  const serving = await startServing(settings, { now });
  try {
    expect(await serving.health()).toMatchObject({ nextRun: '2026-11-21T12:45:00.000Z', learnedUpdateTime: '11:45' });
    expect(serving.lines).toContainEqual(
      expect.objectContaining({ event: 'scheduler started', updateTime: '12:45', timeZone: 'UTC' }),
    );
  } finally {
    await serving.stop();
  }
});

test('a server that has learned nothing runs at the usual time', async () => {
  const folder = newFolder();
  const from = await writeSources(newFolder());
  await ingestInto(foldersIn(folder), { from });
  const settings = { DATA_DIR: folder, IMDB_BASE_URL: pathToFileURL(from).href, UPDATE_TIME: 'auto', UPDATE_TZ: 'UTC' };
  const serving = await startServing(settings, { now });
  try {
    expect(await serving.health()).toMatchObject({ nextRun: '2026-11-21T22:00:00.000Z', learnedUpdateTime: null });
  } finally {
    await serving.stop();
  }
});
