import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';

export interface TmdbGenre {
  id: number;
  name: string;
}

const genres = (text: string): TmdbGenre[] =>
  text.split(', ').map((pair) => {
    const [id = '', name = ''] = pair.split(':');
    return { id: Number(id), name };
  });

/** TMDB's genres with its ids, which differ for films and series. */
export const TMDB_GENRES: Record<TmdbTitleKind, readonly TmdbGenre[]> = {
  movie: genres(
    '28:Action, 12:Adventure, 16:Animation, 35:Comedy, 80:Crime, 99:Documentary, 18:Drama, 10751:Family, 14:Fantasy, 36:History, 27:Horror, 10402:Music, 9648:Mystery, 10749:Romance, 878:Science Fiction, 10770:TV Movie, 53:Thriller, 10752:War, 37:Western',
  ),
  tv: genres(
    '10759:Action & Adventure, 16:Animation, 35:Comedy, 80:Crime, 99:Documentary, 18:Drama, 10751:Family, 10762:Kids, 9648:Mystery, 10763:News, 10764:Reality, 10765:Sci-Fi & Fantasy, 10766:Soap, 10767:Talk, 10768:War & Politics, 37:Western',
  ),
};

/** TMDB's word for a genre of IMDb, where it is another one. */
const MOVIE_WORDS: Record<string, string> = {
  'Sci-Fi': 'Science Fiction',
  Musical: 'Music',
  'Film-Noir': 'Crime',
  Biography: 'History',
};
const SERIES_WORDS: Record<string, string> = {
  Action: 'Action & Adventure',
  Adventure: 'Action & Adventure',
  'Sci-Fi': 'Sci-Fi & Fantasy',
  Fantasy: 'Sci-Fi & Fantasy',
  War: 'War & Politics',
  'Reality-TV': 'Reality',
  'Game-Show': 'Reality',
  'Talk-Show': 'Talk',
  Thriller: 'Mystery',
  Horror: 'Mystery',
  Romance: 'Soap',
};

/** TMDB's genres of a title with these genres of IMDb, each once. Genres that TMDB has no word for are left out. */
export function tmdbGenresOf(kind: TmdbTitleKind, imdb: readonly string[]): TmdbGenre[] {
  const words = kind === 'movie' ? MOVIE_WORDS : SERIES_WORDS;
  const names = new Set(imdb.map((genre) => words[genre] ?? genre));
  return TMDB_GENRES[kind].filter(({ name }) => names.has(name));
}
