import { compressSync } from 'lz4-napi';

import { writeVarint } from './varint.ts';

/** A document as a block holds it, see block.ts. */
export interface EncodedDocument {
  key: number;
  bytes: Uint8Array;
  isText: boolean;
}

/** Encodes blocks, one after another. */
export interface BlockMaker {
  /** Size of the current block in bytes, before compression. */
  readonly length: number;
  add(document: EncodedDocument): void;
  /** Returns the block as it is written to the file. It is valid until the next document is added, which begins another. */
  take(): Buffer;
}

const FIRST_BYTES = 1 << 16;
/** Largest size of a varint before a document. */
const VARINT_BYTES = 5;

export function blockMaker({ compressed }: { compressed: boolean }): BlockMaker {
  let block: Buffer = Buffer.alloc(FIRST_BYTES);
  let length = 0;
  let before = 0;
  return {
    get length() {
      return length;
    },
    add({ key, bytes, isText }) {
      const most = length + bytes.length + 2 * VARINT_BYTES;
      if (most > block.length) block = Buffer.concat([block], 2 * most);
      length = writeVarint(block, { at: length, value: length === 0 ? 0 : key - before });
      length = writeVarint(block, { at: length, value: 2 * bytes.length + Number(isText) });
      block.set(bytes, length);
      length += bytes.length;
      before = key;
    },
    take() {
      const plain = block.subarray(0, length);
      length = 0;
      return compressed ? compressSync(plain) : plain;
    },
  };
}
