/** Kinds of things that are asked of TMDB, each with one request. */
export const TMDB_KINDS = ['genres', 'find', 'movie', 'tv', 'season', 'collection', 'person'] as const;
export type TmdbKind = (typeof TMDB_KINDS)[number];

/** A title, in TMDB's words. */
export type TmdbTitleKind = 'movie' | 'tv';
export const TMDB_TITLE_KINDS: readonly TmdbTitleKind[] = ['movie', 'tv'];

/**
 * One thing that TMDB has. `id` is TMDB's own, of a `season` that of its series, of a `find` the number of an IMDb id
 * (tt0133093: 133093), and 0 for `genres`. `part` is the number of a `season`, 0 or 1 for the `genres` of films or of
 * TV, and 0 for all others.
 */
export interface TmdbThing {
  kind: TmdbKind;
  id: number;
  part: number;
}

/** Where TMDB answers, unless the settings name another place. */
export const TMDB_BASE_URL = 'https://api.themoviedb.org/3';
/** Where its pictures are: `<url>/<size><path>`. */
export const TMDB_IMAGE_URL = 'https://image.tmdb.org/t/p';
/** Where its daily files of ids are. */
export const TMDB_EXPORT_URL = 'https://files.tmdb.org/p/exports';

/** TMDB's terms: nothing of it is kept longer without being fetched again. */
export const TMDB_MOST_DAYS = 180;

const APPENDED = {
  movie: 'external_ids,credits,keywords,alternative_titles,recommendations',
  tv: 'external_ids,aggregate_credits,keywords,alternative_titles,recommendations',
  person: 'external_ids',
} as const;

/** Path and query of the request for a thing, below TMDB_BASE_URL. */
export function tmdbPath({ kind, id, part }: TmdbThing): string {
  switch (kind) {
    case 'genres':
      return `/genre/${part === 0 ? 'movie' : 'tv'}/list`;
    case 'find':
      return `/find/tt${String(id).padStart(7, '0')}?external_source=imdb_id`;
    case 'season':
      return `/tv/${id}/season/${part}`;
    case 'collection':
      return `/collection/${id}`;
    case 'movie':
    case 'tv':
    case 'person':
      return `/${kind}/${id}?append_to_response=${APPENDED[kind]}`;
  }
}

/** A thing as people read it: `movie 603`, `season 2 of tv 1399`. */
export function tmdbThingName({ kind, id, part }: TmdbThing): string {
  if (kind === 'genres') return part === 0 ? 'genres of films' : 'genres of TV';
  if (kind === 'find') return `IMDb id tt${String(id).padStart(7, '0')}`;
  return kind === 'season' ? `season ${part} of tv ${id}` : `${kind} ${id}`;
}

/** Files of ids that TMDB publishes each day. */
const EXPORTS: Record<TmdbTitleKind, string> = { movie: 'movie_ids', tv: 'tv_series_ids' };

/** Name of the file of ids of a day, by UTC: `movie_ids_11_30_2026.json.gz`. */
export function tmdbExportFile(kind: TmdbTitleKind, day: Date): string {
  const [year = '', month = '', date = ''] = day.toISOString().slice(0, 10).split('-');
  return `${EXPORTS[kind]}_${month}_${date}_${year}.json.gz`;
}
