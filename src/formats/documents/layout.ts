import { crc32 } from 'node:zlib';

import { BlockOffsets } from './block-offsets.ts';
import { readAt } from '../read-at.ts';

/**
 * `lookup/<name>.docs` holds the documents of one kind in the order of their keys, cut into blocks of 1 to 4 KB, see
 * block.ts. After the blocks comes the directory, the first key and the size of each block, then a
 * footer with the CRC-32 of the directory and of the footer before it: a key that is not as it was written would lead to
 * no document. So a document costs one read of some 500 to 2,000 bytes and no query: about a hundredth of what the same
 * costs in DuckDB.
 *
 * A block ends with its CRC-32, which begins with that of the block's first key: so a block that stands in another's
 * place is found too, and neither LZ4 nor a document would notice a flipped bit.
 *
 * Blocks of what requests read by the dozen stand as they are. The others are compressed by LZ4, which takes about half
 * of the room and twice the time. Microseconds of CPU for one read at scale 0.1, files in the page cache, as
 * `npm run bench -- --only documents` measures them, and megabytes:
 *
 *                     lines in 1 or 4 KB of LZ4   these files    LMDB 3.5, a CRC-32 in each value
 *   title                  5.6 us    54 MB        2.1 us    89 MB        1.6 us   113 MB
 *   person                 9.0 us    62 MB        2.5 us    93 MB        1.5 us   122 MB
 *   title_credits          9.4 us   271 MB        2.9 us   463 MB        2.6 us   647 MB
 *   person_credits         4.6 us    70 MB        3.4 us    70 MB
 *
 * Some 1.2 us are the system's for the read. LMDB has memory mapped instead, where a damaged page can end the process.
 */

/** Little-endian: magic, blocks, documents, beginning of the directory, numbers in an item, compression, checksum. */
export const FOOTER_BYTES = 32;
const MAGIC = 'MARQDOC3';
const SUM_AT = 28;

export interface Directory {
  /** The first key of each block, ascending. */
  keys: Uint32Array;
  /** Where the blocks stand, with their checksums. */
  offsets: BlockOffsets;
}

export interface Footer {
  blocks: number;
  /** Keys. */
  documents: number;
  directoryAt: number;
  /** Numbers in each item; 0 where items are text. */
  columns: number;
  /** Whether blocks are compressed by LZ4. */
  compressed: boolean;
}

/** Directory and footer as they stand at the end of the file. */
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

/** undefined where the bytes are no footer. */
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

/** Bytes behind each block. */
export const BLOCK_SUM_BYTES = 4;

/** The checksum of a block as it stands in the file. */
export function blockSum(packed: Uint8Array, firstKey: number): number {
  return crc32(packed, firstKey);
}
