import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { endOfItem, PAGE, embeddedOffsets, readItemsHere } from '../../../src/ingest/indexes/packing/items-by-key.ts';
import { linesOfFile } from '../../../src/ingest/indexes/packing/lines-of-file.ts';
import { newFolder } from '../../support/folders.ts';

/** What is found for keys behind other values, undefined where there is none; the items are in a file. */
async function besideKeys(
  items: readonly (readonly [key: number, item: string])[],
  keys: readonly number[],
): Promise<(string | undefined)[]> {
  const folder = newFolder('items');
  const [text, wanted] = [join(folder, 'items.text'), join(folder, 'wanted.text')];
  const lines = items.map(([key, item]) => `${key}\t${item}\n`).join('');
  await writeFile(text, lines);
  await writeFile(wanted, keys.map((key, line) => `${line}\t["12",34,${key}]\n`).join(''));
  const found = readItemsHere({
    text,
    bytes: Buffer.byteLength(lines),
    last: items.at(-1)?.[0] ?? 0,
    pages: new Set(items.map(([key]) => Math.floor(key / PAGE))).size,
  });
  const read: (string | undefined)[] = [];
  for (const chunk of linesOfFile(wanted)) {
    for (const place of embeddedOffsets(found, chunk)) {
      const item = () => Buffer.from(found.bytes).toString('utf8', place, endOfItem(found.bytes, place));
      read.push(place === 0 ? undefined : item());
    }
  }
  return read;
}

test('items are found by their keys, as they stand behind another value', async () => {
  const items = [
    [1, '["Æ, \\"one\\"",1900,null]'],
    [7, '["seven",null,null]'],
    [1023, '[null,null,null]'],
    [1024, '[null,null,1999]'],
    [900_000_000, '["nil",1,2]'],
  ] as const;
  const keys = items.map(([key]) => key);
  expect(await besideKeys(items, keys)).toEqual([
    ',"Æ, \\"one\\"",1900',
    ',"seven"',
    '',
    ',null,null,1999',
    ',"nil",1,2',
  ]);
  const holes = [0, 2, 6, 8, 1022, 1025, 5000, 899_999_999, 900_000_001, 999_999_999];
  expect(await besideKeys(items, holes)).toEqual(holes.map(() => undefined));
});

test('items of many pages are found, and none where there are no lines', async () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => index * 7 + (index % 3));
  const known = new Set(keys);
  const wanted = [...keys.toReversed(), ...Array.from({ length: 5000 }, (_, key) => key)];
  const items = keys.map((key) => [key, `["${key}"]`] as const);
  expect(await besideKeys(items, wanted)).toEqual(wanted.map((key) => (known.has(key) ? `,"${key}"` : undefined)));
  expect(await besideKeys([], [0, 1])).toEqual([undefined, undefined]);
});
