import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import type { TmdbFacetPart } from '../filters/tmdb-filter.ts';
import { tmdbFacts } from '../filters/tmdb-filter.ts';
import type { TitleConditions } from '../filters/title-filter.ts';
import { rowsWhere } from '../lists/sql-list.ts';
import type { FacetBucket, TitleFilter, TmdbTitleFacet } from '../model/model.ts';
import { conditionOf } from '../query/conditions.ts';
import type { Queries } from '../query/queries.ts';

/** Values that a facet shows: there are tens of thousands of keywords. */
const MOST_VALUES = 100;

const FACETS: Record<
  TmdbTitleFacet,
  {
    part: TmdbFacetPart;
    value: string;
    label: (value: string) => string;
    narrows: (value: string) => TitleFilter['tmdb'];
  }
> = {
  language: {
    part: 'tmdb.originalLanguage',
    value: 'originalLanguage',
    label: (value) => nameOf('language', value),
    narrows: (value) => ({ originalLanguage: { any: [value] } }),
  },
  country: {
    part: 'tmdb.country',
    value: 'unnest(list_distinct(countries))',
    label: (value) => nameOf('region', value),
    narrows: (value) => ({ country: { any: [value] } }),
  },
  keyword: {
    part: 'tmdb.keyword',
    value: 'unnest(list_distinct(keywords))',
    label: (value) => value,
    narrows: (value) => ({ keyword: { any: [value] } }),
  },
};

/** The titles that facets are counted of. */
export interface TitlesOfFacets {
  from: Sql;
  conditions: TitleConditions;
  source: TitleFilter['source'];
}

export function isTmdbFacet(facet: string): facet is TmdbTitleFacet {
  return facet in FACETS;
}

/** The most frequent values that TMDB has for the titles of a relation, counted without the facet's own part of the filter. */
export async function tmdbFacet(
  queries: Queries,
  { from, conditions, facet, source }: TitlesOfFacets & { facet: TmdbTitleFacet },
): Promise<readonly FacetBucket<TitleFilter>[]> {
  const { part, value, label, narrows } = FACETS[facet];
  const fitting = rowsWhere(from, conditionOf(conditions, part));
  const rows = await queries.rows(sql`
    SELECT value, count(*) AS titles FROM (
      SELECT ${raw(value)} AS value FROM ${tmdbFacts(source)} WHERE tconst IN (SELECT tconst FROM ${fitting})
    ) WHERE value IS NOT NULL GROUP BY value ORDER BY titles DESC, value LIMIT ${raw(String(MOST_VALUES))}`);
  return rows.map(([word, titles]) => {
    const text = word as string;
    return { value: text, count: Number(titles), label: label(text), narrows: { tmdb: narrows(text) } };
  });
}

/** In English; the code itself where it is none that is known. */
function nameOf(type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
