import type { UrlTarget } from '../../dataset/words/title-urls.ts';
import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import { tmdbKeyOf } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbKind } from '../../dataset/words/tmdb-ids.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { TmdbLoaders } from '../../loaders/tmdb-loaders.ts';

/** What an id of TMDB's stands for. */
export type TmdbState =
  /** TMDB has it: `key` is the key of a title or the number of a person, `imdb` IMDb's number where TMDB gives one. */
  | { state: 'FOUND'; key: number; imdb: number | null }
  /** TMDB has merged it into another, which is `key`. */
  | { state: 'MERGED'; key: number; imdb: number | null }
  | { state: 'GONE' }
  | { state: 'UNKNOWN' };

/** Merges that are followed: one that was merged may be merged again. */
const MOST_MERGES = 5;

/** Finds a title or a person of TMDB's, through merges. */
export async function tmdbState(tmdb: TmdbLoaders, { kind, id }: { kind: TmdbKind; id: number }): Promise<TmdbState> {
  const first = kind === 'PERSON' ? id : tmdbKeyOf({ kind, id });
  const find = async (key: number): Promise<number | null | undefined> =>
    kind === 'PERSON' ? (await tmdb.people.byId(key))?.personId : (await tmdb.titles.byKey(key))?.titleId;
  const gone = kind === 'PERSON' ? tmdb.gone.person : tmdb.gone.title;
  let key = first;
  for (let merges = 0; merges <= MOST_MERGES; merges += 1) {
    const imdb = await find(key);
    if (imdb !== undefined) return { state: key === first ? 'FOUND' : 'MERGED', key, imdb };
    const became = await gone(key);
    if (became === null) return key === first ? { state: 'UNKNOWN' } : { state: 'MERGED', key, imdb: null };
    if (became.mergedInto === null) return { state: 'GONE' };
    key = became.mergedInto;
  }
  return { state: 'GONE' };
}

/** The key of a title or a person that is looked up; null where there is none. */
export async function keyOf(target: UrlTarget, loaders: Pick<Loaders, 'tmdb'>): Promise<number | null> {
  if (target.source === 'IMDB') return target.key;
  const tmdb = loaders.tmdb();
  const found = tmdb === null ? undefined : await tmdbState(tmdb, target);
  return found !== undefined && 'key' in found ? ONLY_TMDB_FROM + found.key : null;
}
