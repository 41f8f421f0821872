import { RANK_BYTES, TEXT_BYTES } from './layout.ts';
import type { Space } from './arena.ts';

/** Texts of things: `ranks` of these, and their numbers among those of each, sorted by both, none twice. */
export interface Texts {
  ranks: Uint32Array;
  texts: Uint16Array;
}

export const NO_TEXTS: Texts = { ranks: new Uint32Array(), texts: new Uint16Array() };

/** A copy that lasts. */
export function kept({ ranks, texts }: Texts): Texts {
  return { ranks: ranks.slice(), texts: texts.slice() };
}

/** All that are in any of the parts. */
export function unionOf(parts: readonly Texts[], space: Space): Texts {
  const [only] = parts;
  if (parts.length <= 1) return only ?? NO_TEXTS;
  const middle = parts.length >> 1;
  return merged(unionOf(parts.slice(0, middle), space), unionOf(parts.slice(middle), space), space);
}

/** Those that are in one part at least, in the place of what was found. */
export function within(found: Texts, parts: readonly Texts[], space: Space): Texts {
  const marks = marksFor(found.ranks.length, space);
  for (const part of parts) mark(marks, found, part);
  return keepMarked(found, marks);
}

/** Those that are marked, in the place of all. */
export function keepMarked({ ranks, texts }: Texts, marks: Uint8Array): Texts {
  let length = 0;
  for (let index = 0; index < ranks.length; index += 1) {
    if (marks[index] === 0) continue;
    ranks[length] = ranks[index] ?? 0;
    texts[length] = texts[index] ?? 0;
    length += 1;
  }
  return { ranks: ranks.subarray(0, length), texts: texts.subarray(0, length) };
}

/** Where a text is among others; -1 where it is not. */
export function placeOf({ ranks, texts }: Texts, { rank, text }: { rank: number; text: number }): number {
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const before = (ranks[middle] ?? 0) - rank || (texts[middle] ?? 0) - text;
    if (before === 0) return middle;
    if (before < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Room for so many texts, whatever is in it. */
function take(length: number, space: Space): Texts {
  const { buffer, byteOffset } = space.take((RANK_BYTES + TEXT_BYTES) * length);
  return {
    ranks: new Uint32Array(buffer, byteOffset, length),
    texts: new Uint16Array(buffer, byteOffset + RANK_BYTES * length, length),
  };
}

/** A zero for each of so many. */
export function marksFor(length: number, space: Space): Uint8Array {
  return space.take(length).fill(0);
}

/** Marks those of `found` that are in the other, too. */
function mark(marks: Uint8Array, found: Texts, other: Texts): void {
  let [one, two] = [0, 0];
  while (one < found.ranks.length && two < other.ranks.length) {
    const rank = found.ranks[one] ?? 0;
    const wanted = other.ranks[two] ?? 0;
    if (rank < wanted) one = leapTo(wanted, found.ranks, one);
    else if (rank > wanted) two = leapTo(rank, other.ranks, two);
    else {
      const order = (found.texts[one] ?? 0) - (other.texts[two] ?? 0);
      if (order === 0) marks[one] = 1;
      if (order <= 0) one += 1;
      if (order >= 0) two += 1;
    }
  }
}

/** The first place behind `from`, whose rank is below, where it is not: by steps that double, then by halves. */
function leapTo(wanted: number, ranks: Uint32Array, from: number): number {
  let low = from;
  let step = 1;
  for (; low + step < ranks.length && (ranks[low + step] ?? 0) < wanted; step *= 2) low += step;
  let high = Math.min(low + step, ranks.length);
  low += 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merged(one: Texts, other: Texts, space: Space): Texts {
  const { ranks, texts } = take(one.ranks.length + other.ranks.length, space);
  let [length, left, right] = [0, 0, 0];
  while (left < one.ranks.length || right < other.ranks.length) {
    const order = compareAt(one, left, other, right);
    const [from, at] = order <= 0 ? [one, left] : [other, right];
    ranks[length] = from.ranks[at] ?? 0;
    texts[length] = from.texts[at] ?? 0;
    length += 1;
    if (order <= 0) left += 1;
    if (order >= 0) right += 1;
  }
  return { ranks: ranks.subarray(0, length), texts: texts.subarray(0, length) };
}

/** What is at an end comes after all. */
function compareAt(one: Texts, left: number, other: Texts, right: number): number {
  const rank = left < one.ranks.length ? (one.ranks[left] ?? 0) : Infinity;
  const otherRank = right < other.ranks.length ? (other.ranks[right] ?? 0) : Infinity;
  return rank === otherRank ? (one.texts[left] ?? 0) - (other.texts[right] ?? 0) : rank - otherRank;
}
