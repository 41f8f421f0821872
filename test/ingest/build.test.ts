import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { TABLES } from '../../src/dataset/tables/tables.ts';
import { openWorkDatabase } from '../../src/ingest/jobs/work-database.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openBuild } from './read-build.ts';

test('build sorts every table by its integer key', async () => {
  const build = await openBuild((await demoBuild(0.001)).folders);
  try {
    for (const { name, sortedBy } of TABLES) {
      const [row] = await build.rows(`
        SELECT count(*) AS wrong FROM (SELECT row_number() OVER () AS at, row_number() OVER (ORDER BY ${sortedBy.join(', ')}) AS sorted,
          ${sortedBy[0]} AS key, lag(${sortedBy[0]}) OVER () AS before FROM ${name}) WHERE key < before`);
      expect([name, Number(row?.['wrong'])]).toEqual([name, 0]);
    }
  } finally {
    await build.close();
  }
});

test('build makes an empty table of akas where they are left out', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder());
  expect(await ingestInto(folders, { from, without: ['title.akas'] })).toMatchObject({ status: 'promoted' });
  const build = await openBuild(folders);
  try {
    expect(await build.rows('SELECT * FROM documents_title_akas')).toEqual([]);
    expect(await build.rows(`SELECT column_name AS name, column_type AS type FROM (DESCRIBE akas)`)).toEqual([
      { name: 'tconst', type: 'INTEGER' },
      { name: 'ordering', type: 'INTEGER' },
      { name: 'title', type: 'VARCHAR' },
      { name: 'region', type: 'VARCHAR' },
      { name: 'language', type: 'VARCHAR' },
      { name: 'types', type: 'VARCHAR[]' },
      { name: 'attributes', type: 'VARCHAR[]' },
      { name: 'isOriginalTitle', type: 'BOOLEAN' },
    ]);
    expect(build.manifest.sources.map(({ name }) => name)).not.toContain('title.akas');
  } finally {
    await build.close();
  }
});

test('build keeps to the memory it is given and names the file where that is too little', async () => {
  const { files } = await demoBuild(0.001);
  const folders = foldersIn(newFolder());
  expect(await ingestInto(folders, { from: files, memoryLimit: '8MiB' })).toMatchObject({
    status: 'failed',
    step: 'build',
    reason: expect.stringMatching(/^(title|name)\.basics\.tsv\.gz: Out of Memory Error: [^\n]*$/) as string,
  });
  expect(await readdir(folders.builds)).toEqual([]);
  expect(await readdir(folders.tmp)).toEqual([]);
  expect(await ingestInto(folders, { from: files, memoryLimit: '200MiB' })).toMatchObject({ status: 'promoted' });
  expect(await readdir(folders.tmp)).toEqual([]);
});

test('openWorkDatabase sets memory and threads, and takes its spill away', async () => {
  const folders = foldersIn(newFolder());
  const database = await openWorkDatabase({ folders, memoryLimit: '300MiB', threads: 1 });
  const [row] = await database.use((connection) =>
    connection.rows(`SELECT current_setting('memory_limit') AS memory, current_setting('threads')::INTEGER AS threads,
      current_setting('temp_directory') AS spill`),
  );
  expect(row).toMatchObject({ memory: '300.0 MiB', threads: 1 });
  expect(existsSync(String(row?.['spill']))).toBe(true);
  await database.close();
  expect(await readdir(folders.tmp)).toEqual([]);
});

test('openWorkDatabase interrupts a query when it is told to stop', async () => {
  const stop = new AbortController();
  const options = { folders: foldersIn(newFolder()), memoryLimit: '300MiB', threads: 1, signal: stop.signal };
  const database = await openWorkDatabase(options);
  setTimeout(() => stop.abort(new Error('enough')), 50);
  const started = performance.now();
  await expect(
    database.use((connection) =>
      connection.rows('SELECT count(*) FROM range(100000) a, range(10000000) b WHERE a.range = b.range + 1'),
    ),
  ).rejects.toThrow('INTERRUPT');
  await expect(database.use((connection) => connection.rows('SELECT 1'))).rejects.toThrow('enough');
  expect(performance.now() - started).toBeLessThan(5000);
  await database.close();
});
