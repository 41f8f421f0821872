import { ANYWHERE, fitsAt } from '../../../formats/postings/posting-lists.ts';
import type { Fits, ListSpan } from '../../../formats/postings/posting-lists.ts';
import { indexOf, keepMarked, marksFor } from '../../../formats/postings/posting-set.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { Postings } from '../../../formats/postings/postings.ts';

/** Doc ids that end in the same bits share one: few enough bits to stay near the processor. */
const BITS = 21;
const MASK = (1 << BITS) - 1;

const seen = new Uint8Array(1 << (BITS - 3));

/** Postings that are read at a time. */
const SLICE = 1 << 16;

/**
 * Those of a set that are among the postings of many terms, which are gone through from end to end: to look into each of
 * a thousand short lists would take longer.
 */
export function amongPostings(
  postings: Postings,
  { found, spans, fits }: { found: PostingSet; spans: readonly ListSpan[]; fits: Fits },
): PostingSet {
  if (found.length === 0) return found;
  const { arena } = postings;
  const marks = marksFor(found, arena);
  for (let at = 0; at < found.length; at += 2) set(found[at] ?? 0);
  try {
    for (const span of spans) {
      // What is read of the lists must not be taken again with the slices.
      if (fits !== ANYWHERE) span.records();
      const { taken } = arena;
      for (let { from } = span; from < span.to; from += SLICE) {
        markSlice(postings.read({ from, to: Math.min(span.to, from + SLICE) }), from, span);
        arena.clear(taken);
      }
    }
  } finally {
    for (let at = 0; at < found.length; at += 2) seen[((found[at] ?? 0) & MASK) >> 3] = 0;
  }
  return keepMarked(found, marks);

  function markSlice(slice: PostingSet, from: number, span: ListSpan): void {
    for (let at = 0; at < slice.length; at += 2) {
      const docId = slice[at] ?? 0;
      if (!isSet(docId)) continue;
      const index = indexOf(found, docId, slice[at + 1] ?? 0);
      if (index !== -1 && marks[index >> 1] === 0 && fitsAt(from + (at >> 1), span, fits)) marks[index >> 1] = 1;
    }
  }
}

function set(docId: number): void {
  const bit = docId & MASK;
  seen[bit >> 3] = (seen[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function isSet(docId: number): boolean {
  const bit = docId & MASK;
  return ((seen[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}
