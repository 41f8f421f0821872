import { fold, wordsOf } from '../words/fold.ts';
import type { SearchTableName } from './tables.ts';

/** DuckDB would work out what a column is made of anew wherever that column is named, but not what has been unnested. */
function once(text: string): string {
  return `unnest([${text}])`;
}

/**
 * The tables that search is made of, as SELECTs over the tables before them. A build of an older format has no files
 * of theirs, or files with more columns: they are read as views, or as they are.
 */
export const SEARCH_TABLES: Record<SearchTableName, string> = {
  // Everything that can be found, `rank` being its place by popularity. A person's votes are those of the most voted
  // title they are known for.
  search_entities: `
    WITH known AS (SELECT nconst, unnest(knownForTitles) AS tconst FROM person_cards),
    person_votes AS (SELECT nconst, max(numVotes) AS votes FROM known JOIN title_cards USING (tconst) GROUP BY nconst),
    entities AS (
      SELECT false AS person, tconst AS id, titleType, isAdult, startYear, numVotes AS votes, averageRating AS rating
      FROM title_cards
      UNION ALL BY NAME
      SELECT true AS person, nconst AS id, votes FROM person_cards LEFT JOIN person_votes USING (nconst)
    )
    SELECT (row_number() OVER (ORDER BY votes DESC NULLS LAST, rating DESC NULLS LAST, startYear DESC NULLS LAST,
        person, id) - 1)::INTEGER AS rank, person, id, titleType, isAdult, startYear
    FROM entities`,

  // One row for each text that an entity can be found by, none of it from the votes: an original title only where it
  // folds to something else than the primary one, any other title where it folds to something else again. Titles are
  // compared by their hashes, which fit into memory where the texts would not, and first to the letter: most other
  // titles are the same, and folding takes its time.
  search_texts: `
    WITH own AS NOT MATERIALIZED (
      SELECT tconst AS id, primaryTitle, otherTitle, ${once(fold('primaryTitle'))} AS primaryText,
        ${once(fold('otherTitle'))} AS otherText
      FROM (
        SELECT tconst, primaryTitle, CASE WHEN originalTitle IS DISTINCT FROM primaryTitle THEN originalTitle END
          AS otherTitle
        FROM titles
      )
    ),
    hashes AS NOT MATERIALIZED (
      SELECT id, hash(primaryTitle) AS primaryHash, hash(otherTitle) AS otherHash, hash(primaryText) AS primaryTextHash,
        hash(otherText) AS otherTextHash
      FROM own
    ),
    texts AS (
      SELECT false AS person, id, unnest(['PRIMARY', 'ORIGINAL']) AS matchedOn,
        unnest([primaryText, nullif(otherText, primaryText)]) AS folded
      FROM own
      UNION ALL BY NAME
      SELECT false AS person, id, 'AKA' AS matchedOn, ordering, region, folded
      FROM (
        SELECT hashes.*, region, ordering, ${once(fold('title'))} AS folded
        FROM akas JOIN hashes ON id = tconst WHERE hash(title) NOT IN (primaryHash, otherHash)
      ) WHERE hash(folded) NOT IN (primaryTextHash, otherTextHash)
      UNION ALL BY NAME
      SELECT true AS person, nconst AS id, 'NAME' AS matchedOn, ${once(fold('primaryName'))} AS folded FROM names
    )
    SELECT person, id, matchedOn, coalesce(ordering, 0)::INTEGER AS ordering, region, folded
    FROM texts WHERE folded <> ''`,

  // The vocabulary. `word` numbers the words in their order, so that those with one beginning are neighbours;
  // `texts` is how often it stands in texts.
  search_words: `
    SELECT text, (row_number() OVER (ORDER BY text) - 1)::INTEGER AS word, texts
    FROM (
      SELECT text, count(*)::INTEGER AS texts
      FROM (SELECT unnest(${wordsOf('folded')}) AS text FROM search_texts) GROUP BY text
    )`,
};
