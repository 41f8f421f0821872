/**
 * Variable-length integers (LEB128): seven bits in a byte, the lowest first; all bytes but the last have the highest
 * bit set.
 */

/** An offset in bytes, which reading advances. */
export interface Cursor {
  at: number;
}

/** Reads an unsigned integer. Bytes after the end are read as 0. */
export function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let byte = bytes[cursor.at++] ?? 0;
  // Most integers take one byte.
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let scale = 128; ; scale *= 128) {
    byte = bytes[cursor.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

/** Writes an unsigned integer and returns the offset after it. */
export function writeVarint(bytes: Uint8Array, { at, value }: { at: number; value: number }): number {
  let [offset, rest] = [at, value];
  for (; rest >= 128; offset += 1) {
    bytes[offset] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[offset] = rest;
  return offset + 1;
}
