import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { endOfItem, PAGE, placeOfKey, readItemsHere } from '../../src/ingest/build/items-by-key.ts';
import { newFolder } from '../support/folders.ts';

/** The items of a file of these, by key: what is found for each, undefined where there is none. */
async function itemsOf(items: readonly (readonly [key: number, item: string])[]) {
  const text = join(newFolder('items'), 'items.text');
  const lines = items.map(([key, item]) => `${key}\t${item}\n`).join('');
  await writeFile(text, lines);
  const found = await readItemsHere({
    text,
    bytes: Buffer.byteLength(lines),
    last: items.at(-1)?.[0] ?? 0,
    pages: new Set(items.map(([key]) => Math.floor(key / PAGE))).size,
  });
  return (key: number): string | undefined => {
    const place = placeOfKey(found, key);
    return place === 0 ? undefined : Buffer.from(found.bytes).toString('utf8', place, endOfItem(found, place));
  };
}

test('items are found by their keys, as they stand behind another value', async () => {
  const read = await itemsOf([
    [1, '["Æ, \\"one\\"",1900,null]'],
    [7, '["seven",null,null]'],
    [1023, '[null,null,null]'],
    [1024, '[null,null,1999]'],
    [900_000_000, '["nil",1,2]'],
  ]);
  expect(read(1)).toBe(',"Æ, \\"one\\"",1900');
  expect(read(7)).toBe(',"seven"');
  expect(read(1023)).toBe('');
  expect(read(1024)).toBe(',null,null,1999');
  expect(read(900_000_000)).toBe(',"nil",1,2');
  for (const hole of [0, 2, 6, 8, 1022, 1025, 5000, 899_999_999, 900_000_001, 999_999_999])
    expect(read(hole)).toBeUndefined();
});

test('items of many pages are found, and none where there are no lines', async () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => index * 7 + (index % 3));
  const read = await itemsOf(keys.map((key) => [key, `["${key}"]`]));
  for (const key of keys) expect(read(key)).toBe(`,"${key}"`);
  const known = new Set(keys);
  for (let key = 0; key < 5000; key += 1) if (!known.has(key)) expect(read(key)).toBeUndefined();
  expect((await itemsOf([]))(0)).toBeUndefined();
});
