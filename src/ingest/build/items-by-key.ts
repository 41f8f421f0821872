import { eachLine } from './each-line.ts';
import { endOfValues } from './item-text.ts';

/** Items in the order of their keys, in memory that all threads share. */
export interface ItemsByKey {
  keys: Uint32Array;
  /** The first place in `keys` of each page of PAGE keys that there could be, and of the next one after the last. */
  pages: Uint32Array;
  /** Where each item begins in `bytes`, and where the last one ends. */
  offsets: Uint32Array;
  /** Of each item its values, as they stand behind another one: a comma, and no nulls at the end. */
  bytes: Uint8Array;
}

export interface ItemsInput {
  /** The file of the lines: a key, a tab and an item, with keys that go up. */
  text: string;
  lines: number;
  bytes: number;
}

const PAGE_BITS = 10;
const COMMA = 44;

export async function readItemsHere({ text, lines, bytes: most }: ItemsInput): Promise<ItemsByKey> {
  const keys = new Uint32Array(new SharedArrayBuffer(4 * lines));
  const offsets = new Uint32Array(new SharedArrayBuffer(4 * (lines + 1)));
  const bytes = new Uint8Array(new SharedArrayBuffer(most));
  let [place, length] = [0, 0];
  await eachLine(text, ({ data, tab, end, key }) => {
    const values = data.subarray(tab + 2, endOfValues(data, end));
    if (values.length > 0) {
      bytes[length] = COMMA;
      bytes.set(values, length + 1);
      length += values.length + 1;
    }
    keys[place] = key;
    place += 1;
    offsets[place] = length;
  });
  return { keys, pages: pagesOf(keys), offsets, bytes };
}

function pagesOf(keys: Uint32Array): Uint32Array {
  const last = (keys.at(-1) ?? 0) >>> PAGE_BITS;
  const pages = new Uint32Array(new SharedArrayBuffer(4 * (last + 2)));
  let page = 0;
  keys.forEach((key, place) => {
    for (; page <= key >>> PAGE_BITS; page += 1) pages[page] = place;
  });
  pages[last + 1] = keys.length;
  return pages;
}

/** The place of a key; -1 where it has no item. */
export function placeOfKey({ keys, pages }: ItemsByKey, key: number): number {
  const page = key >>> PAGE_BITS;
  let low = pages[page] ?? keys.length;
  let high = pages[page + 1] ?? keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? low : -1;
}
