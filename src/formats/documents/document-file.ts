import { closeSync, fstatSync, openSync } from 'node:fs';

import { uncompressSync } from 'lz4-napi';

import { BLOCK_SUM_BYTES, blockSum, readDirectory } from './layout.ts';
import type { Directory, Footer } from './layout.ts';
import { documentIn } from './block.ts';
import type { DocumentItems } from './block.ts';
import { blockFinder } from './block-finder.ts';
import { fillFrom } from '../read-at.ts';

/** The documents of one kind of a build, see layout.ts. */
export interface DocumentFile {
  /**
   * The items of a key, as JSON arrays separated by commas or as numbers; null if the key has no document.
   * @throws Error if the file is damaged.
   */
  read(key: number): DocumentItems | null;
  close(): void;
}

/**
 * Opens a file of documents and keeps its directory in memory. Reads are synchronous: they take some microseconds, and
 * a promise of the thread pool would take ten times as long.
 * @throws Error if the size differs from that in the manifest, or the directory is damaged.
 */
export function openDocumentFile(path: string, bytes: number | undefined): DocumentFile {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    const { directory, footer } = readDirectory(file, size);
    return documentFile(file, { ...directory, ...footer });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function documentFile(
  file: number,
  { keys, offsets, columns, compressed }: Directory & Pick<Footer, 'columns' | 'compressed'>,
): DocumentFile {
  const blockOf = blockFinder(keys);
  let closed = false;
  /** Buffer for one block, reused because allocating a buffer costs more than the read. */
  let buffer = Buffer.allocUnsafeSlow(1 << 14);
  return {
    read(key) {
      // The system may have given the descriptor of the closed file to another file.
      if (closed) throw new Error('the build is closed');
      const block = blockOf(key);
      if (block === -1) return null;
      const first = keys[block] ?? 0;
      const at = offsets.of(block);
      const size = offsets.sizeOf(block);
      if (size > buffer.length) buffer = Buffer.allocUnsafeSlow(2 * size);
      fillFrom(file, { bytes: buffer, length: size, at });
      const packed = buffer.subarray(0, size - BLOCK_SUM_BYTES);
      if (blockSum(packed, first) !== buffer.readUInt32LE(packed.length)) {
        throw new Error(`the block at byte ${at} is damaged`);
      }
      return documentIn(compressed ? uncompressSync(packed) : packed, { key, first, columns });
    },
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}
