import type { Postings, Span } from './postings.ts';
import { whereIs } from './runs.ts';
import { keepMarked, marksFor, placeOf } from './texts.ts';
import type { Texts } from './texts.ts';
import type { Wanted } from './text-joins.ts';

/** Ranks that end in the same bits share one: few enough bits to stay near the processor. */
const BITS = 21;
const MASK = (1 << BITS) - 1;

const seen = new Uint8Array(1 << (BITS - 3));

/**
 * Those of the texts that are among the postings of many words, which are gone through from end to end: to look into
 * each of a thousand short runs would take longer.
 */
export function withinSpans(
  postings: Postings,
  { found, spans, fits }: { found: Texts; spans: readonly Span[]; fits: Wanted['fits'] },
): Texts {
  if (found.ranks.length === 0) return found;
  const marks = marksFor(found.ranks.length, postings.space);
  for (const rank of found.ranks) set(rank);
  for (const span of spans) {
    const { ranks, texts } = postings.read(span);
    for (let index = 0; index < ranks.length; index += 1) {
      const rank = ranks[index] ?? 0;
      if (!isSet(rank)) continue;
      const place = placeOf(found, { rank, text: texts[index] ?? 0 });
      if (place !== -1 && marks[place] === 0 && fits(whereIs(span.from + index, span))) marks[place] = 1;
    }
  }
  for (const rank of found.ranks) seen[(rank & MASK) >> 3] = 0;
  return keepMarked(found, marks);
}

function set(rank: number): void {
  const bit = rank & MASK;
  seen[bit >> 3] = (seen[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function isSet(rank: number): boolean {
  const bit = rank & MASK;
  return ((seen[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}
