import { idText } from '../shape/values.ts';

/** A flat table made from others, for tools that compare films. */
export interface FilmTable {
  name: 'films' | 'similarities';
  meaning: string;
  /** SQL over the Parquet tables of a build. */
  select: string;
}

/** Votes and rating do not matter here: whoever wants fewer films filters them. */
const FILM_TYPES = `('movie', 'tvMovie')`;

/** One row for each film, and one for each pair of similar titles, both ways. */
export const FILM_TABLES: readonly FilmTable[] = [
  {
    name: 'films',
    meaning: 'Films, one row each, with the names of their people in the order of billing.',
    select: `SELECT ${idText('tt', 't.tconst')} AS film_id, t.primaryTitle AS title, t.originalTitle AS original_title,
  t.startYear AS year, t.runtimeMinutes AS duration, t.genres, r.averageRating AS rating, r.numVotes AS vote_count, p.persons
FROM titles t LEFT JOIN ratings r ON r.tconst = t.tconst
LEFT JOIN (
  SELECT tconst, list(primaryName ORDER BY ordering) AS persons
  FROM (SELECT tconst, nconst, min(ordering) AS ordering FROM principals GROUP BY tconst, nconst) JOIN names USING (nconst)
  GROUP BY tconst
) p ON p.tconst = t.tconst
WHERE t.titleType IN ${FILM_TYPES}
ORDER BY t.tconst`,
  },
  {
    name: 'similarities',
    meaning: 'Similar titles and their score, from 0 to 1: each pair stands both ways.',
    select: `SELECT ${idText('tt', 'tconst')} AS film_id, ${idText('tt', 'neighbour')} AS similar_id, max(score) AS score
FROM (
  SELECT tconst, neighbour, score FROM similar_titles
  UNION ALL SELECT neighbour, tconst, score FROM similar_titles
)
GROUP BY tconst, neighbour ORDER BY tconst, score DESC, neighbour`,
  },
];
