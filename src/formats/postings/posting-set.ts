import type { Arena } from './arena.ts';
import { sortedPostings } from './sorted-postings.ts';

/** Postings as pairs of numbers, doc id and attributes; sorted by both, without duplicates. */
export type PostingSet = Uint32Array<ArrayBuffer>;

export const NO_POSTINGS: PostingSet = new Uint32Array();

/** Number of parts above which they are sorted together instead of merged in pairs, if they are not small. */
const FEW_PARTS = 8;
const FEW_NUMBERS = 1024;

/** Union of the parts. */
export function unionOf(parts: readonly PostingSet[], arena: Arena): PostingSet {
  const [only = NO_POSTINGS] = parts;
  if (parts.length <= 1) return only;
  if (parts.length > FEW_PARTS) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length > FEW_NUMBERS) return sortedPostings(parts, { length, arena });
  }
  const middle = parts.length >> 1;
  return merged(unionOf(parts.slice(0, middle), arena), unionOf(parts.slice(middle), arena), arena);
}

/** Intersection of a set with the union of the parts. It overwrites the set. */
export function intersectionOf(set: PostingSet, parts: readonly PostingSet[], arena: Arena): PostingSet {
  const marks = marksFor(set, arena);
  for (const part of parts) mark(marks, set, part);
  return keepMarked(set, marks);
}

/** One mark for each posting of a set, initially 0. */
export function marksFor(set: PostingSet, arena: Arena): Uint8Array {
  return arena.take(set.length / 2).fill(0);
}

/** Keeps the marked postings. It overwrites the set. */
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

/** Keeps the postings that pass. It overwrites the set. */
export function keepOnly(set: PostingSet, passes: (docId: number, attributes: number) => boolean): PostingSet {
  let length = 0;
  for (let at = 0; at < set.length; at += 2) {
    const [docId = 0, attributes = 0] = [set[at], set[at + 1]];
    if (!passes(docId, attributes)) continue;
    set[length] = docId;
    set[length + 1] = attributes;
    length += 2;
  }
  return set.subarray(0, length);
}

/** Index of the doc id of a posting in a set, by binary search; -1 if the set does not contain the posting. */
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

/** Index of the first posting, from `from` on, whose doc id is not less than `docId`, by galloping search. */
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

/** Compares two postings; an index at the end of a set is greater than any posting. */
function compareAt(one: PostingSet, left: number, other: PostingSet, right: number): number {
  const docId = left < one.length ? (one[left] ?? 0) : Infinity;
  const otherId = right < other.length ? (other[right] ?? 0) : Infinity;
  return docId === otherId ? (one[left + 1] ?? 0) - (other[right + 1] ?? 0) : docId - otherId;
}
