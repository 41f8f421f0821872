/** Variable-length integers (LEB128): seven bits to a byte, the lowest first; all but the last byte have the highest bit. */

/** A place in bytes, which reading moves on. */
export interface Cursor {
  at: number;
}

/** Reads an integer from 0 on. Bytes behind the end are read as 0. */
export function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let byte = bytes[cursor.at++] ?? 0;
  // Most take one byte.
  if (byte < 128) return byte;
  let value = byte & 127;
  for (let scale = 128; ; scale *= 128) {
    byte = bytes[cursor.at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

/** Writes an integer from 0 on and answers with where it ends. */
export function writeVarint(bytes: Uint8Array, { at, value }: { at: number; value: number }): number {
  let [place, rest] = [at, value];
  for (; rest >= 128; place += 1) {
    bytes[place] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  bytes[place] = rest;
  return place + 1;
}
