import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import type { TitleFilter, WordSet } from '../model/model.ts';
import { allOf } from '../query/conditions.ts';
import type { Condition } from '../query/conditions.ts';
import { setFilter } from '../query/filter-conditions.ts';

/** Titles of IMDb's with what TMDB says of them; none in a build without TMDB's data. */
export const TMDB_FACTS: Sql = sql`(SELECT tmdb_title_links.tconst AS tconst, status, originalLanguage, countries,
  keywords, collectionId, releaseDate FROM tmdb_title_links JOIN tmdb_titles USING (tmdbKey))`;

/** Parts of the filter that facets leave out, each by itself. */
export type TmdbFacetPart = 'tmdb.originalLanguage' | 'tmdb.country' | 'tmdb.keyword';

/** The conditions over `title_list` that TMDB's part of a filter stands for: `tmdb` has those that no facet leaves out. */
export function tmdbConditions({
  status,
  originalLanguage,
  country,
  keyword,
  collection,
  releaseDate,
}: NonNullable<TitleFilter['tmdb']>): [TmdbFacetPart | 'tmdb', Condition | undefined][] {
  const { min, max } = releaseDate ?? {};
  const others = [
    words(status, (some) => sql`lower(status) IN (${some})`),
    setFilter(collection ?? {}, (ids) => titlesWhere(sql`collectionId IN (${join(ids)})`)),
    min === undefined ? undefined : titlesWhere(sql`releaseDate >= ${min}`),
    max === undefined ? undefined : titlesWhere(sql`releaseDate <= ${max}`),
  ].filter((condition) => condition !== undefined);
  return [
    ['tmdb', others.length === 0 ? undefined : allOf(others)],
    ['tmdb.originalLanguage', words(originalLanguage, (some) => sql`lower(originalLanguage) IN (${some})`)],
    ['tmdb.country', words(country, (some) => inList('countries', some))],
    ['tmdb.keyword', words(keyword, (some) => inList('keywords', some))],
  ];
}

/** Words in any case. */
function words(set: WordSet | undefined, some: (lowered: Sql) => Condition): Condition | undefined {
  return setFilter(set ?? {}, (values) =>
    titlesWhere(
      some(
        join(
          values.map((value) => sql`lower(${value})`),
          ', ',
        ),
      ),
    ),
  );
}

function inList(column: string, lowered: Sql): Condition {
  return sql`list_has_any(list_transform(${raw(column)}, lambda one: lower(one)), list_value(${lowered}))`;
}

function titlesWhere(condition: Condition): Condition {
  return sql`tconst IN (SELECT tconst FROM ${TMDB_FACTS} WHERE ${condition})`;
}
