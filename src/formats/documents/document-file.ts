import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { uncompressSync } from 'lz4-napi';

import { readDirectory } from './layout.ts';
import type { Directory, Footer } from './layout.ts';
import { documentIn } from './number-blocks.ts';
import type { NumberDocument } from './number-blocks.ts';
import { fillFrom } from '../read-at.ts';

/** The documents of one lookup of a build, see documents-file.ts. */
export interface DocumentFile {
  /**
   * The items of a key, as JSON arrays separated by commas or as numbers; null for a key that has no document.
   * @throws Error where the file is damaged.
   */
  read(key: number): NumberDocument | null;
  close(): void;
}

const LINE_FEED = 10;

/**
 * Opens a file of documents and keeps its directory in memory. Reads are synchronous: one takes some microseconds, where
 * a promise of the thread pool alone would take ten times as long.
 * @throws Error where it is not the whole file that the manifest names.
 */
export function openDocumentFile(path: string, bytes: number | undefined): DocumentFile {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    const { directory, footer } = readDirectory(file, size);
    return documentFile(file, { ...directory, columns: footer.columns });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function documentFile(
  file: number,
  { keys, offsets, sums, columns }: Directory & Pick<Footer, 'columns'>,
): DocumentFile {
  let closed = false;
  /** Takes each block in turn: a buffer of its own costs more than the read. */
  let space = Buffer.allocUnsafeSlow(1 << 14);
  return {
    read(key) {
      // The system gives the number of a closed file to the next one.
      if (closed) throw new Error('the build is closed');
      const block = lastAtMost(keys, key);
      if (block === -1) return null;
      const at = offsets[block] ?? 0;
      const length = (offsets[block + 1] ?? at) - at;
      if (length > space.length) space = Buffer.allocUnsafeSlow(2 * length);
      const packed = space.subarray(0, length);
      fillFrom(file, { bytes: packed, at });
      if (crc32(packed) !== sums[block]) throw new Error(`the block at byte ${at} is damaged`);
      if (columns > 0) return documentIn(packed, { key, first: keys[block] ?? 0, columns });
      return itemsOf(uncompressSync(packed), { key, first: keys[block] === key });
    },
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}

function itemsOf(lines: Buffer, { key, first }: { key: number; first: boolean }): string | null {
  const beginning = `\n${key}\t`;
  const at = first ? -1 : lines.indexOf(beginning, 0, 'latin1');
  if (at === -1 && !first) return null;
  const from = at + beginning.length;
  return lines.toString('utf8', from, lines.indexOf(LINE_FEED, from));
}

/** By halves: the place of the last value that is not above; -1 where all are. */
function lastAtMost(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
