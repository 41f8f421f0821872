import type { Postings } from '../../../formats/postings/postings.ts';
import { whereIs } from '../../../formats/postings/runs.ts';
import type { Fits, Span } from '../../../formats/postings/runs.ts';
import { SpaceFull } from '../../../formats/postings/arena.ts';
import { keepMarked, marksFor, placeOf } from '../../../formats/postings/texts.ts';
import type { Texts } from '../../../formats/postings/texts.ts';

/** Ranks that end in the same bits share one: few enough bits to stay near the processor. */
const BITS = 21;
const MASK = (1 << BITS) - 1;

const seen = new Uint8Array(1 << (BITS - 3));

/** Postings that are read at a time, and those that would keep others waiting. */
const SLICE = 1 << 16;
const MOST_POSTINGS = 4_000_000;

/**
 * Those of the texts that are among the postings of many words, which are gone through from end to end: to look into
 * each of a thousand short runs would take longer.
 * @throws SpaceFull where there are too many.
 */
export function withinSpans(
  postings: Postings,
  { found, spans, fits }: { found: Texts; spans: readonly Span[]; fits: Fits },
): Texts {
  if (found.ranks.length === 0) return found;
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length > MOST_POSTINGS) throw new SpaceFull(`${length} postings are too many to go through`);
  const { space } = postings;
  const marks = marksFor(found.ranks.length, space);
  const { taken } = space;
  for (const rank of found.ranks) set(rank);
  try {
    for (const span of spans) {
      for (let { from } = span; from < span.to; from += SLICE) {
        markSlice(postings.read({ from, to: Math.min(span.to, from + SLICE) }), from, span);
        space.clear(taken);
      }
    }
  } finally {
    for (const rank of found.ranks) seen[(rank & MASK) >> 3] = 0;
  }
  return keepMarked(found, marks);

  function markSlice({ ranks, texts }: Texts, from: number, span: Span): void {
    for (let index = 0; index < ranks.length; index += 1) {
      const rank = ranks[index] ?? 0;
      if (!isSet(rank)) continue;
      const place = placeOf(found, { rank, text: texts[index] ?? 0 });
      if (place !== -1 && marks[place] === 0 && fits(whereIs(from + index, span))) marks[place] = 1;
    }
  }
}

function set(rank: number): void {
  const bit = rank & MASK;
  seen[bit >> 3] = (seen[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function isSet(rank: number): boolean {
  const bit = rank & MASK;
  return ((seen[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}
