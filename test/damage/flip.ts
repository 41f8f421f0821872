import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Where a file is damaged, as shares of its length. */
export const PLACES = { beginning: 0.01, middle: 0.5, end: 0.99 } as const;

/** Changes one byte of a file, in its place. */
export function flip(path: string, share: number): void {
  const file = openSync(path, 'r+');
  const at = Math.floor(fstatSync(file).size * share);
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte[0] = 255 - (byte[0] ?? 0);
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
}
