import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { textOf } from '../../../formats/postings/layout.ts';
import { gallopTo, indexOf, keepOnly, NO_POSTINGS, unionOf } from '../../../formats/postings/posting-set.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import { bucketsOf } from '../ranking/buckets.ts';
import type { Bucket, Has, Wording } from '../ranking/buckets.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import { wantedOf } from '../terms/read-query.ts';
import type { QueryWord } from '../terms/read-query.ts';
import { isAka } from './filter-test.ts';
import type { FilterTest } from './filter-test.ts';
import { isNowhere, textsOfAny } from './texts-of-words.ts';
import type { DocWindow } from './texts-with-all.ts';

/** The documents that fit one candidate set and pass a filter, each by one posting of its best text. */
export interface Matches {
  buckets: readonly Bucket[];
  windows: readonly DocWindow[];
  /** Whether it takes little to know that nothing in a window has the words. */
  isEmpty(window: DocWindow): boolean;
  /** Those of a bucket in a window up to a document, or of all, without those of better buckets. */
  of(bucket: Bucket, window: DocWindow, upTo?: number): PostingSet;
  /** Those of any bucket. */
  all(window: DocWindow): PostingSet;
}

export function matchesOf(
  postings: Postings,
  {
    set: { kind, interpretations },
    passes,
    inRegion,
    windowsOf,
  }: {
    set: CandidateSet;
    passes: FilterTest;
    inRegion: boolean;
    windowsOf: (of: readonly (readonly QueryWord[])[]) => readonly DocWindow[];
  },
): Matches {
  const year = interpretations[0]?.hinted?.year;
  const wordings = Map.groupBy(interpretations, ({ wording = 'TYPED' }) => wording);
  const buckets = bucketsOf(kind, { hinted: year !== undefined, inRegion }).filter(({ wording }) =>
    wordings.has(wording),
  );
  const found = new Map<DocWindow, { upTo: number; sets: Map<number, PostingSet> }>();

  /** The texts of a wording; of a query with a year those that have it, and those without it that are of a year. */
  function texts({ wording, has }: Pick<Bucket, 'wording' | 'has'>, window: DocWindow, hint?: Bucket['year']) {
    const as = wordings.get(wording) ?? [];
    const textsWith = (words: readonly (readonly QueryWord[])[], how: Has): PostingSet =>
      textsOfAny(postings, { of: words, has: how, window });
    const whole = as.map(({ words }) => words);
    if (year === undefined) return textsWith(whole, has);
    const typed = hint === 'OTHER' ? NO_POSTINGS : textsWith(whole, has);
    const withYear = textsWith(whole, 'WORDS');
    const others = textsWith(as.map(wantedOf), has).slice();
    const ofHint = keepOnly(
      others,
      (docId, attributes) =>
        (hint === undefined || (postings.yearOf(docId) === year) === (hint === 'SAME')) &&
        indexOf(withYear, docId, attributes) === -1,
    );
    postings.arena.clear();
    return unionOf([typed, ofHint], postings.arena);
  }

  function find({ akas, year: hint, ...way }: Bucket, window: DocWindow, better: readonly PostingSet[], upTo: number) {
    const counts: FilterTest = (docId, attributes) =>
      (akas === 'TOO' || isAka(attributes) === (akas === 'ALONE')) && passes(docId, attributes);
    return bestOf(texts(way, window, hint), { counts, better, upTo });
  }

  function of({ bucket: wanted }: Bucket, window: DocWindow, upTo = Infinity): PostingSet {
    let known = found.get(window);
    if (known?.upTo !== upTo) found.set(window, (known = { upTo, sets: new Map() }));
    const { sets } = known;
    // A bucket needs those before it, which are there already where pages go on in order.
    for (const bucket of buckets) {
      if (bucket.bucket > wanted) break;
      if (!sets.has(bucket.bucket)) sets.set(bucket.bucket, find(bucket, window, [...sets.values()], upTo));
    }
    return sets.get(wanted) ?? NO_POSTINGS;
  }

  function isEmpty(window: DocWindow): boolean {
    return interpretations.every((one) => isNowhere(postings, { words: wantedOf(one), window }));
  }

  /** Whatever has the words of a wording; of one that only an equal text has, those. */
  function all(window: DocWindow): PostingSet {
    const parts = [...wordings].map(([wording, as]) =>
      WIDEST[wording] === 'WORDS'
        ? textsOfAny(postings, { of: as.map(wantedOf), has: 'WORDS', window })
        : texts({ wording, has: WIDEST[wording] }, window).slice(),
    );
    postings.arena.clear();
    return bestOf(unionOf(parts, postings.arena), { counts: passes, better: [], upTo: Infinity });
  }

  return { buckets, windows: windowsOf(interpretations.map(wantedOf)), isEmpty, of, all };
}

const WIDEST: Record<Wording, Has> = { TYPED: 'WORDS', NUMBERS: 'WORDS', BARE: 'EXACT' };

/** Of each document the best text that counts, by kind and then by the number of the aka. */
function bestOf(
  set: PostingSet,
  { counts, better, upTo }: { counts: FilterTest; better: readonly PostingSet[]; upTo: number },
): PostingSet {
  if (set.length === 0) return NO_POSTINGS;
  const best = new Uint32Array(set.length);
  let length = 0;
  const isBetter = better.filter((one) => one.length > 0).map(memberTest);
  for (let at = 0; at < set.length; at += 2) {
    const [docId = 0, attributes = 0] = [set[at], set[at + 1]];
    if (docId > upTo) break;
    if (!counts(docId, attributes)) continue;
    if (length > 0 && best[length - 2] === docId) {
      if (kindOf(attributes) < kindOf(best[length - 1] ?? 0)) best[length - 1] = attributes;
    } else if (!isBetter.some((has) => has(docId))) {
      best[length] = docId;
      best[length + 1] = attributes;
      length += 2;
    }
  }
  return length === best.length ? best : best.slice(0, length);
}

function kindOf(attributes: number): number {
  return textOf(attributes) % MATCHES.length;
}

/** Whether a set has a document, for documents that are asked for in their order. */
export function memberTest(set: PostingSet): (docId: number) => boolean {
  let at = 0;
  return (docId) => {
    at = gallopTo(docId, set, at);
    return set[at] === docId;
  };
}
