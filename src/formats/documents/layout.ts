import { crc32 } from 'node:zlib';

import { BlockOffsets } from './block-offsets.ts';
import { readAt } from '../read-at.ts';

/**
 * `lookup/<name>.docs` holds the documents of one kind in the order of their keys, in blocks of 1 to 4 KB, see block.ts.
 * After the blocks comes the directory, with the first key and the size of each block, then a footer with the CRC-32 of
 * directory and footer. One document takes one read of some 500 to 2,000 bytes and no query, about a hundredth of the
 * time that DuckDB takes.
 *
 * A block ends with its CRC-32, which is seeded with the block's first key, so that a block at the wrong offset is
 * detected too.
 *
 * Blocks of kinds that requests read by the dozen are not compressed. The others are compressed with LZ4, which takes
 * about half the room and twice the time. Microseconds of CPU for one read and size at scale 0.1, with the
 * files in the page cache, as `npm run bench -- --only documents` measures them:
 *
 *                     text in LZ4 blocks          this format    LMDB 3.5, a CRC-32 in each value
 *   title                  5.6 us    54 MB        2.1 us    89 MB        1.6 us   113 MB
 *   person                 9.0 us    62 MB        2.5 us    93 MB        1.5 us   122 MB
 *   title_credits          9.4 us   271 MB        2.9 us   463 MB        2.6 us   647 MB
 *   person_credits         4.6 us    70 MB        3.4 us    70 MB
 *
 * Of these times the system's read takes some 1.2 us. LMDB maps the file into memory, so that a damaged page can crash
 * the process.
 */

/** Little-endian: magic, blocks, documents, offset of the directory, numbers in an item, compression, checksum. */
export const FOOTER_BYTES = 32;
const MAGIC = 'MARQDOC3';
const SUM_AT = 28;

export interface Directory {
  /** First key of each block, ascending. */
  keys: Uint32Array;
  /** Offsets of the blocks. */
  offsets: BlockOffsets;
}

export interface Footer {
  blocks: number;
  /** Number of documents. */
  documents: number;
  directoryAt: number;
  /** Numbers in each item; 0 if items are text. */
  columns: number;
  /** Whether blocks are compressed with LZ4. */
  compressed: boolean;
}

/** Directory and footer as they are written at the end of the file. */
export function encodeDirectory(
  { keys, sizes }: { keys: Uint32Array; sizes: Uint32Array },
  { documents, columns, compressed }: Pick<Footer, 'documents' | 'columns' | 'compressed'>,
): Buffer {
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.write(MAGIC, 'latin1');
  footer.writeUInt32LE(keys.length, 8);
  footer.writeUInt32LE(documents, 12);
  footer.writeDoubleLE(
    sizes.reduce((sum, size) => sum + size, 0),
    16,
  );
  footer.writeUInt16LE(columns, 24);
  footer.writeUInt16LE(Number(compressed), 26);
  const directory = Buffer.concat([bytesOf(keys), bytesOf(sizes)]);
  footer.writeUInt32LE(sumOf(directory, footer), SUM_AT);
  return Buffer.concat([directory, footer]);
}

/** Returns undefined if the bytes are not a footer. */
function decodeFooter(bytes: Buffer): Footer | undefined {
  if (bytes.length !== FOOTER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  return {
    blocks: bytes.readUInt32LE(8),
    documents: bytes.readUInt32LE(12),
    directoryAt: bytes.readDoubleLE(16),
    columns: bytes.readUInt16LE(24),
    compressed: bytes.readUInt16LE(26) === 1,
  };
}

function sumOf(directory: Uint8Array, footer: Uint8Array): number {
  return crc32(footer.subarray(0, SUM_AT), crc32(directory));
}

/**
 * Reads the directory and the footer of an open file of `size` bytes.
 * @throws Error if they are damaged.
 */
export function readDirectory(file: number, size: number): { directory: Directory; footer: Footer } {
  const end = readAt(file, { at: Math.max(0, size - FOOTER_BYTES), length: FOOTER_BYTES });
  const footer = decodeFooter(end);
  if (footer === undefined) throw new Error('it does not end as a file of documents does');
  // Checked before the read, because a damaged footer could ask for any number of bytes.
  const length = directoryBytes(footer);
  if (footer.directoryAt + length + FOOTER_BYTES !== size) throw new Error('its footer is damaged');
  const bytes = readAt(file, { at: footer.directoryAt, length });
  if (sumOf(bytes, end) !== end.readUInt32LE(SUM_AT)) throw new Error('its directory is damaged');
  return { directory: decodeDirectory(bytes, footer), footer };
}

function directoryBytes({ blocks }: Footer): number {
  return 2 * blocks * Uint32Array.BYTES_PER_ELEMENT;
}

function decodeDirectory(bytes: Buffer, { blocks }: Footer): Directory {
  const part = blocks * Uint32Array.BYTES_PER_ELEMENT;
  const copy = (from: number, to?: number) => new Uint32Array(Uint8Array.from(bytes.subarray(from, to)).buffer);
  return { keys: copy(0, part), offsets: new BlockOffsets(copy(part)) };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

/** Size of the checksum after each block. */
export const BLOCK_SUM_BYTES = 4;

/** Checksum of a block as it is in the file. */
export function blockSum(packed: Uint8Array, firstKey: number): number {
  return crc32(packed, firstKey);
}
