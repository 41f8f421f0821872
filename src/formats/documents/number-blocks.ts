import { NONE } from '../../dataset/indexes/document-view.ts';

/**
 * Blocks of documents whose items are integers and nulls. A document is its key, less the one before it; the bytes that
 * follow, times two, plus one where they are text as in the other files, because a word stands among its numbers; and
 * these bytes. Numbers are less those of the item before, which makes most of them one byte long: nine million credits
 * take half the bytes that their text takes when it is compressed, and are read in a fifth of the time.
 */

/** The numbers of a document, item after item; or its text where it has words. */
export type NumberDocument = Int32Array | string;

interface Place {
  /** Of the bytes that follow the key. */
  at: number;
  end: number;
  isText: boolean;
}

/** The document of a key in the block that may hold it; null where it does not. `first` is the block's first key. */
export function documentIn(
  block: Buffer,
  { key, first, columns }: { key: number; first: number; columns: number },
): NumberDocument | null {
  for (const [found, { at, end, isText }] of documentsOf(block, first)) {
    if (found > key) return null;
    if (found === key) return isText ? block.toString('utf8', at, end) : numbersIn(block.subarray(at, end), columns);
  }
  return null;
}

/** The keys of a block with the places of their documents. */
export function* documentsOf(block: Buffer, first: number): Generator<[key: number, place: Place]> {
  const cursor = { at: 0 };
  let key = first;
  while (cursor.at < block.length) {
    key += readNumber(block, cursor);
    const head = readNumber(block, cursor);
    const at = cursor.at;
    cursor.at += Math.floor(head / 2);
    yield [key, { at, end: cursor.at, isText: head % 2 === 1 }];
  }
}

/** Seven bits to a byte, the lowest first; all but the last byte have the highest bit. */
function readNumber(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[cursor.at] ?? 0;
    cursor.at += 1;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

function numbersIn(bytes: Uint8Array, columns: number): Int32Array {
  let length = 0;
  for (const byte of bytes) if (byte < 128) length += 1;
  const numbers = new Int32Array(length);
  const before = new Int32Array(columns);
  const cursor = { at: 0 };
  for (let index = 0, column = 0; index < length; index += 1, column = column + 1 === columns ? 0 : column + 1) {
    const value = readNumber(bytes, cursor);
    if (value === 0) {
      numbers[index] = NONE;
      continue;
    }
    const number = (before[column] ?? 0) + (value % 2 === 1 ? (value - 1) / 2 : -value / 2);
    numbers[index] = number;
    before[column] = number;
  }
  return numbers;
}

/** Writes a number from 0 on as it is read above, and says where it ends. */
export function writeNumber(bytes: Uint8Array, { at, value }: { at: number; value: number }): number {
  let [place, rest] = [at, value];
  for (; rest >= 128; place += 1) {
    bytes[place] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[place] = rest;
  return place + 1;
}

/** What stands for a number that has another one before it: 0 is a null. */
export function difference(number: number, before: number): number {
  const less = number - before;
  return less >= 0 ? 2 * less + 1 : -2 * less;
}
