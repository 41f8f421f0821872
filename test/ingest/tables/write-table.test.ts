import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { TABLES } from '../../../src/dataset/tables/tables.ts';
import { openWorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import type { WorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import { writeTable } from '../../../src/ingest/tables/write-table.ts';
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
  const database = await openWorkDatabase({ folders: foldersIn(folder), memoryLimit: '500MiB', threads: 2 });
  open.push(database);
  const table = TABLES.find(({ name }) => name === 'ratings');
  if (table === undefined) throw new Error('no table of ratings');
  return database.use(async (connection) => {
    await connection.run(`CREATE TABLE mixed AS SELECT (${id})::INTEGER AS tconst, r % 1000 AS numVotes
      FROM range(${ROWS}) AS rows (r)`);
    const select = 'SELECT * FROM mixed';
    const rows = await writeTable(connection, { table, select, folder, over: 'mixed', rowsAtOnce });
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
