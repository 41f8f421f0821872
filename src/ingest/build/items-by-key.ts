import { eachLine } from './each-line.ts';
import { endOfValues } from './item-text.ts';

/**
 * Items by their keys, in memory that all threads share. Millions are looked for here and there: each costs two looks at
 * memory that is far away, one for its place and one for its bytes.
 */
export interface ItemsByKey {
  /** For each page of keys, which of those in `places` it is, from 1; 0 where none of its keys has an item. */
  pages: Uint32Array;
  /** Page by page, where the item of each key begins in `bytes`; 0 where there is none. */
  places: Uint32Array;
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
const LINE_FEED = 10;

export async function readItemsHere({ text, bytes: most, last, pages: number }: ItemsInput): Promise<ItemsByKey> {
  const pages = new Uint32Array(new SharedArrayBuffer(4 * (Math.floor(last / PAGE) + 1)));
  const places = new Uint32Array(new SharedArrayBuffer(4 * number * PAGE));
  const bytes = new Uint8Array(new SharedArrayBuffer(most + 1));
  let [length, used] = [1, 0];
  await eachLine(text, ({ data, tab, end, key }) => {
    const page = Math.floor(key / PAGE);
    pages[page] ||= used += 1;
    places[((pages[page] ?? 0) - 1) * PAGE + (key % PAGE)] = length;
    // Behind the bracket.
    const values = data.subarray(tab + 2, endOfValues(data, end));
    if (values.length > 0) {
      bytes[length] = COMMA;
      bytes.set(values, length + 1);
      length += values.length + 1;
    }
    bytes[length] = LINE_FEED;
    length += 1;
  });
  return { pages, places, bytes };
}

/** Where the item of a key begins; 0 where it has none. */
export function placeOfKey({ pages, places }: ItemsByKey, key: number): number {
  const page = pages[Math.floor(key / PAGE)] ?? 0;
  return page === 0 ? 0 : (places[(page - 1) * PAGE + (key % PAGE)] ?? 0);
}

/** Where the item ends that begins at a place. */
export function endOfItem({ bytes }: ItemsByKey, place: number): number {
  let end = place;
  while (bytes[end] !== LINE_FEED) end += 1;
  return end;
}
