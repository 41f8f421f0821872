import sql from 'sql-template-tag';

import { FOUND_TYPES, MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { isAdult, isOnly, textOf, typeOf } from '../../../formats/postings/layout.ts';
import type { PostingSet } from '../../../formats/postings/posting-set.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import { keyList } from '../../query/filter-conditions.ts';
import { foundRow } from '../ranking/found-rows.ts';
import type { FoundRow } from '../ranking/found-rows.ts';
import { alone, oneByOne } from '../terms/candidate-sets.ts';
import type { CandidateSet, CandidateSets } from '../terms/candidate-sets.ts';
import type { QueryWord } from '../terms/read-query.ts';
import { EVERYTHING } from '../ranking/search-filter.ts';
import { EQUAL, WELL_KNOWN } from '../ranking/buckets.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import type { EqualFilter, IdSelect, OwnTexts, PageOfHits, SearchMethod } from '../terms/search-method.ts';
import { filterTest, firstDocument } from './filter-test.ts';
import { firstOf, rangeIn } from './found-in-window.ts';
import type { Found } from './found-in-window.ts';
import { matchesOf, memberTest } from './matches.ts';
import type { Matches } from './matches.ts';
import { textsOfAny } from './texts-of-words.ts';
import type { DocWindow } from './texts-with-all.ts';
import { docWindows } from './windows.ts';

export interface PostingSearchOptions extends Pick<SearchIndex, 'goOn'> {
  /** The most postings of one window, see windows.ts. */
  windowPostings?: number | undefined;
}

/** Searches by the posting lists, of which no more is read than the answer takes. @throws DamagedPages */
export function postingSearch(postings: Postings, { goOn, windowPostings }: PostingSearchOptions): SearchMethod {
  const windowsOf = (of: readonly (readonly QueryWord[])[], first = 0): readonly DocWindow[] =>
    docWindows(postings, { of, first, most: windowPostings });

  function matchesFor(filter: SearchFilter): (set: CandidateSet) => Matches {
    const first = firstDocument(postings, filter);
    return (set) =>
      matchesOf(postings, {
        set,
        passes: filterTest(postings, filter),
        inRegion: filter.region !== undefined,
        windowsOf: (of) => windowsOf(of, first),
      });
  }

  /** The matches of each set, and those of the sets before it, which come there alone. */
  async function* setsInTurn(
    sets: CandidateSets,
    { filter, backward = false }: { filter: SearchFilter; backward?: boolean },
  ): AsyncGenerator<{ matches: Matches; earlier: readonly Matches[] }> {
    const all: Matches[] = [];
    const matches = matchesFor(filter);
    for await (const set of oneByOne(sets)) {
      const own = matches(set);
      if (!backward) yield { matches: own, earlier: all };
      all.push(own);
    }
    if (backward)
      for (const [at, own] of [...all.entries()].toReversed()) yield { matches: own, earlier: all.slice(0, at) };
  }

  async function page({ sets, filter, limit, after, before, backward = false }: PageOfHits): Promise<FoundRow[]> {
    const began = performance.now();
    const inTurn = <T>(all: readonly T[]): readonly T[] => (backward ? all.toReversed() : all);
    const rows: FoundRow[] = [];
    for await (const { matches, earlier } of setsInTurn(sets, { filter, backward })) {
      for (const bucket of inTurn(matches.buckets)) {
        for (const window of inTurn(matches.windows)) {
          const range = rangeIn(window, { bucket: bucket.bucket, after, before });
          if (range.from >= range.to || matches.isEmpty(window)) continue;
          await goOn(began);
          const isKnown = earlier.map((one) => memberTest(one.all(window)));
          const isWanted = (docId: number): boolean =>
            docId >= range.from && docId < range.to && !isKnown.some((has) => has(docId));
          const most = backward ? Infinity : limit - rows.length;
          const found = firstOf(matches.of(bucket, window), { isWanted, most });
          rows.push(
            ...inTurn(found)
              .slice(0, limit - rows.length)
              .map((one) => rowOf(bucket.bucket, one)),
          );
          if (rows.length >= limit) return rows;
        }
      }
    }
    return rows;
  }

  function rowOf(bucket: number, { docId, attributes }: Found): FoundRow {
    return foundRow({ bucket, docId }, postings.keyOf(docId), textOf(attributes));
  }

  async function popular({ set, filter, limit }: Parameters<SearchMethod['popular']>[0]): Promise<FoundRow[]> {
    const began = performance.now();
    const matches = matchesFor(filter)(set);
    const rows: FoundRow[] = [];
    const isWholeTier = set.interpretations.some(({ words }) =>
      words.at(-1)?.spellings.some(({ whole }) => whole !== null),
    );
    const equalBuckets = isWholeTier ? matches.buckets.filter(({ bucket }) => bucket <= EQUAL) : [];
    const wellKnown = matches.windows.filter(({ from }) => from < WELL_KNOWN);
    for (const bucket of equalBuckets) {
      for (const window of wellKnown) {
        if (rows.length >= limit) break;
        await goOn(began);
        const most = limit - rows.length;
        const found = firstOf(matches.of(bucket, window), { isWanted: isWellKnown, most });
        rows.push(...found.map((one) => rowOf(bucket.bucket, one)));
      }
    }
    const first = new Set(rows.map(({ docId }) => docId));
    for (const window of matches.windows) {
      if (rows.length >= limit) break;
      await goOn(began);
      const most = limit - rows.length;
      const docs = firstOf(matches.all(window), { isWanted: (docId) => !first.has(docId), most });
      const upTo = docs.at(-1)?.docId ?? -1;
      const found = matches.buckets.flatMap((bucket) =>
        firstOf(matches.of(bucket, window, upTo), { isWanted: (docId) => !first.has(docId), most }).map((one) =>
          rowOf(bucket.bucket, one),
        ),
      );
      rows.push(...found.toSorted((one, other) => one.docId - other.docId));
    }
    return rows;
  }

  async function count({ sets, filter, most }: Parameters<SearchMethod['count']>[0]): Promise<number> {
    const began = performance.now();
    let total = 0;
    for await (const { matches, earlier } of setsInTurn(sets, { filter })) {
      for (const window of matches.windows) {
        await goOn(began);
        const isKnown = earlier.map((one) => memberTest(one.all(window)));
        total += firstOf(matches.all(window), {
          isWanted: (docId) => !isKnown.some((has) => has(docId)),
          most: most - total,
        }).length;
        if (total >= most) return most;
      }
    }
    return total;
  }

  async function countAny(set: CandidateSet, most: number): Promise<number> {
    return count({ sets: alone(set), filter: EVERYTHING, most });
  }

  async function having(words: Parameters<SearchMethod['having']>[0], wanted: readonly OwnTexts[]) {
    const ids: number[] = [];
    for await (const texts of textsOf([words])) {
      for (let at = 0; at < texts.length; at += 2) {
        const [docId = 0, attributes = 0] = [texts[at], texts[at + 1]];
        const isOfKind = wanted.some(
          (one) =>
            // Of a further reading it is a higher number.
            textOf(attributes) === MATCHES.indexOf(one.kind) && (one.isOnly !== true || isOnly(attributes)),
        );
        if (isOfKind) ids.push(Math.floor(postings.keyOf(docId) / 2));
      }
    }
    return ids.length === 0 ? NO_IDS : Object.assign(keyList(ids), { listedKeys: ids.length });
  }

  async function equal(texts: readonly (readonly QueryWord[])[], { adult, episodes }: EqualFilter) {
    const ids = new Set<number>();
    for await (const found of textsOf(texts, 'EXACT')) {
      for (let at = 0; at < found.length; at += 2) {
        const [docId = 0, attributes = 0] = [found[at], found[at + 1]];
        // Of a further reading it is a higher number.
        if (!OWN_TITLES.has(textOf(attributes)) || isAdult(attributes) !== (adult === 'ONLY')) continue;
        if (episodes || typeOf(attributes) !== FOUND_TYPES.episode) ids.add(Math.floor(postings.keyOf(docId) / 2));
      }
    }
    return [...ids];
  }

  /** The texts that have all words in a way, window by window. */
  async function* textsOf(
    of: readonly (readonly QueryWord[])[],
    has: 'WORDS' | 'EXACT' = 'WORDS',
  ): AsyncGenerator<PostingSet> {
    const began = performance.now();
    for (const window of windowsOf(of)) {
      await goOn(began);
      yield textsOfAny(postings, { of, has, window });
    }
  }

  return { page, popular, count, countAny, equal, having };
}

const OWN_TITLES: ReadonlySet<number> = new Set([MATCHES.indexOf('PRIMARY'), MATCHES.indexOf('ORIGINAL')]);

const isWellKnown = (docId: number): boolean => docId < WELL_KNOWN;

const NO_IDS: IdSelect = Object.assign(sql`SELECT NULL::INTEGER WHERE false`, { listedKeys: 0 });
