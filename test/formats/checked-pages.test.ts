import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { expect, onTestFinished, test } from 'vitest';

import { CheckedPages } from '../../src/formats/checked-pages.ts';
import { PAGE_BYTES } from '../../src/formats/paged-layout.ts';
import { flip } from '../damage/flip.ts';
import { newFolder } from '../support/folders.ts';

/** More than are kept. */
const PAGES = 5000;

/** The file is as long as so many pages, and holds the numbers from 0. */
function open(pages = PAGES): { path: string; pages: CheckedPages; bytes: Buffer } {
  const numbers = Uint32Array.from({ length: (pages * PAGE_BYTES) / 4 }, (_, number) => number);
  const bytes = Buffer.from(numbers.buffer);
  const path = join(newFolder('pages'), 'pages');
  writeFileSync(path, bytes);
  const sums = Uint32Array.from({ length: pages }, (_, page) =>
    crc32(bytes.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)),
  );
  const file = openSync(path, 'r');
  onTestFinished(() => closeSync(file));
  return { path, pages: new CheckedPages(file, sums), bytes };
}

test('pages are read correctly while others evict them', () => {
  const { pages } = open();
  for (const step of [1, 7, 4999]) {
    for (let asked = 0; asked < 3 * PAGES; asked += 1) {
      const at = ((asked * step) % PAGES) * PAGE_BYTES + (asked % 1024) * 4;
      expect(pages.numberAt(at)).toBe(at / 4);
    }
  }
});

test('runs of pages are read right, whichever of them are kept, while others push them out', () => {
  const { pages, bytes } = open();
  for (let asked = 0; asked < 4 * PAGES; asked += 1) {
    const [at, length] = [((asked * 7919) % (PAGES - 20)) * PAGE_BYTES + (asked % 4096), 1 + ((asked * 3331) % 60_000)];
    const read = Buffer.alloc(length);
    pages.read(at, read);
    if (!read.equals(bytes.subarray(at, at + length))) expect.fail(`${length} bytes at ${at} are others`);
  }
});

test.each([
  [0, 8],
  [4092, 8],
  [4096, 4096],
  [100, 60_000],
  [8, 70_000],
  [4096, 40 * 4096],
  [12, 400_000],
])('read from offset %i fills %i bytes', (at, length) => {
  const { pages, bytes } = open(200);
  const read = Buffer.alloc(length);
  pages.read(at, read);
  expect(read.equals(bytes.subarray(at, at + length))).toBe(true);
});

test('a page is verified when it is read, alone or with many others', () => {
  const { path, pages } = open(100);
  expect(pages.numberAt(50 * PAGE_BYTES)).toBe(50 * 1024);
  flip(path, 0.505);
  expect(pages.numberAt(50 * PAGE_BYTES)).toBe(50 * 1024);
  flip(path, 0.705);
  for (let times = 0; times < 2; times += 1)
    expect(() => pages.numberAt(70 * PAGE_BYTES)).toThrow('page 70 is damaged');
  expect(() => pages.read(60 * PAGE_BYTES, new Uint8Array(30 * PAGE_BYTES))).toThrow('page 70 is damaged');
  expect(() => pages.read(100 * PAGE_BYTES, new Uint8Array(4))).toThrow();
});
