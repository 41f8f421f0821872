import { listsOf } from '../../../formats/postings/posting-lists.ts';
import type { Fits, ListSpan, PostingList } from '../../../formats/postings/posting-lists.ts';
import { intersectionOf, NO_POSTINGS, unionOf } from '../../../formats/postings/posting-set.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { DocRange, Postings, TermRange } from '../../../formats/postings/postings.ts';
import { amongPostings } from './among-postings.ts';

/** One of the words that a text must have: any of these terms, where it fits. */
export interface Wanted {
  terms: readonly TermRange[];
  fits: Fits;
}

/** Documents that are looked through in one go: of one tier all, or a part where they have too many postings. */
export interface DocWindow extends DocRange {
  tier: number;
  isWholeTier: boolean;
}

/** A list this many times as long as what is looked for in it is read only where that may be. */
const RARE = 1000;
/** Lists that are no longer on the average are read together. */
const SHORT = 1000;
/** Other words than the rarest that have more lists than these, as short beginnings have, are gone through from end to end. */
const WIDE_LISTS = 256;

/**
 * The postings of the rarest word in texts that have all words. Texts of one length are joined on their own, as posting
 * lists are.
 */
export function textsWithAll(
  postings: Postings,
  { window, wanted }: { window: DocWindow; wanted: readonly Wanted[] },
): PostingSet {
  const { arena } = postings;
  arena.clear();
  const words = wanted
    .map((one) => ({ ...one, ...spansOf(postings, { ...one, tier: window.tier }) }))
    .toSorted((one, other) => one.length - other.length);
  const [rarest, ...others] = words;
  if (rarest === undefined || rarest.length === 0) return NO_POSTINGS;
  const narrow = others
    .filter(({ lists }) => lists <= WIDE_LISTS)
    .map((word) => byLength(readable(postings, word, window)));
  const lists = readable(postings, rarest, window);
  const groups = narrow.length === 0 ? [lists] : byLength(lists).values();
  const parts: PostingSet[] = [];
  for (const group of groups) {
    let found = unionOf(
      group.map((list) => list.read()),
      arena,
    );
    const fieldLength = group[0]?.list.fieldLength ?? 0;
    for (const other of narrow) found = within(postings, found, other.get(fieldLength) ?? []);
    if (found.length > 0) parts.push(found);
  }
  let found = unionOf(parts, arena);
  for (const { lists: count, spans, fits } of others)
    if (count > WIDE_LISTS) found = amongPostings(postings, { found, spans, fits });
  return found.slice();
}

/** Where the postings of a word are, and how many it has in how many lists, be it that they fit or not. */
export function spansOf(
  postings: Postings,
  { terms, tier }: { terms: readonly TermRange[]; tier: number },
): { spans: readonly ListSpan[]; length: number; lists: number } {
  const spans = terms.map((range) => postings.span(tier, range));
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return { spans, length, lists: spans.reduce((sum, { lists }) => sum + lists, 0) };
}

/** A list that fits. */
interface Readable {
  list: PostingList;
  read: () => PostingSet;
}

function readable(
  postings: Postings,
  { spans, fits }: { spans: readonly ListSpan[]; fits: Fits },
  window: DocWindow,
): Readable[] {
  return spans.flatMap((span): Readable[] => {
    const lists = listsOf(span, fits);
    if (!window.isWholeTier) return lists.map((list) => ({ list, read: () => postings.read(list, window) }));
    if (lists.length === 1 || span.to - span.from > SHORT * span.lists)
      return lists.map((list) => ({ list, read: () => postings.read(list) }));
    let whole: PostingSet | undefined;
    return lists.map((list) => ({
      list,
      read() {
        whole ??= postings.read(span);
        return whole.subarray(2 * (list.from - span.from), 2 * (list.to - span.from));
      },
    }));
  });
}

function byLength(lists: readonly Readable[]): ReadonlyMap<number, readonly Readable[]> {
  return Map.groupBy(lists, ({ list }) => list.fieldLength);
}

/** Those that are in one of the lists. */
function within(postings: Postings, found: PostingSet, lists: readonly Readable[]): PostingSet {
  if (found.length === 0) return found;
  const parts = lists.flatMap(({ list, read }) =>
    2 * (list.to - list.from) > RARE * found.length ? postings.around(list, found) : [read()],
  );
  return intersectionOf(found, parts, postings.arena);
}
