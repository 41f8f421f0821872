import { numbersIn } from './numbers.ts';
import { readVarint } from './varint.ts';

/**
 * A block holds documents with consecutive keys of the file. A document begins with two varints: the difference between
 * its key and the one before (0 for the first, whose key is in the directory), and twice its size in bytes, plus one if
 * it is text. Then come its bytes: the items in UTF-8, or their numbers, see numbers.ts. A reader skips the documents
 * before the key without decoding them.
 */

/** The items of a document: JSON arrays separated by commas, or the numbers of all items in sequence. */
export type DocumentItems = Int32Array | string;

/** The items of a key; null if the block does not hold the key. `first` is the block's first key. */
export function documentIn(
  block: Buffer,
  { key, first, columns }: { key: number; first: number; columns: number },
): DocumentItems | null {
  const cursor = { at: 0 };
  for (let found = first; cursor.at < block.length;) {
    found += readVarint(block, cursor);
    const head = readVarint(block, cursor);
    const { at } = cursor;
    const end = at + Math.floor(head / 2);
    if (found === key) return head % 2 === 1 ? block.toString('utf8', at, end) : numbersIn(block, { at, end, columns });
    if (found > key) return null;
    cursor.at = end;
  }
  return null;
}

/**
 * The keys of a block, whose bytes may be damaged.
 * @throws Error if the block does not hold complete documents.
 */
export function keysIn(block: Uint8Array, first: number): number[] {
  const keys: number[] = [];
  const cursor = { at: 0 };
  for (let key = first; cursor.at < block.length;) {
    const difference = readVarint(block, cursor);
    if ((difference === 0) !== (keys.length === 0)) throw new Error('its keys do not go up');
    key += difference;
    const head = readVarint(block, cursor);
    cursor.at += Math.floor(head / 2);
    keys.push(key);
  }
  if (cursor.at !== block.length) throw new Error('its last document is cut off');
  return keys;
}
