import { NEWER_TABLES } from '../../dataset/tables/newer-tables.ts';
import type { ServingTableName } from '../../dataset/tables/table-names.ts';
import type { KeySource } from './writing/sorting-ranges.ts';

/** Where the keys of a large table stand that is joined, grouped and sorted in one step: see `writeTable`. */
export const KEY_SOURCES: Partial<Record<ServingTableName, readonly KeySource[]>> = {
  person_cards: [{ relation: 'names', key: 'nconst' }],
  search_texts: [
    { relation: 'akas', key: 'tconst', column: 'id', of: 'NOT person' },
    { relation: 'names', key: 'nconst', column: 'id', of: 'person' },
  ],
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
      FROM credits_by_person LEFT JOIN adult ON tconst = adultTconst GROUP BY nconst
    )
    SELECT names.*, coalesce(credits, 0)::INTEGER AS credits, coalesce(adultCredits, 0)::INTEGER AS adultCredits
    FROM names LEFT JOIN counts USING (nconst)`,

  credits_by_person: `
    SELECT nconst, tconst, ordering, category, characters, titleType, startYear
    FROM principals LEFT JOIN titles USING (tconst)`,

  episodes_by_series: `
    SELECT * FROM title_cards WHERE parentTconst IS NOT NULL AND titleType = 'tvEpisode'`,

  ...NEWER_TABLES,
};
