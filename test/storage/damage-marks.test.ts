import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { damageMarks } from '../../src/storage/damage/damage-marks.ts';
import { newFolder } from '../support/folders.ts';

const [ONE, TWO] = ['20261121T013000Z', '20261122T013000Z-2'];

test('damageMarks are seen by others, each with its reason, until the file is whole or the build is gone', async () => {
  const meta = newFolder('marks');
  const [marks, others] = [damageMarks(meta), damageMarks(meta)];
  expect(await others.read()).toEqual([]);
  const damages = [
    { buildId: ONE, file: 'tables/akas.parquet', reason: 'is missing' },
    { buildId: ONE, file: 'lookup/title.docs', reason: 'has 1 bytes, expected 2' },
    { buildId: TWO, file: 'manifest.json', reason: 'is damaged' },
  ];
  await Promise.all(damages.map((damage) => marks.add(damage)));
  const read = await others.read();
  expect(read).toEqual(expect.arrayContaining(damages.map((damage) => expect.objectContaining(damage) as object)));
  expect(read).toHaveLength(3);
  expect(read.every(({ foundAt }) => Math.abs(foundAt - Date.now()) < 60_000)).toBe(true);
  await others.remove({ buildId: ONE, file: 'tables/akas.parquet' });
  await others.remove({ buildId: ONE, file: 'tables/names.parquet' });
  expect((await marks.read()).map(({ file }) => file)).toEqual(['lookup/title.docs', 'manifest.json']);
  await marks.removeAll(ONE);
  expect((await marks.read()).map(({ file }) => file)).toEqual(['manifest.json']);
});

test('damageMarks do without what is no mark, and take one without its text for one', async () => {
  const meta = newFolder('marks');
  await mkdir(join(meta, 'damaged'));
  for (const name of ['x', '%', '..%2F..%2Fetc%2Fpasswd', ONE]) await writeFile(join(meta, 'damaged', name), 'x');
  await writeFile(join(meta, 'damaged', encodeURIComponent(`${ONE}/tables/akas.parquet`)), '');
  expect(await damageMarks(meta).read()).toMatchObject([
    { buildId: ONE, file: 'tables/akas.parquet', reason: 'is damaged' },
  ]);
});
