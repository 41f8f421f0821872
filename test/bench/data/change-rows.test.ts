import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { newFolder } from '../../support/folders.ts';
import { changeRows } from './change-rows.ts';

test('changeRows edits every n-th row and nothing else, whatever the chunks', async () => {
  const folder = newFolder();
  const [from, to] = [join(folder, 'from.gz'), join(folder, 'to.gz')];
  const rows = Array.from({ length: 30_000 }, (_, nth) => `tt${nth}\tÉtoile ${nth}`);
  await writeFile(from, gzipSync(`${['tconst\ttitle', ...rows].join('\n')}\n`));
  await changeRows(from, {
    to,
    every: 100,
    edit(fields) {
      fields[1] = `${fields[1] ?? ''} again`;
    },
  });
  const expected = rows.map((row, nth) => (nth % 100 === 0 ? `${row} again` : row));
  expect(gunzipSync(await readFile(to)).toString()).toBe(`${['tconst\ttitle', ...expected].join('\n')}\n`);
});
