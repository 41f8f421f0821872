import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { linesOfFile } from '../../../src/ingest/indexes/packing/lines-of-file.ts';
import { newFolder } from '../../support/folders.ts';

/** Key and item of all lines of a file, read in parts of so many bytes. */
function itemsOf(path: string, partBytes: number): [key: number, item: string][] {
  return linesOfFile(path, partBytes).reduce<[number, string][]>((all, { data, count, key, tab, end }) => {
    for (let line = 0; line < count; line += 1)
      all.push([key[line] ?? -1, data.toString('utf8', (tab[line] ?? 0) + 1, end[line])]);
    return all;
  }, []);
}

test('lines are read whole wherever the parts of the file end', () => {
  const items = Array.from({ length: 500 }, (_, at): [number, string] => [at * 7919, `["é\t${'x'.repeat(at % 60)}"]`]);
  items.push([2 ** 31, ''], [2 ** 31 + 1, '[]']);
  const path = join(newFolder('lines'), 'lines.text');
  writeFileSync(path, items.map(([key, item]) => `${key}\t${item}\n`).join(''));
  for (const partBytes of [128, 129, 1000, 1 << 20]) expect(itemsOf(path, partBytes)).toEqual(items);
});

test('a line that is longer than a part of the file is read whole', () => {
  const items: [number, string][] = [
    [1, 'short'],
    [2, 'long '.repeat(100)],
    [3, 'short'],
    [4, 'longer '.repeat(1000)],
    [5, 'short'],
  ];
  const path = join(newFolder('lines'), 'lines.text');
  writeFileSync(path, items.map(([key, item]) => `${key}\t${item}\n`).join(''));
  expect(itemsOf(path, 16)).toEqual(items);
});

test('a file without lines has none', () => {
  const path = join(newFolder('lines'), 'lines.text');
  writeFileSync(path, '');
  expect(itemsOf(path, 16)).toEqual([]);
});
