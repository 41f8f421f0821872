import { compressSync } from 'lz4-napi';

import { writeNumber } from './number-blocks.ts';

/** Makes the blocks of a file of documents, see documents-file.ts. */
export interface BlockMaker {
  /** Bytes that the documents of the block in the making take. */
  readonly length: number;
  /** Takes a document, which tells of itself where it ends. */
  add(key: number, document: Buffer): void;
  /** The block as it stands in the file; the next document begins another. */
  take(): Buffer;
}

const FIRST_BYTES = 1 << 16;
const LINE_FEED = 10;
const KEY_BYTES = 5;

function withRoom(bytes: Buffer, { length, more }: { length: number; more: number }): Buffer {
  return length + more <= bytes.length ? bytes : Buffer.concat([bytes], 2 * (length + more));
}

/** Blocks of lines, each a key, a tab and the key's items, compressed. */
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

/** Blocks of documents of numbers, each as `NumbersJoiner` makes it, with its key before it. */
export function numberBlocks(): BlockMaker {
  let block: Buffer = Buffer.alloc(FIRST_BYTES);
  let length = 0;
  let before = 0;
  return {
    get length() {
      return length;
    },
    add(key, document) {
      block = withRoom(block, { length, more: document.length + KEY_BYTES });
      length = writeNumber(block, { at: length, value: length === 0 ? 0 : key - before });
      document.copy(block, length);
      length += document.length;
      before = key;
    },
    take() {
      const packed = Buffer.from(block.subarray(0, length));
      length = 0;
      return packed;
    },
  };
}
