/** Texts of things: `ranks` of these, and their numbers among those of each, sorted by both, none twice. */
export interface Texts {
  ranks: Uint32Array;
  texts: Uint16Array;
}

export const NO_TEXTS: Texts = { ranks: new Uint32Array(), texts: new Uint16Array() };

/** All that are in any of the parts. */
export function unionOf(parts: readonly Texts[]): Texts {
  const [only] = parts;
  if (parts.length <= 1) return only ?? NO_TEXTS;
  const middle = parts.length >> 1;
  return merged(unionOf(parts.slice(0, middle)), unionOf(parts.slice(middle)));
}

/** Those that are in one part at least. */
export function within(found: Texts, parts: readonly Texts[]): Texts {
  const isIn = new Uint8Array(found.ranks.length);
  for (const part of parts) mark(isIn, found, part);
  return filtered(found, (index) => isIn[index] === 1);
}

/** Those for whose index the test holds. */
export function filtered({ ranks, texts }: Texts, test: (index: number) => boolean): Texts {
  const kept: Texts = { ranks: new Uint32Array(ranks.length), texts: new Uint16Array(ranks.length) };
  let length = 0;
  for (let index = 0; index < ranks.length; index += 1) {
    if (!test(index)) continue;
    kept.ranks[length] = ranks[index] ?? 0;
    kept.texts[length] = texts[index] ?? 0;
    length += 1;
  }
  return { ranks: kept.ranks.subarray(0, length), texts: kept.texts.subarray(0, length) };
}

/** Marks those of `found` that are in the other, too. */
function mark(isIn: Uint8Array, found: Texts, other: Texts): void {
  let [one, two] = [0, 0];
  while (one < found.ranks.length && two < other.ranks.length) {
    const rank = found.ranks[one] ?? 0;
    const wanted = other.ranks[two] ?? 0;
    if (rank < wanted) one = leapTo(wanted, found.ranks, one);
    else if (rank > wanted) two = leapTo(rank, other.ranks, two);
    else {
      const [text = 0, other_ = 0] = [found.texts[one], other.texts[two]];
      if (text === other_) isIn[one] = 1;
      if (text <= other_) one += 1;
      if (text >= other_) two += 1;
    }
  }
}

/** The first place from `from` on whose rank is not below: by steps that double, then by halves. */
function leapTo(wanted: number, ranks: Uint32Array, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < ranks.length && (ranks[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, ranks.length);
  low += 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merged(one: Texts, other: Texts): Texts {
  const most = one.ranks.length + other.ranks.length;
  const ranks = new Uint32Array(most);
  const texts = new Uint16Array(most);
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
  const [rank = Infinity, otherRank = Infinity] = [one.ranks[left], other.ranks[right]];
  return rank === otherRank ? (one.texts[left] ?? 0) - (other.texts[right] ?? 0) : rank < otherRank ? -1 : 1;
}
