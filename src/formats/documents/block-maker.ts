import { compressSync } from 'lz4-napi';

import { writeVarint } from './varint.ts';

/** A document as it stands in a block, see block.ts. */
export interface EncodedDocument {
  key: number;
  bytes: Uint8Array;
  isText: boolean;
}

/** Makes one block after another. */
export interface BlockMaker {
  /** Bytes of the block in the making, before it is compressed. */
  readonly length: number;
  add(document: EncodedDocument): void;
  /** The block as it stands in the file, until the next document is added: that begins another. */
  take(): Buffer;
}

const FIRST_BYTES = 1 << 16;
/** No varint before a document takes more bytes. */
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
      const whole = block.subarray(0, length);
      length = 0;
      return compressed ? compressSync(whole) : whole;
    },
  };
}
