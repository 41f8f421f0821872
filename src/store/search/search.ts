import { createHash } from 'node:crypto';

import { parseConst } from '../../dataset/consts.ts';
import { LAST_BAND } from '../../dataset/search-scans.ts';
import type { SearchFilter, SearchHit, SearchList, SearchRequest } from '../model.ts';
import type { Page, PageRequest } from '../page.ts';
import { checkRegion, fitsFilter } from './search-filter.ts';
import { hitsOf } from './hits.ts';
import type { SearchReaders } from './hits.ts';
import { countMatches, hasMatches, reachesOf, readForward, readMatches } from './read-matches.ts';
import type { Place } from './read-matches.ts';
import { readNearby } from './fallbacks.ts';
import type { Nearby } from './fallbacks.ts';
import { readQuery } from './read-query.ts';
import type { SearchQuery } from './read-query.ts';
import { SCORES } from './found-rows.ts';
import type { FoundRow } from './found-rows.ts';
import { sortedList } from '../sorted-list.ts';

/** Hits by whole words are counted up to here. */
export const MOST_COUNTED = 10_000;

/** Parts of words and near spellings are looked for where fewer than these have the one word that is asked for… */
const FEW_OF_ONE = 10;
/** …or all of several: they say what is meant. */
const FEW_OF_SEVERAL = 1;

/** An IMDb id, alone or inside an address as browsers show it: with or without scheme, page and parameters. */
const ID_IN_TEXT = /^(?:(?:https?:\/\/)?[\w.:-]+\/(?:\S*?\/)?)?((?:tt|nm)[0-9]{7,9})(?:[/?#]\S*)?$/;

/** Titles and people by their names, in the order of `found-rows.ts`. An id or an IMDb address finds its own. */
export function search(readers: SearchReaders, request: SearchRequest): SearchList {
  const text = request.query.trim();
  const id = ID_IN_TEXT.exec(text.toLowerCase())?.[1];
  return id === undefined
    ? byText(readers, { ...request, query: text })
    : byId(readers, { id, filter: request.filter });
}

function byText(readers: SearchReaders, { query: text, filter }: SearchRequest): SearchList {
  const { scan } = readers;
  let query: Promise<SearchQuery> | undefined;
  let few: Promise<Nearby | null> | undefined;

  const read = (): Promise<SearchQuery> =>
    (query ??= checkRegion(scan, filter.region).then(() => readQuery(scan, text)));

  /** The whole list where few have all words; else null. */
  const readFew = (): Promise<Nearby | null> =>
    (few ??= read().then(async (parsed) => {
      const options = { query: parsed, filter };
      const enough = enoughOf(parsed);
      const rows = hasMatches(parsed) ? await readForward(scan, { ...options, limit: enough }) : [];
      return rows.length < enough ? readNearby(scan, { ...options, rows }) : null;
    }));

  async function readPage(request: PageRequest): Promise<Page<FoundRow>> {
    const { limit, backward, after, before } = request;
    const options = { query: await read(), filter, after: placeOf(after), before: placeOf(before), limit: limit + 1 };
    // One row more than asked for tells whether there is a next page; fewer, that the list ends.
    const rows = backward ? [] : await readForward(scan, options);
    if (rows.length > limit)
      return { rows: rows.slice(0, limit).map(withKey), hasNextPage: true, hasPreviousPage: after !== undefined };
    const isEnough = after === undefined && before === undefined && rows.length >= enoughOf(options.query);
    const whole = isEnough ? null : await readFew();
    if (whole !== null) return listOf(whole.rows).page(request);
    if (!backward)
      return { rows: rows.map(withKey), hasNextPage: before !== undefined, hasPreviousPage: after !== undefined };
    const last = await readMatches(scan, { ...options, backward });
    return {
      rows: last.slice(0, limit).toReversed().map(withKey),
      hasPreviousPage: last.length > limit || after !== undefined,
      hasNextPage: before !== undefined,
    };
  }

  async function counted(): Promise<{ total: number; exact: boolean }> {
    const options = { query: await read(), filter };
    if (hasMatches(options.query)) {
      for (const reach of reachesOf(options)) {
        if (reach.further === 'beginning') continue;
        const total = await countMatches(scan, { ...options, reach, most: MOST_COUNTED + 1 });
        if (total > MOST_COUNTED) return { total: MOST_COUNTED, exact: false };
        if (reach.lastBand === LAST_BAND && total >= enoughOf(options.query)) return { total, exact: true };
      }
    }
    return { total: (await readFew())?.rows.length ?? 0, exact: true };
  }

  const { order, keyTypes } = listOf([]);
  return {
    order: `search ${fingerprint([text, filter])} ${order}`,
    keyTypes,
    counted,
    count: async () => (await counted()).total,
    corrected: async () => (await readFew())?.corrected ?? null,
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

function enoughOf({ words, hinted }: SearchQuery): number {
  return (hinted?.words ?? words).length > 1 ? FEW_OF_SEVERAL : FEW_OF_ONE;
}

/** A cursor must tell one search from another, and need not hold its text. */
function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 8);
}

const keyOf = ({ tier, rank }: FoundRow): Place => [tier, rank];

function withKey(item: FoundRow) {
  return { item, key: keyOf(item) };
}

/** The place in a cursor; one among the hits that `readFew` has is after all of the others. */
function placeOf(key: PageRequest['after']): Place | undefined {
  return key === undefined ? undefined : [Number(key[0]), Number(key[1])];
}

/** A list in memory. Its order belongs to one build: after a promotion a cursor goes on at the same place by popularity. */
function listOf(items: readonly FoundRow[]) {
  return sortedList({
    name: 'hits',
    items,
    terms: [
      { name: 'TIER', direction: 'ASC', type: 'number', of: ({ tier }) => tier },
      { name: 'RANK', direction: 'ASC', type: 'number', of: ({ rank }) => rank },
    ],
    sorted: true,
  });
}

function byId({ titles, people }: SearchReaders, { id, filter }: { id: string; filter: SearchFilter }): SearchList {
  const { prefix, key = -1 } = parseConst(id) ?? {};
  const find = async (): Promise<SearchHit[]> => {
    const [node] = prefix === 'nm' ? await people.many([key]) : await titles.many([key]);
    if (node == null || !fitsFilter(node, filter)) return [];
    return [{ node, score: SCORES[0], matchedOn: 'ID', matchedText: id, region: null }];
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

function listOfIds(items: readonly SearchHit[]) {
  return sortedList({
    name: 'search.id',
    items,
    terms: [{ name: 'ID', direction: 'ASC', type: 'number', of: ({ node }) => node.id }],
  });
}
