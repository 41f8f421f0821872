import { ONLY_TMDB_FROM, isOnlyTmdb } from '../../dataset/words/only-tmdb.ts';
import { FIRST_OF_TMDB } from '../../dataset/tables/tmdb-search-tables.ts';
import type { TmdbAlternativeTitle } from '../tmdb/tmdb-lists.ts';
import type { TmdbReaders } from '../tmdb/tmdb-readers.ts';
import type { FoundRow } from './ranking/found-rows.ts';

/** Whether a row of a search over both sources was found by an alternative title of TMDB's. */
export function isOfTmdbTitle({ matchedOn, ordering }: Pick<FoundRow, 'matchedOn' | 'ordering'>): boolean {
  return matchedOn === 'AKA' && ordering >= FIRST_OF_TMDB;
}

/** The alternative titles of TMDB's by which rows were found. */
export async function tmdbTextsOf(
  { titleLinks, alternativeTitles }: TmdbReaders,
  rows: readonly FoundRow[],
): Promise<ReadonlyMap<FoundRow, TmdbAlternativeTitle>> {
  if (rows.length === 0) return new Map();
  const ofImdb = rows.map(({ id }) => id).filter((id) => !isOnlyTmdb(id));
  const links = ofImdb.length === 0 ? [] : await titleLinks.many(ofImdb);
  const linked = new Map(ofImdb.map((id, at) => [id, links[at]?.to]));
  const keys = rows.map(({ id }) => (isOnlyTmdb(id) ? id - ONLY_TMDB_FROM : (linked.get(id) ?? -1)));
  const found = await alternativeTitles.many(keys);
  return new Map(
    rows.flatMap((row, at) => {
      const text = found[at]?.titles.find(({ position }) => FIRST_OF_TMDB + position === row.ordering);
      return text === undefined ? [] : [[row, text] as const];
    }),
  );
}
