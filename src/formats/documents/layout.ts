import { crc32 } from 'node:zlib';

import { readAt } from '../read-at.ts';

/**
 * `lookup/<name>.docs` holds the documents of a lookup in the order of their keys, in blocks. Most have text: lines of a
 * key, a tab and the items of the key in JSON, without the nulls at their ends and with commas between, cut into blocks
 * of 1 or 4 KB, each compressed by LZ4. Where items are nothing but integers, blocks have those, see number-blocks.ts.
 * After the blocks comes the directory, the first key, the checksum and the beginning of each, then a footer with the
 * CRC-32 of the directory and of the footer before it: a key that is not as it was written would lead to no document. So a
 * document costs one read of some 500 or 2,000 bytes and no query: about a hundredth of what the same costs in DuckDB.
 */

/** Little-endian: magic, blocks, documents, beginning of the directory, numbers in an item, checksum. */
export const FOOTER_BYTES = 32;
const MAGIC = 'MARQDOC2';
const SUM_AT = 28;

export interface Directory {
  /** The first key of each block, ascending. */
  keys: Uint32Array;
  /** Where each block begins, and where the last one ends. */
  offsets: Float64Array;
  /** CRC-32 of each block as it stands in the file: LZ4 itself would read a flipped bit as data. */
  sums: Uint32Array;
}

export interface Footer {
  blocks: number;
  /** Keys. */
  documents: number;
  directoryAt: number;
  /** Numbers in each item; 0 where the blocks are text. */
  columns: number;
}

/** Directory and footer as they stand at the end of the file. */
export function encodeDirectory(
  { keys, offsets, sums }: Directory,
  { documents, columns }: Pick<Footer, 'documents' | 'columns'>,
): Buffer {
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.write(MAGIC, 'latin1');
  footer.writeUInt32LE(keys.length, 8);
  footer.writeUInt32LE(documents, 12);
  footer.writeDoubleLE(offsets.at(-1) ?? 0, 16);
  footer.writeUInt32LE(columns, 24);
  const directory = Buffer.concat([bytesOf(keys), bytesOf(sums), bytesOf(offsets)]);
  footer.writeUInt32LE(sumOf(directory, footer), SUM_AT);
  return Buffer.concat([directory, footer]);
}

/** undefined where the bytes are no footer. */
function decodeFooter(bytes: Buffer): Footer | undefined {
  if (bytes.length !== FOOTER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  return {
    blocks: bytes.readUInt32LE(8),
    documents: bytes.readUInt32LE(12),
    directoryAt: bytes.readDoubleLE(16),
    columns: bytes.readUInt32LE(24),
  };
}

function sumOf(directory: Uint8Array, footer: Uint8Array): number {
  return crc32(footer.subarray(0, SUM_AT), crc32(directory));
}

/**
 * The directory of an open file of so many bytes, and its footer.
 * @throws Error where they are not as they were written.
 */
export function readDirectory(file: number, size: number): { directory: Directory; footer: Footer } {
  const end = readAt(file, { at: Math.max(0, size - FOOTER_BYTES), length: FOOTER_BYTES });
  const footer = decodeFooter(end);
  if (footer === undefined) throw new Error('it does not end as a file of documents does');
  // Before so many bytes are asked for: a damaged number may be any.
  const length = directoryBytes(footer);
  if (footer.directoryAt + length + FOOTER_BYTES !== size) throw new Error('its footer is damaged');
  const bytes = readAt(file, { at: footer.directoryAt, length });
  if (sumOf(bytes, end) !== end.readUInt32LE(SUM_AT)) throw new Error('its directory is damaged');
  return { directory: decodeDirectory(bytes, footer), footer };
}

function directoryBytes({ blocks }: Footer): number {
  return 2 * blocks * Uint32Array.BYTES_PER_ELEMENT + (blocks + 1) * Float64Array.BYTES_PER_ELEMENT;
}

function decodeDirectory(bytes: Buffer, { blocks }: Footer): Directory {
  const part = blocks * Uint32Array.BYTES_PER_ELEMENT;
  const copy = (from: number, to?: number): ArrayBuffer => Uint8Array.from(bytes.subarray(from, to)).buffer;
  return {
    keys: new Uint32Array(copy(0, part)),
    sums: new Uint32Array(copy(part, 2 * part)),
    offsets: new Float64Array(copy(2 * part)),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array | Float64Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
