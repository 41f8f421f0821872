import { titlesCondition } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { idText } from '../shape/values.ts';

/** A flat table made from others, for tools that compare films. */
export interface FilmTable {
  name: 'films' | 'similarities';
  meaning: string;
  /** SQL over the Parquet tables of a build; lists as lists. */
  select: (selection: Selection) => string;
  /** The columns that are lists, as text for formats without lists: see `joinedValue`. */
  joined?: string;
}

const FILM_TYPES = `('movie', 'tvMovie')`;

/** One row for each film, and one for each pair of similar titles, both ways. */
export const FILM_TABLES: readonly FilmTable[] = [
  {
    name: 'films',
    meaning: 'Films, one row each, with the names of their people in the order of billing.',
    joined: `array_to_string(genres, ',') AS genres, to_json(persons)::VARCHAR AS persons`,
    // The people of films alone are gathered: those of all episodes would be ten times as many.
    select: (selection) => `WITH film AS (
  SELECT * FROM titles WHERE titleType IN ${FILM_TYPES} AND ${titlesCondition('tconst', selection)}
)
SELECT ${idText('tt', 't.tconst')} AS film_id, t.primaryTitle AS title, t.originalTitle AS original_title,
  t.startYear AS year, t.runtimeMinutes AS duration, t.genres, r.averageRating AS rating, r.numVotes AS vote_count, p.persons
FROM film t LEFT JOIN ratings r ON r.tconst = t.tconst
LEFT JOIN (
  SELECT tconst, list(primaryName ORDER BY ordering) AS persons
  FROM (
    SELECT tconst, nconst, min(ordering) AS ordering FROM principals
    WHERE tconst IN (SELECT tconst FROM film) GROUP BY tconst, nconst
  ) JOIN names USING (nconst)
  GROUP BY tconst
) p ON p.tconst = t.tconst
ORDER BY t.tconst`,
  },
  {
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
  },
];
