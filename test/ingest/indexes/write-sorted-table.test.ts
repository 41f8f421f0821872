import { afterAll, beforeAll, expect, test } from 'vitest';

import { SORTED_TABLES } from '../../../src/dataset/indexes/sorted-tables.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openBuild } from '../read-build.ts';

let build: Awaited<ReturnType<typeof openBuild>>;

beforeAll(async () => {
  build = await openBuild((await demoBuild(0.001)).folders);
});

afterAll(() => build.close());

test.each(SORTED_TABLES)('build writes the index of $name as its view gives it', async ({ name, view }) => {
  const made = `index_${name}.${name}`;
  const [row] = await build.rows(`
    SELECT (SELECT count(*) FROM ${made}) AS rows,
      (SELECT count(*) FROM (SELECT * FROM ${made} EXCEPT ALL ${view})) AS extra,
      (SELECT count(*) FROM (${view} EXCEPT ALL SELECT * FROM ${made})) AS missing`);
  expect(row).toMatchObject({ extra: '0', missing: '0' });
  expect(Number(row?.['rows'])).toBeGreaterThan(10);
  expect(build.manifest.lookups.find((record) => record.name === name)?.rows).toBe(Number(row?.['rows']));
});

test.each(SORTED_TABLES)('build sorts the index of $name', async ({ name, sortedBy }) => {
  const made = `index_${name}.${name}`;
  const [row] = await build.rows(`
    SELECT count(*) AS misplaced
    FROM (SELECT rowid, row_number() OVER (ORDER BY ${sortedBy.join(', ')}) - 1 AS place FROM ${made})
    WHERE rowid <> place`);
  expect(row).toEqual({ misplaced: '0' });
});
