import { createHash } from 'node:crypto';

import type { SearchList, SearchRequest } from '../model/model.ts';
import type { Page, PageRequest } from '../model/page.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import { correctedQuery } from './wordings/corrected-query.ts';
import type { FoundRow, HitPosition } from './ranking/found-rows.ts';
import { hitsOf } from './hits.ts';
import type { SearchReaders } from './hits.ts';
import { candidateSetsOf } from './candidate-sets-of.ts';
import { methodOf } from './method/method-of.ts';
import { readQuery } from './terms/read-query.ts';
import { idIn, searchById } from './by-id.ts';
import { checkRegion } from './ranking/search-filter.ts';
import { queriesOf } from './terms/search-index.ts';
import type { SearchIndex } from './terms/search-index.ts';
import type { CandidateSets } from './terms/candidate-sets.ts';
import { beforeNear, isOtherWriting } from './ranking/buckets.ts';

/** Hits are counted up to here. */
const MOST_COUNTED = 10_000;

/** Titles and people of a source by their names, in the order of `buckets.ts`. An id or an address finds its own. */
export function search(
  readers: SearchReaders & { anyQueries: SearchIndex | undefined },
  { query, filter }: SearchRequest,
): SearchList {
  const text = query.trim();
  const id = idIn(text, filter);
  if (id !== undefined) return searchById(readers, { id, filter });
  return byText({ ...readers, queries: queriesOf(readers, filter.source) }, { query: text, filter });
}

function byText(readers: SearchReaders, { query: text, filter }: SearchRequest): SearchList {
  const { queries } = readers;
  const method = methodOf(queries);
  let sets: Promise<CandidateSets> | undefined;
  let counted: Promise<{ total: number; exact: boolean }> | undefined;

  const read = (): Promise<CandidateSets> =>
    (sets ??= checkRegion(queries, filter.region)
      .then(() => readQuery(queries, text))
      .then((query) => candidateSetsOf(queries, query)));

  const count = (): Promise<{ total: number; exact: boolean }> => (counted ??= countHits());

  async function countHits(): Promise<{ total: number; exact: boolean }> {
    const found = await read();
    const total = await method.count({ sets: found, filter, most: MOST_COUNTED + 1 });
    if (total > MOST_COUNTED) return { total: MOST_COUNTED, exact: false };
    return { total, exact: (await found.further()).every(({ isCut }) => !isCut) };
  }

  async function readPage(request: PageRequest): Promise<Page<FoundRow>> {
    const { limit, backward } = request;
    const [after, before] = [placeOf(request.after), placeOf(request.before)];
    // One row more than asked for tells whether the list goes on.
    const rows = await method.page({ sets: await read(), filter, after, before, limit: limit + 1, backward });
    const more = rows.length > limit;
    const page = rows.slice(0, limit).map((item) => ({ item, key: keyOf(item) }));
    return {
      rows: backward ? page.toReversed() : page,
      hasNextPage: backward ? before !== undefined : more || before !== undefined,
      hasPreviousPage: backward ? more || after !== undefined : after !== undefined,
    };
  }

  async function correct(): ReturnType<SearchList['corrected']> {
    const found = await read();
    if (await found.isFound()) return null;
    const near = (await found.further()).filter(({ kind }) => kind === 'NEAR' || kind === 'WRITING');
    const isNear = near.some(({ kind }) => kind === 'NEAR');
    const [first] = await method.page({ sets: found, filter, limit: 1, after: isNear ? beforeNear() : undefined });
    if (first === undefined || !(isNear || isOtherWriting(first.bucket))) return null;
    const [hit] = await hitsOf(readers, [first]);
    if (hit == null) return null;
    return correctedQuery(queries, { near, text: hit.matchedText });
  }

  return {
    order: `search ${fingerprint([text, filter])} ${keys.order}`,
    keyTypes: keys.keyTypes,
    counted: count,
    count: async () => (await count()).total,
    corrected: correct,
    async page(request) {
      const page = await readPage(request);
      const hits = await hitsOf(
        readers,
        page.rows.map(({ item }) => item),
      );
      return {
        ...page,
        rows: page.rows.flatMap(({ key }, index) => {
          const item = hits[index] ?? null;
          return item === null ? [] : [{ item, key }];
        }),
      };
    },
  };
}

/** A cursor must tell one search from another, and need not hold its text. */
function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 8);
}

/** What cursors hold. Doc ids belong to one build: after a promotion a cursor goes on at the same place by popularity. */
const keys = materialisedList<FoundRow>({
  name: 'hits',
  items: [],
  terms: [
    { name: 'BUCKET', direction: 'ASC', type: 'number', of: ({ bucket }) => bucket },
    { name: 'DOC', direction: 'ASC', type: 'number', of: ({ docId }) => docId },
  ],
});

const keyOf = ({ bucket, docId }: FoundRow): HitPosition => [bucket, docId];

function placeOf(key: PageRequest['after']): HitPosition | undefined {
  return key === undefined ? undefined : [Number(key[0]), Number(key[1])];
}
