import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { uncompressSync } from 'lz4-napi';

import { BLOCK_SUM_BYTES, blockSum, readDirectory } from './layout.ts';
import { keysIn } from './block.ts';
import { DamagedFile } from '../../errors.ts';

const READ_BYTES = 1 << 22;

/**
 * Verifies a file of documents from beginning to end, and counts the keys.
 * @throws DamagedFile if a block is damaged, if keys are out of order, or if the footer has another number.
 */
export function checkDocuments({ path }: { path: string }): number {
  // Synchronous, because this runs in a thread of its own: a promise for each block would take ten times as long.
  const file = openSync(path, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    };
    const { size } = fstatSync(file);
    const { directory, footer } = directoryOf(file, { path, size });
    const { keys, offsets } = directory;
    let documents = 0;
    let [bytes, from]: [Buffer, number] = [Buffer.alloc(0), 0];
    for (let block = 0; block < keys.length; block += 1) {
      const [at, first] = [offsets.of(block), keys[block] ?? 0];
      const end = at + offsets.sizeOf(block);
      if (end > from + bytes.length) {
        // Many blocks at once: millions of calls would take as long as all the rest.
        [bytes, from] = [read(at, Math.max(end - at, Math.min(READ_BYTES, footer.directoryAt - at))), at];
      }
      const sumAt = end - from - BLOCK_SUM_BYTES;
      const packed = bytes.subarray(at - from, sumAt);
      if (blockSum(packed, first) !== bytes.readUInt32LE(sumAt))
        throw new DamagedFile(`${path}: the block at byte ${at} is damaged`);
      const plain = footer.compressed ? uncompressSync(packed) : packed;
      documents += countKeys(plain, { first, next: keys[block + 1] ?? Infinity, at, path });
    }
    if (documents !== footer.documents) {
      throw new DamagedFile(`${path} holds ${documents} documents and says that it holds ${footer.documents}`);
    }
    return documents;
  } finally {
    closeSync(file);
  }
}

function directoryOf(file: number, { path, size }: { path: string; size: number }) {
  try {
    return readDirectory(file, size);
  } catch (cause) {
    throw new DamagedFile(`${path}: ${reasonOf(cause)}`, { cause });
  }
}

/** Counts the keys of a block, which must be less than the first key of the next one. */
function countKeys(
  block: Uint8Array,
  { first, next, at, path }: { first: number; next: number; at: number; path: string },
): number {
  try {
    const keys = keysIn(block, first);
    if ((keys.at(-1) ?? next) >= next) throw new Error('its keys reach into the next one');
    return keys.length;
  } catch (cause) {
    throw new DamagedFile(`${path}: the block at byte ${at} is damaged: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
