import { fold, wordsOf } from './fold.ts';
import type { SearchTableName } from './tables.ts';

/**
 * The tables that search is made of, as SELECTs over the tables before them. A build of an older format has no files
 * of theirs: they are read as views then.
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

  // One row for each text that an entity can be found by: an original title only where it folds to something else
  // than the primary one, any other title where it folds to something else again. Titles are compared by their hashes,
  // which fit into memory where the texts would not, and first to the letter: most other titles are the same, and
  // folding takes its time.
  search_texts: `
    WITH ranked AS NOT MATERIALIZED (SELECT id, rank, person FROM search_entities),
    ranked_titles AS NOT MATERIALIZED (
      SELECT tconst AS id, rank, person, titleType, isAdult, startYear, primaryTitle,
        CASE WHEN originalTitle IS DISTINCT FROM primaryTitle THEN originalTitle END AS otherTitle
      FROM title_cards JOIN ranked ON id = tconst AND NOT person
    ),
    title_hashes AS NOT MATERIALIZED (
      SELECT id, rank, person, titleType, isAdult, startYear, hash(primaryTitle) AS primaryHash,
        hash(otherTitle) AS otherHash, hash(${fold('primaryTitle')}) AS primaryTextHash,
        hash(${fold('otherTitle')}) AS otherTextHash
      FROM ranked_titles
    ),
    texts AS (
      SELECT * EXCLUDE (primaryTitle, otherTitle), 'PRIMARY' AS matchedOn, ${fold('primaryTitle')} AS folded
      FROM ranked_titles
      UNION ALL BY NAME
      SELECT * EXCLUDE (primaryTitle, otherTitle), 'ORIGINAL' AS matchedOn, ${fold('otherTitle')} AS folded
      FROM ranked_titles WHERE otherTitle IS NOT NULL AND folded IS DISTINCT FROM ${fold('primaryTitle')}
      UNION ALL BY NAME
      SELECT id, rank, person, titleType, isAdult, startYear, 'AKA' AS matchedOn, ordering, region, folded
      FROM (
        SELECT title_hashes.*, region, ordering, ${fold('title')} AS folded
        FROM akas JOIN title_hashes ON id = tconst WHERE hash(title) NOT IN (primaryHash, otherHash)
      ) WHERE hash(folded) NOT IN (primaryTextHash, otherTextHash)
      UNION ALL BY NAME
      SELECT id, rank, person, 'NAME' AS matchedOn, ${fold('primaryName')} AS folded
      FROM person_cards JOIN ranked ON id = nconst AND person
    )
    SELECT rank, person, id, titleType, isAdult, startYear, matchedOn, coalesce(ordering, 0)::INTEGER AS ordering,
      region, folded
    FROM texts WHERE folded <> ''`,

  // The vocabulary. `word` numbers the words in their order, so that those with one beginning are neighbours;
  // `rank` is that of the most popular entity that has it.
  search_words: `
    SELECT text, (row_number() OVER (ORDER BY text) - 1)::INTEGER AS word, texts, rank
    FROM (
      SELECT text, count(*)::INTEGER AS texts, min(rank) AS rank
      FROM (SELECT unnest(${wordsOf('folded')}) AS text, rank FROM search_texts) GROUP BY text
    )`,
};
