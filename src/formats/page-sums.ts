import { ftruncateSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { encodeFooter, PAGE_BYTES, pagedSections } from './paged-layout.ts';
import type { Counts, PagedFormat } from './paged-layout.ts';
import { fillFrom } from './read-at.ts';

const PAGES_AT_ONCE = 256;

/** Writes what stands behind the sections of a file in pages, which is open for reading, too. */
export function finishPages<Count extends string>(
  file: number,
  { format, counts }: { format: PagedFormat<Count>; counts: Counts<Count> },
): void {
  const at = pagedSections(format, counts);
  ftruncateSync(file, at.sums);
  // Of what has just been written, while it is in the page cache.
  const sums = pageSums(file, at.sums / PAGE_BYTES);
  writeAt(file, { numbers: sums, at: at.sums });
  writeAt(file, { numbers: encodeFooter(format, { sums: bytesOf(sums), counts }), at: at.footer });
}

/** The CRC-32 of each of the first pages of a file. */
export function pageSums(file: number, pages: number): Uint32Array {
  const sums = new Uint32Array(pages);
  const bytes = Buffer.allocUnsafe(PAGE_BYTES * PAGES_AT_ONCE);
  for (let first = 0; first < pages; first += PAGES_AT_ONCE) {
    const some = Math.min(PAGES_AT_ONCE, pages - first);
    fillFrom(file, { bytes: bytes.subarray(0, PAGE_BYTES * some), at: PAGE_BYTES * first });
    for (let page = 0; page < some; page += 1) {
      sums[first + page] = crc32(bytes.subarray(PAGE_BYTES * page, PAGE_BYTES * (page + 1)));
    }
  }
  return sums;
}

/** Writes numbers as they lie in memory. */
export function writeAt(file: number, { numbers, at }: { numbers: NodeJS.TypedArray; at: number }): void {
  const bytes = bytesOf(numbers);
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
