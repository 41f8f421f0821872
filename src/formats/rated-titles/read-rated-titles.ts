import { closeSync, fstatSync, openSync } from 'node:fs';

import { fillFrom } from '../read-at.ts';
import { decodeRatedTitles } from './layout.ts';
import type { RatedTitles } from './layout.ts';

/**
 * Reads the file at once.
 * @throws Error if it is damaged or does not have `bytes` bytes, as in the manifest.
 */
export function readRatedTitles(path: string, bytes: number | undefined): RatedTitles {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    // A buffer of its own, because typed arrays need an aligned beginning.
    const buffer = new ArrayBuffer(size);
    fillFrom(file, { bytes: new Uint8Array(buffer), at: 0 });
    return decodeRatedTitles(buffer);
  } finally {
    closeSync(file);
  }
}
