import { crc32 } from 'node:zlib';

import { PAGE_BYTES } from './layout.ts';
import { fillFrom } from '../read-at.ts';
import type { Space } from './arena.ts';

/**
 * Bytes of an open file, which is read by whole pages.
 * @throws Error where one of them has not the checksum that it was written with.
 */
export function readChecked(
  file: number,
  { at, length, sums, space }: { at: number; length: number; sums: Uint32Array; space: Space },
): Uint8Array<ArrayBuffer> {
  const first = Math.floor(at / PAGE_BYTES);
  const last = Math.ceil((at + length) / PAGE_BYTES);
  const bytes = space.take(PAGE_BYTES * (last - first));
  fillFrom(file, { bytes, at: PAGE_BYTES * first });
  for (let page = first; page < last; page += 1) {
    const from = PAGE_BYTES * (page - first);
    if (crc32(bytes.subarray(from, from + PAGE_BYTES)) !== sums[page]) throw new Error(`page ${page} is damaged`);
  }
  const begin = at - PAGE_BYTES * first;
  return bytes.subarray(begin, begin + length);
}
