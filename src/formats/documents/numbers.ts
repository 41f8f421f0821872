import { NONE } from '../../dataset/indexes/document-view.ts';
import { readVarint } from './varint.ts';

/**
 * Decodes a document whose items are integers and nulls. Each number is stored as the difference to the same column of
 * the item before (delta encoding), with its sign in the lowest bit, as a varint; 0 is null. Most numbers take one
 * byte: nine million credits take half the bytes of their compressed text, and are read in a fifth of the time.
 */
export function numbersIn(
  bytes: Uint8Array,
  { at, end, columns }: { at: number; end: number; columns: number },
): Int32Array {
  let length = 0;
  for (let offset = at; offset < end; offset += 1) if ((bytes[offset] ?? 0) < 128) length += 1;
  const numbers = new Int32Array(length);
  const before = lastOf(columns);
  const cursor = { at };
  for (let index = 0, column = 0; index < length; index += 1, column = column + 1 === columns ? 0 : column + 1) {
    const value = readVarint(bytes, cursor);
    if (value === 0) {
      numbers[index] = NONE;
      continue;
    }
    const number = (before[column] ?? 0) + (value % 2 === 1 ? (value - 1) / 2 : -value / 2);
    numbers[index] = number;
    before[column] = number;
  }
  return numbers;
}

/**
 * Last number of each column, reused for all documents: allocating an array would cost as much as decoding the numbers.
 */
let last = new Int32Array(8);

function lastOf(columns: number): Int32Array {
  if (columns > last.length) last = new Int32Array(columns);
  return last.fill(0);
}

/** Encodes the difference between a number and the one before it. The result is never 0, which is null. */
export function difference(number: number, before: number): number {
  const less = number - before;
  return less >= 0 ? 2 * less + 1 : -2 * less;
}
