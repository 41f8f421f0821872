import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { TABLES } from '../../../src/dataset/tables/tables.ts';
import { openWorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import type { WorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import { KEY_SOURCES, SERVING_TABLES } from '../../../src/ingest/tables/serving-tables.ts';
import { recordFiles, tableList, writtenFiles } from '../../../src/ingest/tables/writing/table-files.ts';
import { writeTable } from '../../../src/ingest/tables/writing/write-table.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';

const ROWS = 600_000;
const open: WorkDatabase[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

/** Writes ratings whose ids are given by SQL over `range(ROWS)` as `r`, and reads them back as they stand. */
async function written(id: string, rowsAtOnce?: number) {
  const folder = newFolder('table');
  await mkdir(join(folder, 'tables'));
  const database = await openWorkDatabase({
    folders: foldersIn(folder, { builds: folder }),
    memoryLimit: '500MiB',
    threads: 2,
  });
  open.push(database);
  const table = TABLES.find(({ name }) => name === 'ratings');
  if (table === undefined) throw new Error('no table of ratings');
  return database.use(async (connection) => {
    await connection.run(`CREATE TABLE mixed AS SELECT (${id})::INTEGER AS tconst, r % 1000 AS numVotes
      FROM range(${ROWS}) AS rows (r)`);
    const select = 'SELECT * FROM mixed';
    const rows = await writeTable(connection, {
      table,
      select,
      folder,
      over: [{ relation: 'mixed', key: 'tconst' }],
      rowsAtOnce,
    });
    const [order] = await connection.rows(`SELECT count(*) AS wrong FROM (
      SELECT tconst, lag(tconst) OVER () AS before FROM ratings) WHERE tconst < before`);
    const [same] = await connection.rows('SELECT count(*) AS rows FROM ratings JOIN mixed USING (tconst, numVotes)');
    return { rows, wrong: Number(order?.wrong), same: Number(same?.rows) };
  });
}

// A step that shares no factor with the number of rows goes through all of them in another order.
const MIXED = `9700001 + (r * 7919) % ${ROWS}`;

test.each([undefined, 140_000, 70_000])('writeTable sorts all rows, %j at a time', async (rowsAtOnce) => {
  expect(await written(MIXED, rowsAtOnce)).toEqual({ rows: ROWS, wrong: 0, same: ROWS });
});

test('writeTable finds a repeated key where it sorts range by range', async () => {
  const twice = `CASE WHEN r = 5 THEN 9700001 ELSE ${MIXED} END`;
  await expect(written(twice, 140_000)).rejects.toThrow(/repeated: 1/);
});

test.each([undefined, 140_000])(
  'writeTable writes parts in the order of the key, %j rows at a time',
  async (rowsAtOnce) => {
    const folder = newFolder('table');
    await mkdir(join(folder, 'tables'));
    const database = await openWorkDatabase({
      folders: foldersIn(folder, { builds: folder }),
      memoryLimit: '500MiB',
      threads: 2,
    });
    open.push(database);
    const table = TABLES.find(({ name }) => name === 'principals');
    if (table === undefined) throw new Error('no such table');
    await database.use(async (connection) => {
      // Seven rows of each key, so that a part ends within one.
      await connection.run(`CREATE TABLE mixed AS SELECT ((r * 7919) % ${ROWS} // 7)::INTEGER AS tconst,
      ((r * 7919) % ${ROWS} % 7)::INTEGER AS ordering, r::INTEGER AS nconst FROM range(${ROWS}) AS rows (r)`);
      const options = {
        table,
        select: 'SELECT * FROM mixed',
        folder,
        over: [{ relation: 'mixed', key: 'tconst' }],
        rowsAtOnce,
      };
      // Twice: a job may be run again.
      for (let time = 0; time < 2; time += 1) expect(await writeTable(connection, options)).toBe(ROWS);
      const files = await recordFiles(connection, { table, folder, signal: undefined });
      const parts = 'parts' in files ? files.parts : [];
      const names = Array.from({ length: 5 }, (_, at) => `0000${at}.parquet`);
      expect((await readdir(join(folder, 'tables', table.name))).sort()).toEqual(names);
      expect(parts.map(({ file }) => file)).toEqual(names.map((name) => `tables/${table.name}/${name}`));
      // A part may be some rows longer: what DuckDB reads at a time is not cut.
      for (const [at, { from }] of parts.entries()) {
        expect(from).toBeGreaterThanOrEqual(Math.floor((at * 131_072) / 7));
        expect(from).toBeLessThan(((at + 0.1) * 131_072) / 7);
      }
      const [order] = await connection.rows(`SELECT count(*) AS wrong FROM (
      SELECT (tconst, ordering) AS this, lag(this) OVER () AS before FROM ${table.name}) WHERE this < before`);
      expect(Number(order?.wrong)).toBe(0);
    });
  },
);

test('a table in parts that has no rows is one part', async () => {
  const folder = newFolder('table');
  await mkdir(join(folder, 'tables'));
  const database = await openWorkDatabase({
    folders: foldersIn(folder, { builds: folder }),
    memoryLimit: '500MiB',
    threads: 2,
  });
  open.push(database);
  const table = TABLES.find(({ name }) => name === 'names');
  if (table === undefined) throw new Error('no such table');
  await database.use(async (connection) => {
    const select = 'SELECT 1 AS nconst LIMIT 0';
    expect(await writeTable(connection, { table, select, folder })).toBe(0);
    const files = await recordFiles(connection, { table, folder, signal: undefined });
    expect(files).toMatchObject({ parts: [{ file: 'tables/names/00000.parquet', from: 0 }] });
  });
});

test('the texts of search are the same whether they are made at once or in ranges', async () => {
  const { folders } = await demoBuild(0.001);
  const build = join(folders.builds, (await readdir(folders.builds)).find((name) => /^[0-9]/.test(name)) ?? '');
  const folder = newFolder('table');
  await mkdir(join(folder, 'tables'));
  const made = ['titles', 'akas', 'names'] as const;
  const database = await openWorkDatabase({
    folders: foldersIn(folder, { builds: folder }),
    sources: made.flatMap((name) => writtenFiles(build, name).map((file) => join(build, file))),
    memoryLimit: '500MiB',
    threads: 2,
  });
  open.push(database);
  const table = TABLES.find(({ name }) => name === 'search_texts');
  if (table === undefined) throw new Error('no such table');
  await database.use(async (connection) => {
    for (const name of made) {
      await connection.run(`CREATE VIEW ${name} AS SELECT * FROM read_parquet(${tableList(build, name)})`);
    }
    const options = { table, select: SERVING_TABLES.search_texts, folder, over: KEY_SOURCES.search_texts };
    const numbered = 'SELECT row_number() OVER () AS at, * FROM search_texts';
    const rows = await writeTable(connection, options);
    await connection.run(`CREATE TABLE at_once AS ${numbered}`);
    expect(await writeTable(connection, { ...options, rowsAtOnce: 9000 })).toBe(rows);
    const [differing] = await connection.rows(`SELECT count(*)::INTEGER AS rows
      FROM ((${numbered} EXCEPT FROM at_once) UNION ALL (FROM at_once EXCEPT ${numbered}))`);
    expect(differing).toEqual({ rows: 0 });
  });
});
