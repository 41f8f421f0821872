/** A condition on the posting lists of a term: the position of the term in the text, and the length of the text. */
export type Fits = (position: number, fieldLength: number) => boolean;

/** Accepts every position and length. */
export const ANYWHERE: Fits = () => true;

/** A range of postings, by their indexes; `to` is exclusive. */
export interface PostingRange {
  from: number;
  to: number;
}

/** Posting lists of consecutive terms in one tier. */
export interface ListSpan extends PostingRange {
  /** Number of lists. */
  lists: number;
  /**
   * Two numbers for each list, its first posting and its position and length; then two more, with the end of the last
   * list.
   */
  records: () => Uint32Array;
}

export interface PostingList extends PostingRange {
  fieldLength: number;
}

/** The lists that fit, in their order. */
export function listsOf({ lists, records }: ListSpan, fits: Fits): PostingList[] {
  const all = records();
  const fitting: PostingList[] = [];
  for (let list = 0; list < lists; list += 1) {
    const packed = all[2 * list + 1] ?? 0;
    if (!fits(packed >> 8, packed & 255)) continue;
    fitting.push({ from: all[2 * list] ?? 0, to: all[2 * list + 2] ?? 0, fieldLength: packed & 255 });
  }
  return fitting;
}

/** Whether the list of a posting fits, found by binary search. */
export function fitsAt(posting: number, { lists, records }: ListSpan, fits: Fits): boolean {
  if (fits === ANYWHERE) return true;
  const all = records();
  let [low, high] = [0, lists];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((all[2 * middle] ?? 0) <= posting) low = middle;
    else high = middle;
  }
  const packed = all[2 * low + 1] ?? 0;
  return fits(packed >> 8, packed & 255);
}
