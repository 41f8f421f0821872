import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import type { TitleFilter, WordSet } from '../model/model.ts';
import { allOf } from '../query/conditions.ts';
import type { Condition } from '../query/conditions.ts';
import { setFilter } from '../query/filter-conditions.ts';

const FACTS = raw('status, originalLanguage, countries, keywords, collectionId, releaseDate');
const OF_IMDB = sql`SELECT tmdb_title_links.tconst AS tconst, ${FACTS} FROM tmdb_title_links JOIN tmdb_titles USING (tmdbKey)`;
const OF_TMDB_ALONE = sql`SELECT tmdb_only_titles.tconst AS tconst, ${FACTS} FROM tmdb_only_titles
  JOIN tmdb_titles ON tmdbKey = tmdb_only_titles.tconst - ${raw(String(ONLY_TMDB_FROM))}`;

/** Titles of a source with what TMDB says of them; none in a build without TMDB's data. */
export function tmdbFacts(source: TitleFilter['source']): Sql {
  if (source === 'ANY') return sql`(${OF_IMDB} UNION ALL ${OF_TMDB_ALONE})`;
  return sql`(${source === 'TMDB' ? OF_TMDB_ALONE : OF_IMDB})`;
}

/** Parts of the filter that facets leave out, each by itself. */
export type TmdbFacetPart = 'tmdb.originalLanguage' | 'tmdb.country' | 'tmdb.keyword';

/** The conditions over `title_list` that TMDB's part of a filter stands for: `tmdb` has those that no facet leaves out. */
export function tmdbConditions(
  { status, originalLanguage, country, keyword, collection, releaseDate }: NonNullable<TitleFilter['tmdb']>,
  source: TitleFilter['source'],
): [TmdbFacetPart | 'tmdb', Condition | undefined][] {
  const titlesWhere = (condition: Condition): Condition =>
    sql`tconst IN (SELECT tconst FROM ${tmdbFacts(source)} WHERE ${condition})`;
  const words = (set: WordSet | undefined, some: (lowered: Sql) => Condition): Condition | undefined =>
    setFilter(set ?? {}, (values) => titlesWhere(some(inLowerCase(values))));
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

/** Words in any case, as SQL of a list. */
function inLowerCase(words: readonly string[]): Sql {
  return join(
    words.map((word) => sql`lower(${word})`),
    ', ',
  );
}

function inList(column: string, lowered: Sql): Condition {
  return sql`list_has_any(list_transform(${raw(column)}, lambda one: lower(one)), list_value(${lowered}))`;
}
