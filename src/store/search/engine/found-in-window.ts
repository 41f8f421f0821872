import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { DocRange } from '../../../formats/postings/postings.ts';
import type { HitPosition } from '../ranking/found-rows.ts';
import type { DocWindow } from './texts-with-all.ts';

/** The documents of a window that may be on a page, in one bucket. */
export function rangeIn(
  { from, to }: DocWindow,
  {
    bucket,
    after = [0, -1],
    before = [Infinity, 0],
  }: { bucket: number; after?: HitPosition | undefined; before?: HitPosition | undefined },
): DocRange {
  if (bucket < after[0] || bucket > before[0]) return { from, to: from };
  return {
    from: bucket === after[0] ? Math.max(from, after[1] + 1) : from,
    to: bucket === before[0] ? Math.min(to, before[1]) : to,
  };
}

export interface Found {
  docId: number;
  attributes: number;
}

/** The first postings of a set whose documents are wanted. */
export function firstOf(
  set: PostingSet,
  { isWanted, most }: { isWanted: (docId: number) => boolean; most: number },
): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < set.length && found.length < most; at += 2) {
    const [docId = 0, attributes = 0] = [set[at], set[at + 1]];
    if (isWanted(docId)) found.push({ docId, attributes });
  }
  return found;
}
