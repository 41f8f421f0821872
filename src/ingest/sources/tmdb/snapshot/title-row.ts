import { tmdbKeyOf } from '../../../../dataset/words/tmdb-ids.ts';
import type { TmdbTitleKind } from '../../../../dataset/words/tmdb-ids.ts';
import { fieldsOf, MOST_ID } from './value-reader.ts';
import type { Fields, ValueReader } from './value-reader.ts';

/** Which answer a row is of. */
export interface TitleAnswer {
  kind: TmdbTitleKind;
  id: number;
  body: Fields;
  /** ISO 8601, UTC. */
  fetchedAt: string;
}

/** The row of a title in `tmdb.titles`. */
export function titleRow(read: ValueReader, { kind, id, body, fetchedAt }: TitleAnswer) {
  const isFilm = kind === 'MOVIE';
  const collection = isFilm ? fieldsOf(body['belongs_to_collection']) : {};
  const voteCount = read.integer('voteCount', body['vote_count']) ?? 0;
  return {
    tmdbKey: tmdbKeyOf({ kind, id }),
    kind,
    id,
    tconst: read.constOf('tconst', 'tt', imdbIdOf(body)),
    title: read.text('title', body[isFilm ? 'title' : 'name']),
    originalTitle: read.text('originalTitle', body[isFilm ? 'original_title' : 'original_name']),
    overview: read.text('overview', body['overview']),
    tagline: read.text('tagline', body['tagline']),
    status: read.text('status', body['status']),
    originalLanguage: read.text('originalLanguage', body['original_language']),
    spokenLanguages: read.texts('spokenLanguages', body['spoken_languages'], 'iso_639_1'),
    countries: countriesOf(read, body),
    genres: read.texts('genres', body['genres'], 'name'),
    keywords: read.texts('keywords', fieldsOf(body['keywords'])[isFilm ? 'keywords' : 'results'], 'name'),
    collectionId: read.integer('collectionId', collection['id'], { least: 1, most: MOST_ID }),
    collectionName: read.text('collectionName', collection['name']),
    releaseDate: read.date('releaseDate', body[isFilm ? 'release_date' : 'first_air_date']),
    runtimeMinutes: read.positive('runtimeMinutes', isFilm ? body['runtime'] : episodeRuntime(body)),
    budget: isFilm ? read.positive('budget', body['budget'], Number.MAX_SAFE_INTEGER) : null,
    revenue: isFilm ? read.positive('revenue', body['revenue'], Number.MAX_SAFE_INTEGER) : null,
    popularity: read.number('popularity', body['popularity']),
    voteAverage: voteCount === 0 ? null : read.number('voteAverage', body['vote_average']),
    voteCount,
    posterPath: read.picture('posterPath', body['poster_path']),
    backdropPath: read.picture('backdropPath', body['backdrop_path']),
    homepage: read.address('homepage', body['homepage']),
    adult: read.flag('adult', body['adult']),
    fetchedAt,
  };
}

/** TMDB has the id of IMDb in two places, and the details of a series in one. */
export function imdbIdOf(body: Fields): unknown {
  return fieldsOf(body['external_ids'])['imdb_id'] ?? body['imdb_id'];
}

/** Where it was produced, and then where TMDB says that it comes from besides. */
function countriesOf(read: ValueReader, body: Fields): string[] {
  const produced = read.texts('countries', body['production_countries'], 'iso_3166_1');
  return [...new Set([...produced, ...read.texts('countries', body['origin_country'])])];
}

/** The first of the running times of a series; what is no list is for the reader to count. */
function episodeRuntime({ episode_run_time: times }: Fields): unknown {
  return Array.isArray(times) ? (times[0] as unknown) : times;
}
