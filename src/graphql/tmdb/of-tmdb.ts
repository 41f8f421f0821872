import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Person, Title } from '../../store/model/model.ts';
import { tmdbOf } from './tmdb-of.ts';

/** The title of a record of TMDB's, by the record's key: IMDb's, or the one that TMDB alone has; null where there is no record. */
export async function titleOfTmdb(key: number, loaders: Loaders): Promise<Title | null> {
  const titleId = (await tmdbOf(loaders).titles.byKey(key))?.titleId ?? null;
  const ofImdb = titleId === null ? null : await loaders.titles.byId(titleId);
  return ofImdb ?? loaders.titles.byId(ONLY_TMDB_FROM + key);
}

/** The person of a record of TMDB's, by TMDB's number: IMDb's, or the one whom TMDB alone has; null where there is no record. */
export async function personOfTmdb(id: number, loaders: Loaders): Promise<Person | null> {
  const personId = (await tmdbOf(loaders).people.byId(id))?.personId ?? null;
  const ofImdb = personId === null ? null : await loaders.people.byId(personId);
  return ofImdb ?? loaders.people.byId(ONLY_TMDB_FROM + id);
}
