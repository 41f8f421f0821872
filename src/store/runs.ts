import type { Span } from './postings.ts';

/** Postings of one word in one band, at the same place of texts with as many words: sorted by rank and text. */
export interface Run extends Where {
  /** The first posting, and the one after the last. */
  from: number;
  to: number;
}

/** Where a word stands in a text of so many. */
export interface Where {
  place: number;
  words: number;
}

/** All of them. */
export function runsOf(span: Span): Run[] {
  const records = span.records();
  return Array.from({ length: span.runs }, (_, run) => ({
    ...whereIn(records, run),
    from: records[2 * run] ?? 0,
    to: records[2 * run + 2] ?? 0,
  }));
}

/** Where the word of a posting stands. */
export function whereIs(posting: number, span: Span): Where {
  const records = span.records();
  let [low, high] = [0, span.runs];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((records[2 * middle] ?? 0) <= posting) low = middle;
    else high = middle;
  }
  return whereIn(records, low);
}

function whereIn(records: Uint32Array, run: number): Where {
  const where = records[2 * run + 1] ?? 0;
  return { place: where >> 8, words: where & 255 };
}
