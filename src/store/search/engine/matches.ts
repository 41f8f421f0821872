import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { textOf } from '../../../formats/postings/layout.ts';
import { gallopTo, indexOf, NO_POSTINGS, unionOf } from '../../../formats/postings/posting-set.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import { bucketsOf } from '../ranking/buckets.ts';
import type { Bucket, Has } from '../ranking/buckets.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import { wantedOf } from '../terms/read-query.ts';
import type { QueryWord } from '../terms/read-query.ts';
import { isAka } from './filter-test.ts';
import type { FilterTest } from './filter-test.ts';
import { textsOfAny } from './texts-of-words.ts';
import type { DocWindow } from './texts-with-all.ts';

/** The documents that fit one candidate set and pass a filter, each by one posting of its best text. */
export interface Matches {
  buckets: readonly Bucket[];
  windows: readonly DocWindow[];
  /** Those of a bucket in a window, without those of better buckets. */
  of(bucket: Bucket, window: DocWindow): PostingSet;
  /** Those of any bucket. */
  all(window: DocWindow): PostingSet;
}

export function matchesOf(
  postings: Postings,
  {
    set: { kind, interpretations },
    passes,
    windowsOf,
  }: {
    set: CandidateSet;
    passes: FilterTest;
    windowsOf: (of: readonly (readonly QueryWord[])[]) => readonly DocWindow[];
  },
): Matches {
  const year = interpretations[0]?.hinted?.year;
  const buckets = bucketsOf(kind, { hinted: year !== undefined });
  const found = new Map<string, PostingSet>();
  const whole = interpretations.map(({ words }) => words);
  const withoutYear = year === undefined ? whole : interpretations.map(wantedOf);

  const texts = (words: typeof whole, has: Has, window: DocWindow): PostingSet =>
    textsOfAny(postings, { of: words, has, window });

  function find({ bucket, has, akas, year: hint }: Bucket, window: DocWindow): PostingSet {
    const counts: FilterTest = (docId, attributes) =>
      (akas === 'TOO' || isAka(attributes) === (akas === 'ALONE')) && passes(docId, attributes);
    const better = buckets.filter((other) => other.bucket < bucket).map((other) => of(other, window));
    const typed = hint === 'OTHER' ? NO_POSTINGS : texts(whole, has, window);
    if (hint === undefined) return bestOf(typed, { counts, better });
    const withYear = texts(whole, 'WORDS', window);
    const others = texts(withoutYear, has, window).slice();
    const ofHint = keep(
      others,
      (docId, attributes) =>
        (postings.yearOf(docId) === year) === (hint === 'SAME') && indexOf(withYear, docId, attributes) === -1,
    );
    postings.arena.clear();
    return bestOf(unionOf([typed, ofHint], postings.arena), { counts, better });
  }

  function of(bucket: Bucket, window: DocWindow): PostingSet {
    const key = `${bucket.bucket} ${window.from} ${window.to}`;
    const matches = found.get(key) ?? find(bucket, window);
    found.set(key, matches);
    return matches;
  }

  return {
    buckets,
    windows: windowsOf(withoutYear),
    of,
    all: (window) => bestOf(texts(withoutYear, 'WORDS', window), { counts: passes, better: [] }),
  };
}

/** Those that pass, in the place of all. */
function keep(set: PostingSet, passes: FilterTest): PostingSet {
  let length = 0;
  for (let at = 0; at < set.length; at += 2) {
    const [docId = 0, attributes = 0] = [set[at], set[at + 1]];
    if (!passes(docId, attributes)) continue;
    set[length] = docId;
    set[length + 1] = attributes;
    length += 2;
  }
  return set.subarray(0, length);
}

/** Of each document the best text that counts, by kind and then by the number of the aka. */
function bestOf(
  set: PostingSet,
  { counts, better }: { counts: FilterTest; better: readonly PostingSet[] },
): PostingSet {
  if (set.length === 0) return NO_POSTINGS;
  const best = new Uint32Array(set.length);
  let length = 0;
  const isBetter = better.filter((one) => one.length > 0).map(memberTest);
  for (let at = 0; at < set.length; at += 2) {
    const [docId = 0, attributes = 0] = [set[at], set[at + 1]];
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
