import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { uncompressSync } from 'lz4-napi';

import { decodeDirectory, decodeFooter, directoryBytes, FOOTER_BYTES } from '../dataset/documents-file.ts';
import { documentsOf } from '../dataset/number-blocks.ts';
import { Rejected } from './outcome.ts';

const LINE_FEED = 10;
const TAB = 9;

/**
 * Reads a file of documents to its end and counts the keys.
 * @throws Rejected where a block is damaged or does not begin with the key that the directory names, or the file says
 * another number.
 */
export function countDocumentsHere(path: string): number {
  // In a thread of its own nobody waits: a promise for each block would take ten times as long.
  const file = openSync(path, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      return bytes;
    };
    const { size } = fstatSync(file);
    const footer = decodeFooter(read(Math.max(0, size - FOOTER_BYTES), FOOTER_BYTES));
    if (footer === undefined) throw new Rejected(`${path} does not end as a file of documents does`);
    const { keys, offsets, sums } = decodeDirectory(read(footer.directoryAt, directoryBytes(footer)), footer);
    let documents = 0;
    for (const [block, first] of keys.entries()) {
      const [at = 0, end = 0] = offsets.subarray(block, block + 2);
      const packed = read(at, end - at);
      if (crc32(packed) !== sums[block]) throw new Rejected(`${path}: the block at byte ${at} is damaged`);
      documents +=
        footer.columns > 0 ? countNumbers(packed, first) : countKeys(uncompressSync(packed), { first, path });
    }
    if (documents !== footer.documents) {
      throw new Rejected(`${path} holds ${documents} documents and says that it holds ${footer.documents}`);
    }
    return documents;
  } finally {
    closeSync(file);
  }
}

/** Their first key is that of the directory, and has no other place. */
function countNumbers(block: Buffer, first: number): number {
  return [...documentsOf(block, first)].length;
}

function countKeys(lines: Buffer, { first, path }: { first: number; path: string }): number {
  const key = lines.toString('latin1', 0, lines.indexOf(TAB));
  if (Number(key) !== first) throw new Rejected(`${path}: a block begins with ${key}, not with ${first}`);
  let keys = 0;
  for (let at = lines.indexOf(LINE_FEED); at !== -1; at = lines.indexOf(LINE_FEED, at + 1)) keys += 1;
  return keys;
}
