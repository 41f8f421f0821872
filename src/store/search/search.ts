import { createHash } from 'node:crypto';

import { parseConst } from '../../dataset/words/consts.ts';
import type { SearchFilter, SearchHit, SearchList, SearchRequest } from '../model/model.ts';
import type { Page, PageRequest } from '../model/page.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import { correctedQuery } from './wordings/corrected-query.ts';
import type { FoundRow, HitPosition } from './ranking/found-rows.ts';
import { hitsOf } from './hits.ts';
import type { SearchReaders } from './hits.ts';
import { candidateSetsOf } from './candidate-sets-of.ts';
import { methodOf } from './method/method-of.ts';
import { readQuery } from './terms/read-query.ts';
import { checkRegion, fitsFilter } from './ranking/search-filter.ts';
import type { FoundNode } from './ranking/search-filter.ts';
import type { CandidateSets } from './terms/candidate-sets.ts';
import { beforeNear, isOtherWriting, scoreOf } from './ranking/buckets.ts';

/** Hits are counted up to here. */
const MOST_COUNTED = 10_000;

/**
 * An IMDb id, alone or inside an address as browsers show it, with or without scheme, page and parameters; in quotes or
 * brackets, too.
 */
const ID_IN_TEXT = /^["'<(]?(?:(?:https?:\/\/)?[\w.:-]*\/(?:\S*?\/)?)?((?:tt|nm)[0-9]{7,9})(?:[/?#]\S*)?["'>)]?$/;

/** Titles and people by their names, in the order of `buckets.ts`. An id or an IMDb address finds its own. */
export function search(readers: SearchReaders, request: SearchRequest): SearchList {
  const text = request.query.trim();
  const id = ID_IN_TEXT.exec(text.toLowerCase())?.[1];
  return id === undefined
    ? byText(readers, { ...request, query: text })
    : byId(readers, { id, filter: request.filter });
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

  async function correct(): Promise<string | null> {
    const found = await read();
    if (await found.isFound()) return null;
    const near = (await found.further()).filter(({ kind }) => kind === 'NEAR' || kind === 'WRITING');
    const isNear = near.some(({ kind }) => kind === 'NEAR');
    const [first] = await method.page({ sets: found, filter, limit: 1, after: isNear ? beforeNear() : undefined });
    if (first === undefined || !(isNear || isOtherWriting(first.bucket))) return null;
    const [hit] = await hitsOf(readers, [first]);
    return hit == null ? null : correctedQuery(queries, { near, text: hit.matchedText });
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

function byId({ titles, people }: SearchReaders, { id, filter }: { id: string; filter: SearchFilter }): SearchList {
  const { prefix, key = -1 } = parseConst(id) ?? {};
  const find = async (): Promise<SearchHit[]> => {
    const found = prefix === 'nm' ? await findPerson(people, key) : await findTitle(titles, key);
    if (found === null || !fitsFilter(found, filter)) return [];
    return [{ node: found.node, score: scoreOf(1), matchedOn: 'ID', matchedText: id, region: null }];
  };
  const { order, keyTypes } = listOfIds([]);
  const count = async () => (await find()).length;
  return {
    order,
    keyTypes,
    page: async (request) => listOfIds(await find()).page(request),
    count,
    counted: async () => ({ total: await count(), exact: true }),
    corrected: () => Promise.resolve(null),
  };
}

async function findTitle(titles: SearchReaders['titles'], id: number): Promise<FoundNode | null> {
  const [node = null] = await titles.many([id]);
  return node && { kind: 'title', node };
}

async function findPerson(people: SearchReaders['people'], id: number): Promise<FoundNode | null> {
  const [node = null] = await people.many([id]);
  return node && { kind: 'person', node };
}

function listOfIds(items: readonly SearchHit[]) {
  return materialisedList({
    name: 'search.id',
    items,
    terms: [{ name: 'ID', direction: 'ASC', type: 'number', of: ({ node }) => node.id }],
  });
}
