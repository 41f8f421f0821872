import type { Arena } from './arena.ts';

/** Bits of a doc id that one pass sorts by. */
const DIGIT = 11;

/**
 * Merges postings of several sets, `length` numbers in all, without duplicates: a radix sort by doc id, and an
 * insertion sort by attributes within each document.
 */
export function sortedPostings(
  parts: readonly Uint32Array<ArrayBuffer>[],
  { length, arena }: { length: number; arena: Arena },
): Uint32Array<ArrayBuffer> {
  let [from, to] = [arena.takeNumbers(length), arena.takeNumbers(length)];
  let [filled, least, most] = [0, Infinity, 0];
  for (const part of parts) {
    from.set(part, filled);
    filled += part.length;
    for (let at = 0; at < part.length; at += 2) {
      const docId = part[at] ?? 0;
      if (docId < least) least = docId;
      if (docId > most) most = docId;
    }
  }
  const ends = new Uint32Array(1 << DIGIT);
  for (let shift = 0; most - least >= 2 ** shift; shift += DIGIT) {
    sortBy(from, to, { least, shift, ends });
    [from, to] = [to, from];
  }
  return distinct(from);
}

/** One pass of the radix sort, by the `DIGIT` bits above `shift`. */
function sortBy(
  from: Uint32Array<ArrayBuffer>,
  to: Uint32Array<ArrayBuffer>,
  { least, shift, ends }: { least: number; shift: number; ends: Uint32Array },
): void {
  const mask = ends.length - 1;
  ends.fill(0);
  for (let at = 0; at < from.length; at += 2) {
    const digit = (((from[at] ?? 0) - least) >> shift) & mask;
    ends[digit] = (ends[digit] ?? 0) + 2;
  }
  for (let digit = 1; digit <= mask; digit += 1) ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
  for (let at = from.length - 2; at >= 0; at -= 2) {
    const digit = (((from[at] ?? 0) - least) >> shift) & mask;
    const index = (ends[digit] ?? 0) - 2;
    ends[digit] = index;
    to[index] = from[at] ?? 0;
    to[index + 1] = from[at + 1] ?? 0;
  }
}

/** Sorts postings of one document by attributes and drops duplicates, in place. */
function distinct(all: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let length = 0;
  for (let at = 0; at < all.length; at += 2) {
    const [docId = 0, attributes = 0] = [all[at], all[at + 1]];
    let index = length;
    while (index > 0 && all[index - 2] === docId && (all[index - 1] ?? 0) > attributes) index -= 2;
    if (index > 0 && all[index - 2] === docId && all[index - 1] === attributes) continue;
    all.copyWithin(index + 2, index, length);
    all[index] = docId;
    all[index + 1] = attributes;
    length += 2;
  }
  return all.subarray(0, length);
}
