import { parseConst } from '../../dataset/words/consts.ts';
import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import { parseUrl } from '../../dataset/words/title-urls.ts';
import { formatTmdbId, parseTmdbId, tmdbKeyOf } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbId } from '../../dataset/words/tmdb-ids.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import type { SearchFilter, SearchHit, SearchList } from '../model/model.ts';
import type { SearchReaders } from './hits.ts';
import { scoreOf } from './ranking/buckets.ts';
import { fitsFilter } from './ranking/search-filter.ts';
import type { FoundNode } from './ranking/search-filter.ts';

/**
 * An IMDb id, alone or inside an address as browsers show it, with or without scheme, page and parameters; in quotes or
 * brackets, too.
 */
const ID_IN_TEXT = /^["'<(]?(?:(?:https?:\/\/)?[\w.:-]*\/(?:\S*?\/)?)?((?:tt|nm)[0-9]{7,9})(?:[/?#]\S*)?["'>)]?$/;

/** A text in quotes or brackets. */
const IN_SIGNS = /^["'<(]?(\S*?)["'>)]?$/;

/** An id of IMDb's as text, or of TMDB's. */
export type IdInText = string | TmdbId;

/** The id that a query is: of TMDB's only where the search is not of IMDb's data alone. */
export function idIn(text: string, { source }: Pick<SearchFilter, 'source'>): IdInText | undefined {
  const lowered = text.toLowerCase();
  const ofImdb = ID_IN_TEXT.exec(lowered)?.[1];
  if (ofImdb !== undefined || source === undefined) return ofImdb;
  const [, inside = ''] = IN_SIGNS.exec(lowered) ?? [];
  const id = parseTmdbId(inside);
  if (id !== undefined) return id;
  const target = parseUrl(inside);
  return target?.source === 'TMDB' ? target : undefined;
}

/** What has an id. TMDB's of what IMDb has, too, finds IMDb's. */
export function searchById(readers: SearchReaders, { id, filter }: { id: IdInText; filter: SearchFilter }): SearchList {
  const find = async (): Promise<SearchHit[]> => {
    const found = typeof id === 'string' ? await findOfImdb(readers, id) : await findOfTmdb(readers, id);
    if (found === null || !fitsFilter(found, filter)) return [];
    const matchedText = typeof id === 'string' ? id : formatTmdbId(id);
    return [{ node: found.node, score: scoreOf(1), matchedOn: 'ID', matchedText, region: null }];
  };
  const listOfIds = (items: readonly SearchHit[]) =>
    materialisedList({
      name: filter.source === undefined ? 'search.id' : `search.id.${filter.source}`,
      items,
      terms: [{ name: 'ID', direction: 'ASC', type: 'number', of: ({ node }) => node.id }],
    });
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

async function findOfImdb(readers: SearchReaders, id: string): Promise<FoundNode | null> {
  const { prefix, key = -1 } = parseConst(id) ?? {};
  return prefix === 'nm' ? findPerson(readers, key) : findTitle(readers, key);
}

/** Under this very id, and not what was merged into another. */
function findOfTmdb(readers: SearchReaders, { kind, id }: TmdbId): Promise<FoundNode | null> {
  if (kind === 'PERSON') return findPerson(readers, ONLY_TMDB_FROM + id);
  return findTitle(readers, ONLY_TMDB_FROM + tmdbKeyOf({ kind, id }));
}

async function findTitle({ titles }: SearchReaders, id: number): Promise<FoundNode | null> {
  const [node = null] = await titles.many([id]);
  return node && { kind: 'title', node };
}

async function findPerson({ people }: SearchReaders, id: number): Promise<FoundNode | null> {
  const [node = null] = await people.many([id]);
  return node && { kind: 'person', node };
}
