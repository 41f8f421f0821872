import { titlesCondition } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { TMDB_EXPORT_NOTICE } from '../shape/tmdb-export-tables.ts';
import { idText } from '../shape/values.ts';

/** A flat table made from others, for tools that compare films. */
export interface FilmTable {
  name: 'films' | 'similarities';
  meaning: string;
  /** What has to be said with its rows. */
  notice?: string;
  /** SQL over the Parquet tables of a build; lists as lists. */
  select: (selection: Selection) => string;
  /** The columns that are lists, as text for formats without lists: see `joinedValue`. */
  joined?: string;
}

const FILM_TYPES = `('movie', 'tvMovie')`;

const FILMS: FilmTable = {
  name: 'films',
  meaning: 'Films, one row each, with the names of their people in the order of billing.',
  joined: `array_to_string(genres, ',') AS genres, to_json(persons)::VARCHAR AS persons`,
  select: filmsOf,
};

const FILMS_WITH_TMDB: FilmTable = {
  ...FILMS,
  notice: TMDB_EXPORT_NOTICE,
  joined: [
    FILMS.joined,
    ...['countries', 'genres', 'keywords'].map((name) => `to_json(tmdb_${name})::VARCHAR AS tmdb_${name}`),
  ].join(', '),
};

const SIMILARITIES: FilmTable = {
  name: 'similarities',
  meaning: 'Similar titles and their score, from 0 to 1: each pair stands both ways.',
  select: (
    selection,
  ) => `SELECT ${idText('tt', 'tconst')} AS film_id, ${idText('tt', 'neighbour')} AS similar_id, max(score) AS score
FROM (
  SELECT tconst, neighbour, score FROM similar_titles
  UNION ALL SELECT neighbour, tconst, score FROM similar_titles
)
WHERE ${titlesCondition('tconst', selection)} AND ${titlesCondition('neighbour', selection)}
GROUP BY tconst, neighbour ORDER BY tconst, score DESC, neighbour`,
};

/**
 * One row for each film, and one for each pair of similar titles, both ways. Films have columns of TMDB's only where its
 * data is asked for.
 */
export function filmTablesOf({ tmdb }: Selection): readonly FilmTable[] {
  return [tmdb === true ? FILMS_WITH_TMDB : FILMS, SIMILARITIES];
}

/** TMDB's columns of films, each named after it: nothing of IMDb's is mixed with them. */
const TMDB_FILM = `, m.id AS tmdb_id, m.title AS tmdb_title, m.overview AS tmdb_overview, m.tagline AS tmdb_tagline,
  m.status AS tmdb_status, m.originalLanguage AS tmdb_language, m.countries AS tmdb_countries, m.genres AS tmdb_genres,
  m.keywords AS tmdb_keywords, m.collectionName AS tmdb_collection, m.releaseDate AS tmdb_release_date,
  m.voteAverage AS tmdb_rating, m.voteCount AS tmdb_vote_count, m.posterPath AS tmdb_poster_path, m.fetchedAt AS tmdb_fetched_at`;

// The people of films alone are gathered: those of all episodes would be ten times as many.
function filmsOf(selection: Selection): string {
  const [columns, join] =
    selection.tmdb === true
      ? [
          TMDB_FILM,
          'LEFT JOIN (tmdb_title_links JOIN tmdb_titles AS m USING (tmdbKey)) ON tmdb_title_links.tconst = t.tconst',
        ]
      : ['', ''];
  return `WITH film AS (
  SELECT * FROM titles WHERE titleType IN ${FILM_TYPES} AND ${titlesCondition('tconst', selection)}
)
SELECT ${idText('tt', 't.tconst')} AS film_id, t.primaryTitle AS title, t.originalTitle AS original_title,
  t.startYear AS year, t.runtimeMinutes AS duration, t.genres, r.averageRating AS rating, r.numVotes AS vote_count, p.persons${columns}
FROM film t LEFT JOIN ratings r ON r.tconst = t.tconst
LEFT JOIN (
  SELECT tconst, list(primaryName ORDER BY ordering) AS persons
  FROM (
    SELECT tconst, nconst, min(ordering) AS ordering FROM principals
    WHERE tconst IN (SELECT tconst FROM film) GROUP BY tconst, nconst
  ) JOIN names USING (nconst)
  GROUP BY tconst
) p ON p.tconst = t.tconst
${join}
ORDER BY t.tconst`;
}
