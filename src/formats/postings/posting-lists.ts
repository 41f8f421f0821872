/** What a posting list is of, besides its term. */
export type Fits = (position: number, fieldLength: number) => boolean;

/** Whatever the position and the field length. */
export const ANYWHERE: Fits = () => true;

/** Postings by their numbers, the first and the one after the last. */
export interface PostingRange {
  from: number;
  to: number;
}

/** The posting lists of neighbouring terms in one tier. */
export interface ListSpan extends PostingRange {
  /** How many there are. */
  lists: number;
  /** Two numbers for each: its first posting, and its field length and position; and two more behind the last. */
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
    const place = all[2 * list + 1] ?? 0;
    if (!fits(place >> 8, place & 255)) continue;
    fitting.push({ from: all[2 * list] ?? 0, to: all[2 * list + 2] ?? 0, fieldLength: place & 255 });
  }
  return fitting;
}

/** Whether the list that a posting is in fits. */
export function fitsAt(posting: number, { lists, records }: ListSpan, fits: Fits): boolean {
  if (fits === ANYWHERE) return true;
  const all = records();
  let [low, high] = [0, lists];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((all[2 * middle] ?? 0) <= posting) low = middle;
    else high = middle;
  }
  const place = all[2 * low + 1] ?? 0;
  return fits(place >> 8, place & 255);
}
