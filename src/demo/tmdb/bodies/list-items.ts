import { countryOf, languageOf } from '../words/places.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import { picturePath } from './picture-paths.ts';

/** A film as lists have it (discover, recommendations, parts of a collection). */
export function movieItem(title: TmdbTitle): object {
  return {
    adult: title.adult,
    backdrop_path: picturePath('backdrop', 'movie', { id: title.id, isThere: title.hasBackdrop }),
    genre_ids: title.genres.map(({ id }) => id),
    id: title.id,
    original_language: languageOf(title.known.culture),
    original_title: title.originalName,
    overview: title.overview,
    popularity: title.popularity,
    poster_path: picturePath('poster', 'movie', { id: title.id, isThere: title.hasPoster }),
    release_date: title.date,
    title: title.name,
    video: title.known.type === 'video',
    vote_average: rounded(title.voteAverage),
    vote_count: title.voteCount,
  };
}

/** A series as lists have it. */
export function tvItem(title: TmdbTitle): object {
  return {
    adult: title.adult,
    backdrop_path: picturePath('backdrop', 'tv', { id: title.id, isThere: title.hasBackdrop }),
    genre_ids: title.genres.map(({ id }) => id),
    id: title.id,
    origin_country: [countryOf(title.known.culture).iso_3166_1],
    original_language: languageOf(title.known.culture),
    original_name: title.originalName,
    overview: title.overview,
    popularity: title.popularity,
    poster_path: picturePath('poster', 'tv', { id: title.id, isThere: title.hasPoster }),
    first_air_date: title.date,
    name: title.name,
    vote_average: rounded(title.voteAverage),
    vote_count: title.voteCount,
  };
}

export function titleItem(title: TmdbTitle): object {
  return title.kind === 'movie' ? movieItem(title) : tvItem(title);
}

/** TMDB gives averages with up to three decimals. */
export function rounded(average: number): number {
  return Math.round(average * 1000) / 1000;
}
