import type { TableName } from '../tables/table-names.ts';

/** The tables that `rated_titles` is made of. */
export const RATED_TITLES_INPUTS: readonly TableName[] = ['ratings', 'title_cards'];

/** What is kept in memory of titles, in no order: rating and name, null for what is no title, of all ids that have a rating. */
export const RATED_TITLES = `SELECT tconst, ratings.averageRating::DOUBLE AS average, ratings.numVotes::INTEGER AS votes,
    coalesce(primaryTitle, originalTitle) AS name
  FROM ratings LEFT JOIN (SELECT tconst, primaryTitle, originalTitle FROM title_cards) USING (tconst)`;
