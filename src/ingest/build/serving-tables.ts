import type { CanonicalTableName, ServingTableName } from '../../dataset/tables.ts';

/** What a canonical table has beside its source's columns, and the join that brings it. */
export const BESIDE: Partial<Record<CanonicalTableName, { columns: string; join: string }>> = {
  principals: {
    // With names of their own, so that a join with names by any tool stays clear.
    columns: `names.nconst IS NOT NULL AS personFound, primaryName AS personName, birthYear AS personBirthYear,
      deathYear AS personDeathYear`,
    join: 'LEFT JOIN names USING (nconst)',
  },
};

/**
 * The serving tables: SELECTs over the tables before them, each by its name. Their rows are sorted when they are
 * written. Joins are outer joins wherever a reference may dangle: an inner one loses rows that users look for.
 */
export const SERVING_TABLES: Record<ServingTableName, string> = {
  title_cards: `
    SELECT titles.*, averageRating, numVotes, parentTconst, seasonNumber, episodeNumber
    FROM titles LEFT JOIN ratings USING (tconst) LEFT JOIN episodes USING (tconst)`,

  person_cards: `
    WITH adult AS (SELECT tconst AS adultTconst FROM titles WHERE isAdult),
    counts AS (
      SELECT nconst, count(*) AS credits, count(adultTconst) AS adultCredits
      FROM principals LEFT JOIN adult ON tconst = adultTconst GROUP BY nconst
    )
    SELECT names.*, coalesce(credits, 0)::INTEGER AS credits, coalesce(adultCredits, 0)::INTEGER AS adultCredits
    FROM names LEFT JOIN counts USING (nconst)`,

  credits_by_person: `
    SELECT nconst, tconst, ordering, category, titleType, startYear
    FROM principals LEFT JOIN titles USING (tconst)`,

  episodes_by_series: `
    SELECT * FROM title_cards WHERE parentTconst IS NOT NULL AND titleType = 'tvEpisode'`,

  // A person's votes are those of the most voted title they are known for.
  search_names: `
    WITH known AS (SELECT nconst, unnest(knownForTitles) AS tconst FROM person_cards),
    person_votes AS (SELECT nconst, max(numVotes) AS votes FROM known JOIN title_cards USING (tconst) GROUP BY nconst),
    named AS (
      SELECT 'PRIMARY' AS matchedOn, primaryTitle AS text, tconst AS id, * FROM title_cards
      UNION ALL BY NAME
      SELECT 'ORIGINAL' AS matchedOn, originalTitle AS text, tconst AS id, * FROM title_cards
      WHERE originalTitle IS DISTINCT FROM primaryTitle
    )
    SELECT strip_accents(lower(text)) AS folded, text, matchedOn, id, titleType, isAdult,
      numVotes AS votes, averageRating AS rating, startYear AS year
    FROM named WHERE text IS NOT NULL
    UNION ALL BY NAME
    SELECT strip_accents(lower(primaryName)) AS folded, primaryName AS text, 'NAME' AS matchedOn, nconst AS id, votes
    FROM person_cards LEFT JOIN person_votes USING (nconst) WHERE primaryName IS NOT NULL`,
};
