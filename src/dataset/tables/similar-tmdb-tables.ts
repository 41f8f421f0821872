import { LEAST_TEXT_TITLES } from '../similarity/text-counts.ts';
import { fold, wordsOf } from '../words/fold.ts';

/** What separates keywords, which have signs and spaces, in one text. */
export const BETWEEN_KEYWORDS = '\u001F';
/** What stands for no collection. */
export const NO_COLLECTION = -1;

/** What TMDB says of the titles that IMDb has a rating of. */
const TOLD = `SELECT overview, keywords FROM tmdb_titles
  SEMI JOIN (SELECT tmdbKey FROM tmdb_title_links SEMI JOIN ratings USING (tconst)) USING (tmdbKey)`;

/** The rows of tmdb_feature_counts, where what TMDB says counts for similar titles. */
export const TMDB_FEATURE_COUNTS = `
  SELECT 'OVERVIEWS' AS kind, '' AS feature, count(overview)::INTEGER AS titles FROM (${TOLD})
  UNION ALL BY NAME
  SELECT 'KEYWORDED' AS kind, '' AS feature, count(*)::INTEGER AS titles FROM (${TOLD}) WHERE len(keywords) > 0
  UNION ALL BY NAME
  SELECT 'WORD' AS kind, word AS feature, count(*)::INTEGER AS titles
  FROM (SELECT unnest(list_distinct(${wordsOf('folded')})) AS word
    FROM (SELECT unnest([${fold('overview')}]) AS folded FROM (${TOLD})))
  WHERE word <> '' GROUP BY word HAVING count(*) >= ${LEAST_TEXT_TITLES}
  UNION ALL BY NAME
  SELECT 'KEYWORD' AS kind, keyword AS feature, count(*)::INTEGER AS titles
  FROM (SELECT unnest(list_distinct(keywords)) AS keyword FROM (${TOLD}))
  GROUP BY keyword HAVING count(*) >= ${LEAST_TEXT_TITLES}
  UNION ALL BY NAME
  SELECT 'KEYWORD_WORD' AS kind, word AS feature, count(*)::INTEGER AS titles
  FROM (SELECT unnest(list_distinct(${wordsOf('folded')})) AS word
    FROM (SELECT unnest([${fold('joined')}]) AS folded FROM (SELECT array_to_string(keywords, ' ') AS joined FROM (${TOLD}))))
  WHERE word <> '' GROUP BY word HAVING count(*) >= ${LEAST_TEXT_TITLES}`;

/** What TMDB says of the titles that are in lists, as a SELECT in the order of their ids. */
export function comparedTexts(minVotes: number): string {
  return `SELECT tconst, overview, array_to_string(keywords, chr(${BETWEEN_KEYWORDS.charCodeAt(0)})) AS keywords,
      coalesce(collectionId, ${NO_COLLECTION}) AS collectionId, collectionName
    FROM tmdb_title_links JOIN (SELECT * EXCLUDE (tconst) FROM tmdb_titles) USING (tmdbKey)
    SEMI JOIN (SELECT tconst FROM title_cards WHERE numVotes >= ${Math.trunc(minVotes)}) USING (tconst)
    ORDER BY tconst`;
}
