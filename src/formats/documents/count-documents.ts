import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { uncompressSync } from 'lz4-napi';

import { readDirectory } from './layout.ts';
import { documentsOf } from './number-blocks.ts';
import { DamagedFile } from '../../errors.ts';

const READ_BYTES = 1 << 22;
const LINE_FEED = 10;
const TAB = 9;
const ZERO = 48;

/**
 * Reads a file of documents to its end and counts the keys.
 * @throws DamagedFile where a block is damaged or does not begin with the key that the directory names, or the file says
 * another number.
 */
export function countDocuments({ path }: { path: string }): number {
  // In a thread of its own nobody waits: a promise for each block would take ten times as long.
  const file = openSync(path, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    };
    const { size } = fstatSync(file);
    const { directory, footer } = directoryOf(file, { path, size });
    const { keys, offsets, sums } = directory;
    let documents = 0;
    let [bytes, from]: [Buffer, number] = [Buffer.alloc(0), 0];
    for (let block = 0; block < keys.length; block += 1) {
      const [at = 0, end = 0, first = 0] = [offsets[block], offsets[block + 1], keys[block]];
      if (end > from + bytes.length) {
        // Many at once: millions of calls would take as long as all the rest.
        [bytes, from] = [read(at, Math.max(end - at, Math.min(READ_BYTES, footer.directoryAt - at))), at];
      }
      const packed = bytes.subarray(at - from, end - from);
      if (crc32(packed) !== sums[block]) throw new DamagedFile(`${path}: the block at byte ${at} is damaged`);
      documents +=
        footer.columns > 0 ? countNumbers(packed, first) : countKeys(uncompressSync(packed), { first, path });
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
    throw new DamagedFile(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Their first key is that of the directory, and has no other place. */
function countNumbers(block: Buffer, first: number): number {
  let documents = 0;
  for (const _ of documentsOf(block, first)) documents += 1;
  return documents;
}

function countKeys(lines: Buffer, { first, path }: { first: number; path: string }): number {
  let [key, tab] = [0, 0];
  for (; tab < lines.length && lines[tab] !== TAB; tab += 1) key = key * 10 + (lines[tab] ?? 0) - ZERO;
  if (key !== first) throw new DamagedFile(`${path}: a block begins with ${key}, not with ${first}`);
  let keys = 0;
  for (let at = lines.indexOf(LINE_FEED); at !== -1; at = lines.indexOf(LINE_FEED, at + 1)) keys += 1;
  return keys;
}
