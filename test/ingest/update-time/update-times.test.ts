import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { runIngest } from '../../../src/ingest/run.ts';
import { readLearnedTime, recordUpdateTimes } from '../../../src/ingest/update-time/update-times.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { tsv, writeSources } from '../../support/imdb-files.ts';
import { ingestOptions } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';

const DAY_MS = 86_400_000;

test('runIngest records when the files were published, and three nights teach the time', async () => {
  const published = newFolder('origin');
  const folders = foldersIn(newFolder('data'));
  const origin = await openOrigin(published);
  try {
    for (const [night, minutes] of [2, 9, 5].entries()) {
      const at = new Date(Date.UTC(2026, 10, 20 + night, 12, minutes));
      const rows = [['tt0000001', '7.1', String(1000 + night)]];
      await writeSources(published, { text: { 'title.ratings': tsv('title.ratings', rows) } });
      for (const { name } of SOURCES) await utimes(join(published, sourceFile(name)), at, at);
      const now = () => new Date(at.getTime() + DAY_MS / 4);
      expect(await runIngest(ingestOptions(folders, { from: origin.url, now }))).toMatchObject({ status: 'promoted' });
      expect(await readLearnedTime(folders.meta)).toEqual({ time: night < 2 ? undefined : '12:05', nights: night + 1 });
    }
  } finally {
    await origin.close();
  }
}, 60_000);

test('recordUpdateTimes passes over files without a time and with one that is newer than the run', async () => {
  const folder = newFolder();
  const startedAt = new Date('2026-11-21T13:00:00Z');
  const times = [null, 'yesterday', 'Sat, 21 Nov 2026 13:00:00 GMT', 'Sat, 21 Nov 2026 13:00:05 GMT'];
  for (const lastModified of times) {
    await recordUpdateTimes(folder, { files: [{ name: 'title.basics', lastModified }], startedAt });
  }
  expect(await readLearnedTime(folder)).toEqual({ time: undefined, nights: 0 });
});

test('readLearnedTime knows nothing where the record is damaged, and the next run begins a new one', async () => {
  const folder = newFolder();
  await writeFile(join(folder, 'update-times.json'), '{"title.basics": ["2026-11-2');
  expect(await readLearnedTime(folder)).toEqual({ time: undefined, nights: 0 });
  const files = [{ name: 'title.basics', lastModified: 'Sat, 21 Nov 2026 12:05:00 GMT' }];
  await recordUpdateTimes(folder, { files, startedAt: new Date('2026-11-21T13:00:00Z') });
  expect(JSON.parse(await readFile(join(folder, 'update-times.json'), 'utf8'))).toEqual({
    'title.basics': ['2026-11-21T12:05:00.000Z'],
  });
});
