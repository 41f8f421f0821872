import type { Question, QuestionParameter } from './question.ts';

const ROWS: QuestionParameter = { name: 'rows', meaning: 'rows at most', example: 10 };

/** Adult titles are left out of lists, as the graph leaves them out unless it is asked for them. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'movies_of_a_year',
    asks: 'Which are the best rated movies of a year?',
    parameters: [{ name: 'year', meaning: 'year of release', example: 1999 }, ROWS],
    select: ({
      value,
      top,
      limit,
      no,
      byNumber,
    }) => `SELECT ${top('rows')}b.tconst, b.primaryTitle, r.averageRating, r.numVotes
FROM title_basics b JOIN title_ratings r ON r.tconst = b.tconst
WHERE b.titleType = 'movie' AND b.isAdult = ${no} AND b.startYear = ${value('year')}
ORDER BY r.averageRating DESC, r.numVotes DESC, ${byNumber('b.tconst')}${limit('rows')}`,
  },
  {
    name: 'top_rated',
    asks: 'Which are the best rated movies with so many votes?',
    parameters: [{ name: 'votes', meaning: 'votes at least', example: 1000 }, ROWS],
    select: ({
      value,
      top,
      limit,
      no,
      byNumber,
    }) => `SELECT ${top('rows')}b.tconst, b.primaryTitle, r.averageRating, r.numVotes, b.startYear
FROM title_basics b JOIN title_ratings r ON r.tconst = b.tconst
WHERE b.titleType = 'movie' AND b.isAdult = ${no} AND r.numVotes >= ${value('votes')}
ORDER BY r.averageRating DESC, r.numVotes DESC, ${byNumber('b.tconst')}${limit('rows')}`,
  },
  {
    name: 'episodes_in_order',
    asks: 'Which episodes does a series have, in their order? Those without numbers come last.',
    parameters: [{ name: 'series', meaning: 'id of the series', example: 'tt0944947' }],
    select: ({ value, byNumber }) => `SELECT e.tconst, b.primaryTitle, e.seasonNumber, e.episodeNumber
FROM title_episode e JOIN title_basics b ON b.tconst = e.tconst
WHERE e.parentTconst = ${value('series')} AND b.titleType = 'tvEpisode'
ORDER BY CASE WHEN e.seasonNumber IS NULL THEN 1 ELSE 0 END, e.seasonNumber,
  CASE WHEN e.episodeNumber IS NULL THEN 1 ELSE 0 END, e.episodeNumber, ${byNumber('e.tconst')}`,
  },
  {
    name: 'cast_by_billing',
    asks: 'Who plays in a title, in the order of billing?',
    parameters: [{ name: 'title', meaning: 'id of the title', example: 'tt0111161' }],
    select: ({ value }) => `SELECT p.nconst, n.primaryName, p.ordering, p.category, p.characters
FROM title_principals p LEFT JOIN name_basics n ON n.nconst = p.nconst
WHERE p.tconst = ${value('title')} AND p.category IN ('actor', 'actress', 'self')
ORDER BY p.ordering`,
  },
  {
    name: 'films_of_a_director',
    asks: 'Which movies has a person directed, the newest first?',
    parameters: [{ name: 'person', meaning: 'id of the person', example: 'nm0000229' }],
    select: ({ value, byNumber }) => `SELECT b.tconst, b.primaryTitle, b.startYear, r.averageRating
FROM title_basics b LEFT JOIN title_ratings r ON r.tconst = b.tconst
WHERE b.titleType = 'movie' AND b.tconst IN (
  SELECT p.tconst FROM title_principals p WHERE p.nconst = ${value('person')} AND p.category = 'director'
)
ORDER BY CASE WHEN b.startYear IS NULL THEN 1 ELSE 0 END, b.startYear DESC, ${byNumber('b.tconst')}`,
  },
  {
    name: 'titles_of_a_genre',
    asks: 'Which titles of a genre have the most votes?',
    parameters: [{ name: 'genre', meaning: "genre, in IMDb's words", example: 'Drama' }, ROWS],
    select: ({
      value,
      top,
      limit,
      no,
      hasWord,
      byNumber,
    }) => `SELECT ${top('rows')}b.tconst, b.primaryTitle, r.numVotes, b.genres
FROM title_basics b LEFT JOIN title_ratings r ON r.tconst = b.tconst
WHERE ${hasWord('b.genres', value('genre'))} AND b.isAdult = ${no}
ORDER BY coalesce(r.numVotes, -1) DESC, ${byNumber('b.tconst')}${limit('rows')}`,
  },
  {
    name: 'busiest_people',
    asks: 'Who is credited on the most titles in a category? Episodes do not count.',
    parameters: [
      { name: 'category', meaning: 'category of credits, such as actor or actress', example: 'actor' },
      ROWS,
    ],
    select: ({ value, top, limit, no, byNumber }) => `WITH done AS (
  SELECT DISTINCT p.nconst, p.tconst
  FROM title_principals p JOIN title_basics b ON b.tconst = p.tconst
  WHERE p.category = ${value('category')} AND b.titleType <> 'tvEpisode' AND b.isAdult = ${no}
)
SELECT ${top('rows')}n.nconst, n.primaryName, count(*) AS titles, coalesce(sum(r.numVotes), 0) AS votes
FROM done d JOIN name_basics n ON n.nconst = d.nconst LEFT JOIN title_ratings r ON r.tconst = d.tconst
GROUP BY n.nconst, n.primaryName
ORDER BY titles DESC, votes DESC, ${byNumber('n.nconst')}${limit('rows')}`,
  },
  {
    name: 'series_by_episodes',
    asks: 'Which series have the most episodes?',
    parameters: [ROWS],
    select: ({ top, limit, no, byNumber }) => `SELECT ${top('rows')}b.tconst, b.primaryTitle, c.episodes
FROM (
  SELECT e.parentTconst, count(*) AS episodes
  FROM title_episode e JOIN title_basics t ON t.tconst = e.tconst
  WHERE t.titleType = 'tvEpisode' GROUP BY e.parentTconst
) c JOIN title_basics b ON b.tconst = c.parentTconst
WHERE b.titleType IN ('tvSeries', 'tvMiniSeries') AND b.isAdult = ${no}
ORDER BY c.episodes DESC, ${byNumber('b.tconst')}${limit('rows')}`,
  },
  {
    name: 'directors_by_rating',
    asks: 'Which directors of so many rated movies have the best mean rating?',
    parameters: [{ name: 'films', meaning: 'rated movies at least', example: 3 }, ROWS],
    // Tenths are whole numbers, so that the sum does not depend on its order. MySQL divides decimals to four places only,
    // and by 1e1 as floating point.
    select: ({ value, top, limit, no, byNumber }) => `WITH directed AS (
  SELECT DISTINCT p.nconst, p.tconst
  FROM title_principals p JOIN title_basics b ON b.tconst = p.tconst
  WHERE p.category = 'director' AND b.titleType = 'movie' AND b.isAdult = ${no}
)
SELECT ${top('rows')}n.nconst, n.primaryName, sum(round(r.averageRating * 10, 0)) / (1e1 * count(*)) AS meanRating,
  count(*) AS films, sum(r.numVotes) AS votes
FROM directed d JOIN name_basics n ON n.nconst = d.nconst JOIN title_ratings r ON r.tconst = d.tconst
GROUP BY n.nconst, n.primaryName
HAVING count(*) >= ${value('films')}
ORDER BY meanRating DESC, votes DESC, films DESC, ${byNumber('n.nconst')}${limit('rows')}`,
  },
];
