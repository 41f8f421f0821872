import { LEAST_PERSON_CREDITS, LEAST_WORD_TITLES } from '../similarity/feature-counts.ts';
import { fold, wordsOf } from '../words/fold.ts';
import type { SimilarTableName } from './table-names.ts';

/** Titles with a rating, of which features are counted. */
const RATED =
  'SELECT tconst, genres, coalesce(primaryTitle, originalTitle) AS title FROM title_cards WHERE numVotes IS NOT NULL';

/** Who is credited on what: those of title.crew too, who need not be among the others. */
const CREDITED = `SELECT nconst, tconst FROM credits_by_person
    UNION ALL BY NAME SELECT unnest(directors) AS nconst, tconst FROM crew
    UNION ALL BY NAME SELECT unnest(writers) AS nconst, tconst FROM crew`;

/** Genres as titles have them, each list once. */
const GENRE_LISTS = `SELECT list_distinct(genres) AS list, count(*) AS titles FROM (${RATED}) GROUP BY ALL`;

/**
 * The tables of similar titles, as SELECTs over the tables before them. A build from before these tables reads them as
 * views: it has counts, and no lists.
 */
export const SIMILAR_TABLES: Record<SimilarTableName, string> = {
  // Pairs of genres by the order of their letters.
  feature_counts: `
    SELECT 'TITLES' AS kind, '' AS feature, 0 AS person, count(*)::INTEGER AS titles FROM (${RATED})
    UNION ALL BY NAME
    SELECT 'GENRE' AS kind, CASE WHEN one = other THEN one ELSE one || ',' || other END AS feature, 0 AS person,
      sum(titles)::INTEGER AS titles
    FROM (SELECT one, unnest(list) AS other, titles FROM (SELECT unnest(list) AS one, list, titles FROM (${GENRE_LISTS})))
    WHERE one <= other GROUP BY one, other
    UNION ALL BY NAME
    SELECT 'WORD' AS kind, word AS feature, 0 AS person, count(*)::INTEGER AS titles
    FROM (SELECT unnest(list_distinct(${wordsOf('folded')})) AS word
      FROM (SELECT unnest([${fold('title')}]) AS folded FROM (${RATED})))
    WHERE word <> '' GROUP BY word HAVING count(*) >= ${LEAST_WORD_TITLES}
    UNION ALL BY NAME
    SELECT 'PERSON' AS kind, '' AS feature, nconst AS person, count(*)::INTEGER AS titles
    FROM (${CREDITED}) SEMI JOIN ratings USING (tconst) GROUP BY nconst HAVING count(*) >= ${LEAST_PERSON_CREDITS}`,

  // Empty: the build step works it out of the two SELECTs below.
  similar_titles: 'SELECT NULL::INTEGER AS tconst, 0 AS position, 0 AS neighbour, 0::DOUBLE AS score WHERE false',
};

/** The titles that are in lists, as a SELECT in the order of their ids. */
export function comparedTitles(minVotes: number): string {
  return `SELECT tconst, titleType, isAdult, coalesce(startYear, -1) AS startYear,
      coalesce(array_to_string(genres, ','), '') AS genres, coalesce(primaryTitle, originalTitle) AS title, numVotes
    FROM title_cards WHERE numVotes >= ${Math.trunc(minVotes)} ORDER BY tconst`;
}

/** The credits of these titles, as a SELECT in the order of the titles. Whoever title.crew names has no place in the billing. */
export function comparedCredits(minVotes: number): string {
  const compared = `(SELECT tconst FROM title_cards WHERE numVotes >= ${Math.trunc(minVotes)})`;
  // Documents of credits have nobody who is not in the data.
  return `SELECT tconst, nconst, category, ordering FROM principals SEMI JOIN ${compared} USING (tconst)
      SEMI JOIN (SELECT nconst FROM names) USING (nconst)
    UNION ALL BY NAME
    SELECT tconst, unnest(directors) AS nconst, 'director' AS category, 1 AS ordering FROM crew SEMI JOIN ${compared} USING (tconst)
    UNION ALL BY NAME
    SELECT tconst, unnest(writers) AS nconst, 'writer' AS category, 1 AS ordering FROM crew SEMI JOIN ${compared} USING (tconst)
    ORDER BY tconst`;
}
