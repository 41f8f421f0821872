import { readSync } from 'node:fs';

/**
 * Reads bytes of an open file.
 * @throws Error if the file ends before.
 */
export function readAt(file: number, { at, length }: { at: number; length: number }): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  fillFrom(file, { bytes, at });
  return bytes;
}

/**
 * Fills `bytes`, or its first `length` bytes, from an open file.
 * @throws Error if the file ends before.
 */
export function fillFrom(
  file: number,
  { bytes, at, length = bytes.length }: { bytes: Uint8Array; at: number; length?: number },
): void {
  for (let done = 0; done < length;) {
    const read = readSync(file, bytes, done, length - done, at + done);
    if (read === 0) throw new Error(`the file ends at byte ${at + done}`);
    done += read;
  }
}
