import { fold, wordsOf } from '../words/fold.ts';
import type { SearchTableName } from './table-names.ts';
import { hasFurtherSql, withReadings } from '../words/readings.ts';

/** SQL that makes DuckDB evaluate an expression once: an unnested column is not recomputed wherever it is named. */
function once(text: string): string {
  return `unnest([${text}])`;
}

/**
 * The texts that titles and people can be found by, as a SELECT over what stands behind FROM: one row for each reading
 * of each text that an entity can be found by, independent of votes: the original title only if it folds differently
 * from the primary one, and an alternative title only if it folds differently from both. What folds like one of them
 * has its further readings alone, if these have none. Titles are compared by hashes, which fit into memory where the
 * texts would not; first unfolded, because most alternative titles are equal to these and folding is slow.
 */
export function searchTextsOf({ titles, akas, names }: { titles: string; akas: string; names: string }): string {
  return `
    WITH own AS NOT MATERIALIZED (
      SELECT tconst AS id, primaryTitle, otherTitle, ${once(fold('primaryTitle'))} AS primaryText,
        ${once(fold('otherTitle'))} AS otherText
      FROM (
        SELECT tconst, primaryTitle, CASE WHEN originalTitle IS DISTINCT FROM primaryTitle THEN originalTitle END
          AS otherTitle
        FROM ${titles}
      )
    ),
    hashes AS NOT MATERIALIZED (
      SELECT id, hash(primaryTitle) AS primaryHash, hash(otherTitle) AS otherHash, hash(primaryText) AS primaryTextHash,
        hash(otherText) AS otherTextHash, (${hasFurtherSql('primaryTitle')}) OR (${hasFurtherSql('otherTitle')}) AS hasFurther
      FROM own
    ),
    texts AS (
      SELECT false AS person, id, unnest(['PRIMARY', 'ORIGINAL']) AS matchedOn,
        unnest([primaryTitle, otherTitle]) AS text, unnest([primaryText, CASE WHEN otherText IS DISTINCT FROM primaryText
          OR NOT (${hasFurtherSql('primaryTitle')}) AND (${hasFurtherSql('otherTitle')}) THEN otherText END]) AS folded,
        unnest([false, otherText = primaryText]) AS isRepeated
      FROM own
      UNION ALL BY NAME
      SELECT false AS person, id, 'AKA' AS matchedOn, ordering, region, title AS text, folded, isRepeated
      FROM (
        SELECT *, hash(folded) IN (primaryTextHash, otherTextHash) AS isRepeated
        FROM (
          SELECT hashes.*, region, ordering, title, ${once(fold('title'))} AS folded
          FROM ${akas} JOIN hashes ON id = tconst WHERE hash(title) NOT IN (primaryHash, otherHash)
        )
      ) WHERE isRepeated IS NOT TRUE OR NOT hasFurther AND (${hasFurtherSql('title')})
      UNION ALL BY NAME
      SELECT true AS person, nconst AS id, 'NAME' AS matchedOn, primaryName AS text, ${once(fold('primaryName'))} AS folded
      FROM ${names}
    )
    SELECT person, id, matchedOn, coalesce(ordering, 0)::INTEGER AS ordering, reading, region, folded
    FROM (${withReadings("SELECT * FROM texts WHERE folded <> ''")}) WHERE reading > 0 OR isRepeated IS NOT TRUE`;
}

/**
 * The tables of search, as SELECTs over the tables before them. A build of an older format lacks their files and reads
 * these as views, or has files with more columns.
 */
export const SEARCH_TABLES: Record<SearchTableName, string> = {
  // All titles and people; `rank` is the doc id, in order of popularity. A person's votes are those of the most voted
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

  search_texts: searchTextsOf({ titles: 'titles', akas: 'akas', names: 'names' }),

  // The term dictionary. `word` numbers the terms in alphabetical order, so that terms with a common prefix are
  // adjacent; `texts` is the number of occurrences in texts.
  search_words: `
    SELECT text, (row_number() OVER (ORDER BY text) - 1)::INTEGER AS word, texts
    FROM (
      SELECT text, count(*)::INTEGER AS texts
      FROM (SELECT unnest(${wordsOf('folded')}) AS text FROM search_texts) GROUP BY text
    )`,
};
