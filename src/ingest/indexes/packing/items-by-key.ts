import { endOfValues } from './item-text.ts';
import { linesOfFile } from './lines-of-file.ts';
import type { Lines } from './lines-of-file.ts';
import { fileTask } from '../../threads/file-task.ts';

/**
 * Items by their keys, in memory that all threads share. Millions are looked for here and there: each costs two looks at
 * memory that is far away, one for its place and one for its bytes.
 */
export interface ItemsByKey {
  /** For each page of keys, which of those in `offsets` it is, from 1; 0 where none of its keys has an item. */
  pages: Uint32Array;
  /** Page by page, where the item of each key begins in `bytes`; 0 where there is none. */
  offsets: Uint32Array;
  /** Of each item its values as they stand behind another one, a comma first and no nulls at the end; and a line feed. */
  bytes: Uint8Array;
}

export interface ItemsInput {
  /** The file of the lines: a key, a tab and an item, with keys that go up. */
  text: string;
  bytes: number;
  /** Of the keys: the last one, and on how many pages they are. */
  last: number;
  pages: number;
}

/** Keys of a page. */
export const PAGE = 1024;
const COMMA = 44;
const [ZERO, NINE] = [48, 57];
const LINE_FEED = 10;

export function readItemsHere({ text, bytes: most, last, pages: number }: ItemsInput): ItemsByKey {
  const pages = new Uint32Array(new SharedArrayBuffer(4 * (Math.floor(last / PAGE) + 1)));
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * number * PAGE));
  const bytes = new Uint8Array(new SharedArrayBuffer(most + 1));
  let [length, used] = [1, 0];
  for (const { data, count, key: keys, tab: tabs, end: ends } of linesOfFile(text)) {
    for (let line = 0; line < count; line += 1) {
      const [key = 0, tab = 0, end = 0] = [keys[line], tabs[line], ends[line]];
      const page = Math.floor(key / PAGE);
      pages[page] ||= used += 1;
      offsets[((pages[page] ?? 0) - 1) * PAGE + (key % PAGE)] = length;
      // Behind the bracket.
      const values = data.subarray(tab + 2, endOfValues(data, end));
      if (values.length > 0) {
        bytes[length] = COMMA;
        bytes.set(values, length + 1);
        length += values.length + 1;
      }
      bytes[length] = LINE_FEED;
      length += 1;
    }
  }
  return { pages, offsets, bytes };
}

/** For each of the lines, where the item begins whose key is the last value in it; 0 where there is none. */
export function embeddedOffsets({ pages, offsets, bytes }: ItemsByKey, lines: Lines): Uint32Array {
  const found = keysAtEnd(lines);
  for (let line = 0; line < found.length; line += 1) {
    const key = found[line] ?? 0;
    const page = pages[Math.floor(key / PAGE)] ?? 0;
    found[line] = page === 0 ? 0 : (offsets[(page - 1) * PAGE + (key % PAGE)] ?? 0);
  }
  // One look after the other, for which nothing waits: a processor has several of them on the way, and what they are for
  // is at hand when it is wanted.
  let seen = 0;
  for (const offset of found) seen |= bytes[offset] ?? 0;
  return seen < 0 ? new Uint32Array() : found;
}

function keysAtEnd({ data, count, end: ends }: Lines): Uint32Array {
  const keys = new Uint32Array(count);
  for (let line = 0; line < count; line += 1) {
    let key = 0;
    // Before the bracket.
    let at = (ends[line] ?? 0) - 2;
    for (let scale = 1; isDigit(data[at]); at -= 1, scale *= 10) key += ((data[at] ?? 0) - ZERO) * scale;
    keys[line] = key;
  }
  return keys;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** Where the item ends that begins at a place. */
export function endOfItem(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (bytes[end] !== LINE_FEED) end += 1;
  return end;
}

export const READ_ITEMS = fileTask(import.meta.url, readItemsHere);
