import { genreBitsSql } from '../words/genre-bits.ts';
import type { SortedTable } from './sorted-table.ts';

/** Several words in one text, each between two commas: DuckDB keeps each such text once and tests it once. */
function joined(list: string): string {
  return `',' || array_to_string(${list}, ',') || ','`;
}

export const SORTED_TABLES: readonly SortedTable[] = [
  {
    name: 'title_list',
    from: ['title_cards'],
    view: `SELECT tconst, titleType, isAdult, startYear, endYear, runtimeMinutes, averageRating, numVotes,
        ${joined('genres')} AS genres, ${genreBitsSql('genres')} AS genreBits, parentTconst, seasonNumber, episodeNumber, primaryTitle, originalTitle
      FROM title_cards`,
    sortedBy: ['numVotes DESC NULLS LAST', 'averageRating DESC NULLS LAST', 'startYear DESC NULLS LAST', 'tconst'],
  },
  {
    name: 'person_list',
    from: ['person_cards'],
    // `plainCredits` are those on titles that are not adult. Builds of formats before 4 have no `adultCredits`.
    view: `SELECT nconst, primaryName, birthYear, deathYear, ${joined('primaryProfession')} AS professions,
        credits, credits - coalesce(adultCredits, 0) AS plainCredits
      FROM (SELECT * FROM person_cards UNION ALL BY NAME SELECT NULL::INTEGER AS adultCredits WHERE false)`,
    sortedBy: ['credits DESC NULLS LAST', 'nconst'],
  },
  {
    name: 'aka_regions',
    from: ['akas', 'titles'],
    view: 'SELECT DISTINCT region, tconst FROM akas SEMI JOIN titles USING (tconst) WHERE region IS NOT NULL',
    sortedBy: ['region', 'tconst'],
  },
  {
    name: 'aka_languages',
    from: ['akas'],
    view: 'SELECT DISTINCT language, tconst FROM akas WHERE language IS NOT NULL',
    sortedBy: ['language', 'tconst'],
  },
  {
    name: 'credit_categories',
    from: ['principals', 'titles'],
    view: `SELECT category, isAdult IS NOT NULL AS isAdult, count(*) AS credits
      FROM principals LEFT JOIN (SELECT tconst, isAdult FROM titles WHERE isAdult) USING (tconst) GROUP BY ALL`,
    sortedBy: ['category', 'isAdult'],
  },
  {
    name: 'careers',
    from: ['credits_by_person', 'title_cards', 'names'],
    // A person's titles, not credits: one may write a film twice. DuckDB hands no range on to what is semi-joined. Without episodes, which would be four rows of five.
    view: `SELECT nconst, category, titleType, isAdult, count(*)::INTEGER AS titles,
        count(averageRating)::INTEGER AS ratedTitles,
        coalesce(sum(round(averageRating * 10)::INTEGER), 0)::INTEGER AS ratingTenths,
        coalesce(sum(numVotes), 0)::BIGINT AS votes
      FROM (SELECT DISTINCT nconst, tconst, category FROM credits_by_person WHERE titleType <> 'tvEpisode')
      JOIN (
        SELECT tconst, titleType, isAdult, averageRating, numVotes FROM title_cards WHERE titleType <> 'tvEpisode'
      ) USING (tconst)
      JOIN (SELECT nconst FROM names) USING (nconst)
      GROUP BY ALL`,
    sortedBy: ['nconst', 'category', 'titleType', 'isAdult'],
    inRangesOf: { table: 'credits_by_person', key: 'nconst' },
  },
  {
    name: 'series_sizes',
    from: ['episodes_by_series'],
    view: `SELECT parentTconst AS tconst, count(*)::INTEGER AS episodes FROM episodes_by_series GROUP BY parentTconst`,
    sortedBy: ['tconst'],
  },
];
