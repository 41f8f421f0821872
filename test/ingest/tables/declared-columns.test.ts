import { afterAll, beforeAll, expect, test } from 'vitest';

import { TABLES } from '../../../src/dataset/tables/tables.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openBuild } from '../read-build.ts';
import type { OpenBuild } from '../read-build.ts';

let build: OpenBuild;

beforeAll(async () => {
  build = await openBuild((await demoBuild(0.001)).folders);
});

afterAll(() => build.close());

test.each(TABLES)('the file of $name has the columns and types that are declared', async ({ name, columns }) => {
  const found = await build.rows(`SELECT column_name AS name, column_type AS type FROM (DESCRIBE ${name})`);
  expect(found).toEqual(columns.map((column) => ({ name: column.name, type: column.type })));
});

test.each(TABLES)('the file of $name has nulls only where a column may be null', async ({ name, columns }) => {
  const counts = columns.map((column) => `count(*) FILTER (WHERE ${column.name} IS NULL) AS ${column.name}`);
  const [nulls = {}] = await build.rows(`SELECT ${counts.join(', ')} FROM ${name}`);
  const withNulls = columns.filter((column) => Number(nulls[column.name]) > 0);
  expect(withNulls.filter(({ nullable }) => !nullable)).toEqual([]);
});
