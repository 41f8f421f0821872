import { compressSync } from 'lz4-napi';

import { difference, writeNumber } from '../../dataset/number-blocks.ts';

/** Makes the blocks of a file of documents, see documents-file.ts. */
export interface BlockMaker {
  /** Bytes that the documents of the block in the making take. */
  readonly length: number;
  /** Takes a document: `line` is its key, a tab and its items. */
  add(key: number, line: Buffer): void;
  /** The block as it stands in the file; the next document begins another. */
  take(): Buffer;
}

const FIRST_BYTES = 1 << 16;
const TAB = 9;
const LINE_FEED = 10;
const [QUOTE, COMMA, MINUS, ZERO, NINE, CLOSING] = [34, 44, 45, 48, 57, 93];
/** No number of a document takes more bytes, nor does a key and a length. */
const NUMBER_BYTES = 5;

function withRoom(bytes: Buffer, { length, more }: { length: number; more: number }): Buffer {
  return length + more <= bytes.length ? bytes : Buffer.concat([bytes], 2 * (length + more));
}

/** Blocks of lines, compressed. */
export function lineBlocks(): BlockMaker {
  let block: Buffer = Buffer.alloc(FIRST_BYTES);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(_key, line) {
      block = withRoom(block, { length, more: line.length + 1 });
      line.copy(block, length);
      length += line.length + 1;
      block[length - 1] = LINE_FEED;
    },
    take() {
      const packed = compressSync(block.subarray(0, length));
      length = 0;
      return packed;
    },
  };
}

/** Blocks of numbers, of which each item has as many as there are columns. */
export function numberBlocks(columns: number): BlockMaker {
  let block: Buffer = Buffer.alloc(FIRST_BYTES);
  let numbers: Buffer = Buffer.alloc(FIRST_BYTES);
  let length = 0;
  let before = 0;
  return {
    get length() {
      return length;
    },
    add(key, line) {
      const items = line.subarray(line.indexOf(TAB) + 1);
      const isText = items.includes(QUOTE);
      // An item has three bytes at least, `[1]`.
      numbers = withRoom(numbers, { length: 0, more: Math.ceil(items.length / 3) * columns * NUMBER_BYTES });
      const bytes = isText ? items : numbers.subarray(0, writeItems(numbers, { items, columns }));
      block = withRoom(block, { length, more: bytes.length + 2 * NUMBER_BYTES });
      length = writeNumber(block, { at: length, value: length === 0 ? 0 : key - before });
      length = writeNumber(block, { at: length, value: 2 * bytes.length + (isText ? 1 : 0) });
      bytes.copy(block, length);
      length += bytes.length;
      before = key;
    },
    take() {
      const packed = Buffer.from(block.subarray(0, length));
      length = 0;
      return packed;
    },
  };
}

/** Writes the numbers of JSON arrays that have nothing else but nulls, and says where they end. */
function writeItems(bytes: Buffer, { items, columns }: { items: Buffer; columns: number }): number {
  const before = new Int32Array(columns);
  let length = 0;
  let column = 0;
  let digits = 0;
  let number = 0;
  let sign = 1;
  for (let at = 0; at < items.length; at += 1) {
    const byte = items[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      number = number * 10 + byte - ZERO;
      digits += 1;
    } else if (byte === MINUS) {
      sign = -1;
    } else if (byte === COMMA || byte === CLOSING) {
      const value = digits === 0 ? 0 : difference(sign * number, before[column] ?? 0);
      if (digits > 0) before[column] = sign * number;
      length = writeNumber(bytes, { at: length, value });
      column += 1;
      [digits, number, sign] = [0, 0, 1];
      if (byte === CLOSING) {
        for (; column < columns; column += 1) length = writeNumber(bytes, { at: length, value: 0 });
        column = 0;
        // The comma behind it.
        at += 1;
      }
    }
  }
  return length;
}
