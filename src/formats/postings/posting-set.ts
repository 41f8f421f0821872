import type { Arena } from './arena.ts';

/** Postings, two numbers each: the doc id and the attributes. Sorted by both, none twice. */
export type PostingSet = Uint32Array<ArrayBuffer>;

export const NO_POSTINGS: PostingSet = new Uint32Array();

/** More parts than these are sorted anew, where they hold more than a few postings. */
const FEW_PARTS = 8;
const FEW_NUMBERS = 1024;
/** Bits of a doc id that one pass of the radix sort looks at. */
const DIGIT = 11;

/** All that are in any of the parts. */
export function unionOf(parts: readonly PostingSet[], arena: Arena): PostingSet {
  const [only = NO_POSTINGS] = parts;
  if (parts.length <= 1) return only;
  if (parts.length > FEW_PARTS) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > FEW_NUMBERS) return sorted(parts, { length, arena });
  }
  const middle = parts.length >> 1;
  return merged(unionOf(parts.slice(0, middle), arena), unionOf(parts.slice(middle), arena), arena);
}

/** Those of a set that are in one of the parts at least, in its place. */
export function intersectionOf(set: PostingSet, parts: readonly PostingSet[], arena: Arena): PostingSet {
  const marks = marksFor(set, arena);
  for (const part of parts) mark(marks, set, part);
  return keepMarked(set, marks);
}

/** A zero for each posting of a set. */
export function marksFor(set: PostingSet, arena: Arena): Uint8Array {
  return arena.take(set.length / 2).fill(0);
}

/** Those that are marked, in the place of all. */
export function keepMarked(set: PostingSet, marks: Uint8Array): PostingSet {
  let length = 0;
  for (let at = 0; at < set.length; at += 2) {
    if (marks[at >> 1] === 0) continue;
    set[length] = set[at] ?? 0;
    set[length + 1] = set[at + 1] ?? 0;
    length += 2;
  }
  return set.subarray(0, length);
}

/** Where a posting is in a set, by the number of its doc id; -1 where it is not. */
export function indexOf(set: PostingSet, docId: number, attributes: number): number {
  let [low, high] = [0, set.length >> 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = (set[2 * middle] ?? 0) - docId || (set[2 * middle + 1] ?? 0) - attributes;
    if (order === 0) return 2 * middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** The first number from `from` whose doc id is not below, by steps that double and then by halves. */
export function gallopTo(docId: number, set: PostingSet, from: number): number {
  let low = from >> 1;
  const end = set.length >> 1;
  if (low >= end || (set[2 * low] ?? 0) >= docId) return 2 * low;
  let step = 1;
  for (; low + step < end && (set[2 * (low + step)] ?? 0) < docId; step *= 2) low += step;
  let high = Math.min(low + step, end);
  low += 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[2 * middle] ?? 0) < docId) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

function mark(marks: Uint8Array, set: PostingSet, other: PostingSet): void {
  let [one, two] = [0, 0];
  while (one < set.length && two < other.length) {
    const docId = set[one] ?? 0;
    const wanted = other[two] ?? 0;
    if (docId < wanted) one = gallopTo(wanted, set, one);
    else if (docId > wanted) two = gallopTo(docId, other, two);
    else {
      const order = (set[one + 1] ?? 0) - (other[two + 1] ?? 0);
      if (order === 0) marks[one >> 1] = 1;
      if (order <= 0) one += 2;
      if (order >= 0) two += 2;
    }
  }
}

function merged(one: PostingSet, other: PostingSet, arena: Arena): PostingSet {
  const all = arena.takeNumbers(one.length + other.length);
  let [length, left, right] = [0, 0, 0];
  while (left < one.length || right < other.length) {
    const order = compareAt(one, left, other, right);
    const [from, at] = order <= 0 ? [one, left] : [other, right];
    all[length] = from[at] ?? 0;
    all[length + 1] = from[at + 1] ?? 0;
    length += 2;
    if (order <= 0) left += 2;
    if (order >= 0) right += 2;
  }
  return all.subarray(0, length);
}

/** What is at an end comes after all. */
function compareAt(one: PostingSet, left: number, other: PostingSet, right: number): number {
  const docId = left < one.length ? (one[left] ?? 0) : Infinity;
  const otherId = right < other.length ? (other[right] ?? 0) : Infinity;
  return docId === otherId ? (one[left + 1] ?? 0) - (other[right + 1] ?? 0) : docId - otherId;
}

/** A radix sort by doc id, and one by insertion among the few postings of one document. */
function sorted(parts: readonly PostingSet[], { length, arena }: { length: number; arena: Arena }): PostingSet {
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

/** One pass: by the digit of `DIGIT` bits above `shift`. */
function sortBy(
  from: PostingSet,
  to: PostingSet,
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
    const place = (ends[digit] ?? 0) - 2;
    ends[digit] = place;
    to[place] = from[at] ?? 0;
    to[place + 1] = from[at + 1] ?? 0;
  }
}

/** Postings sorted by doc id alone, each once and sorted by attributes too, in their place. */
function distinct(all: PostingSet): PostingSet {
  let length = 0;
  for (let at = 0; at < all.length; at += 2) {
    const [docId = 0, attributes = 0] = [all[at], all[at + 1]];
    let place = length;
    while (place > 0 && all[place - 2] === docId && (all[place - 1] ?? 0) > attributes) place -= 2;
    if (place > 0 && all[place - 2] === docId && all[place - 1] === attributes) continue;
    all.copyWithin(place + 2, place, length);
    all[place] = docId;
    all[place + 1] = attributes;
    length += 2;
  }
  return all.subarray(0, length);
}
