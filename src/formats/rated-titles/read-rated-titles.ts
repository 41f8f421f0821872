import { closeSync, fstatSync, openSync } from 'node:fs';

import { fillFrom } from '../read-at.ts';
import { decodeRatedTitles } from './layout.ts';
import type { RatedTitles } from './layout.ts';

/** Reads the file whole. @throws Error where it is not as it was written, or has not as many bytes as the manifest says. */
export function readRatedTitles(path: string, bytes: number | undefined): RatedTitles {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    // Memory of its own, which begins where typed arrays may.
    const whole = new ArrayBuffer(size);
    fillFrom(file, { bytes: new Uint8Array(whole), at: 0 });
    return decodeRatedTitles(whole);
  } finally {
    closeSync(file);
  }
}
