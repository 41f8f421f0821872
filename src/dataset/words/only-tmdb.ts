import { formatConst, parseConst } from './consts.ts';
import type { ConstPrefix } from './consts.ts';
import { formatTmdbId, parseTmdbId, tmdbKeyOf, tmdbTitleOf } from './tmdb-ids.ts';
import type { TmdbTitleId } from './tmdb-ids.ts';

/**
 * The first key of titles and people of TMDB's among those of IMDb's, above all of IMDb's numbers, which have nine digits at
 * most. A title's key is this and its key among TMDB's titles, a person's is this and TMDB's number. Rows have such a key
 * where TMDB alone has the title or the person.
 */
export const ONLY_TMDB_FROM = 1_000_000_000;

/** The greatest key of a title of TMDB's that has such a key: both are INTEGERs of DuckDB. */
export const MOST_ONLY_TMDB = 2 ** 31 - 1 - ONLY_TMDB_FROM;

/** Whether a key is one of TMDB's: what is read has such a key where TMDB alone has it. */
export function isOnlyTmdb(key: number): boolean {
  return key >= ONLY_TMDB_FROM;
}

/** The key of a title that TMDB alone has. */
export function onlyTmdbTitleKey(title: TmdbTitleId): number {
  return ONLY_TMDB_FROM + tmdbKeyOf(title);
}

/** The id of a title: IMDb's, or TMDB's of a title that it alone has. */
export function formatTitleId(key: number): string {
  return isOnlyTmdb(key) ? formatTmdbId(tmdbTitleOf(key - ONLY_TMDB_FROM)) : formatConst('tt', key);
}

/** The id of a person: IMDb's, or TMDB's of a person whom it alone has. */
export function formatPersonId(key: number): string {
  return isOnlyTmdb(key) ? formatTmdbId({ kind: 'PERSON', id: key - ONLY_TMDB_FROM }) : formatConst('nm', key);
}

/** Parses an id of either source, and makes a key of it; undefined if it is malformed. */
export function parseAnyId(text: string): { prefix: ConstPrefix; key: number } | undefined {
  const { kind, id = 0 } = parseTmdbId(text) ?? {};
  if (kind === undefined) return parseConst(text);
  if (kind === 'PERSON') return { prefix: 'nm', key: ONLY_TMDB_FROM + id };
  return { prefix: 'tt', key: onlyTmdbTitleKey({ kind, id }) };
}
