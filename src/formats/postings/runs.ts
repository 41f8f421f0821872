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

/** Whether it is wanted there. */
export type Fits = (where: Where) => boolean;

/** The postings of neighbouring words in one band. */
export interface Span {
  from: number;
  to: number;
  /** How many they are in. */
  runs: number;
  /** These: of each its first posting, and its place and number of words; and the same behind the last. */
  records: () => Uint32Array;
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
