import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { genresOf } from '../../dataset/words/genre-bits.ts';
import { readableName } from '../../dataset/words/readable-name.ts';
import { knownOrOther, OTHER, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { columnFacets } from '../lists/column-facets.ts';
import type { BucketOf, ColumnFacet } from '../lists/column-facets.ts';
import type { Condition } from '../query/conditions.ts';
import type { FacetBucket, OwnTitleFacet, TitleFacet, TitleFilter } from '../model/model.ts';
import type { Queries } from '../query/queries.ts';
import { rowsWhere } from '../lists/sql-list.ts';
import { conditionOf } from '../query/conditions.ts';
import { not } from '../query/filter-conditions.ts';
import { TITLE_LIST } from '../filters/listed-titles.ts';
import { isTmdbFacet, tmdbFacet } from './tmdb-facets.ts';
import type { TitlesOfFacets } from './tmdb-facets.ts';

type Buckets = readonly FacetBucket<TitleFilter>[];

const knownType = knownOrOther(TITLE_TYPES);
const HIGHEST_RATING = 10;
/** Running times are counted by half hours, the longest ones together. */
const HALF_HOUR = 30;
const LAST_RUNTIME = 180;
const RUNTIME = `CASE WHEN runtimeMinutes < ${LAST_RUNTIME} THEN runtimeMinutes // ${HALF_HOUR} * ${HALF_HOUR}
  WHEN runtimeMinutes >= ${LAST_RUNTIME} THEN ${LAST_RUNTIME} END`;

const COLUMNS: Record<Exclude<OwnTitleFacet, 'akaRegion'>, ColumnFacet<TitleFilter>> = {
  genre: {
    part: 'genres',
    column: 'genreBits',
    valuesOf: (text) => genresOf(Number(text)),
    bucket: (value) => ({ label: value === OTHER ? 'Other' : value, narrows: { genres: { any: [value] } } }),
  },
  type: {
    part: 'types',
    column: 'titleType',
    valuesOf: (text) => [knownType(text)],
    bucket: (value) => ({ label: typeLabel(value), narrows: { types: { any: [value] } } }),
  },
  decade: {
    part: 'year',
    column: 'startYear // 10 * 10',
    inOrder: true,
    bucket: (value) => ({ label: `${value}s`, narrows: { year: { min: Number(value), max: Number(value) + 9 } } }),
  },
  ratingBucket: {
    part: 'rating',
    column: 'floor(averageRating)::INTEGER',
    inOrder: true,
    bucket: (value) => {
      const [min, max] = [Number(value), Math.min(Number(value) + 0.9, HIGHEST_RATING)];
      const ends = [...new Set([min, max])].map((end) => end.toFixed(1));
      return { label: ends.join(' to '), narrows: { rating: { min, max } } };
    },
  },
  runtimeBucket: { part: 'runtimeMinutes', column: RUNTIME, inOrder: true, bucket: runtimeBucket },
};

/** The buckets of facets of the titles of a relation in their order, each counted without the part of the filter that is the facet's own. */
export async function titleFacets(
  queries: Queries,
  { facets, ...titles }: TitlesOfFacets & { facets: readonly TitleFacet[] },
): Promise<readonly Buckets[]> {
  const { from, conditions } = titles;
  const columns = facets
    .filter((facet) => !isTmdbFacet(facet))
    .filter((facet) => facet !== 'akaRegion')
    .map((facet) => [facet, COLUMNS[facet]] as const);
  const [ofColumns, ofRegions, ofTmdb] = await Promise.all([
    columnFacets(queries, { table: from, conditions, facets: columns }),
    facets.includes('akaRegion') ? regionFacet(queries, { from, where: conditionOf(conditions, 'akaRegions') }) : [],
    Promise.all(facets.map(async (facet) => (isTmdbFacet(facet) ? tmdbFacet(queries, { ...titles, facet }) : []))),
  ]);
  return facets.map((facet, at) => {
    if (isTmdbFacet(facet)) return ofTmdb[at] ?? [];
    return facet === 'akaRegion' ? ofRegions : (ofColumns.get(facet) ?? []);
  });
}

/** Where most titles fit, it is faster to count the others. */
async function regionFacet(queries: Queries, { from, where }: { from: Sql; where: Condition }): Promise<Buckets> {
  const fitting = rowsWhere(from, where);
  const query =
    from === TITLE_LIST && (await fitsMost(queries, fitting))
      ? sql`SELECT value, titles - coalesce(others, 0) AS titles
       FROM (${inRegions(sql`true`)}) LEFT JOIN (
         SELECT value, titles AS others
         FROM (${inRegions(sql`tconst IN (SELECT tconst FROM title_list WHERE ${not(where)})`)})
       ) USING (value)
       WHERE titles > coalesce(others, 0)`
      : inRegions(sql`tconst IN (SELECT tconst FROM ${fitting})`);
  const rows = await queries.rows(sql`FROM (${query}) ORDER BY titles DESC, value`);
  return rows.map(([region, titles]) => {
    const value = region as string;
    return { value, count: Number(titles), label: regionName(value), narrows: { akaRegions: { any: [value] } } };
  });
}

/** In the words of the list's own count, which is asked once then. */
async function fitsMost(queries: Queries, fitting: Sql): Promise<boolean> {
  const [fit, all] = await Promise.all([
    queries.rows(sql`SELECT count(*) FROM ${fitting}`),
    queries.rows(sql`SELECT count(*) FROM title_list`),
  ]);
  return Number(fit[0]?.[0]) * 2 > Number(all[0]?.[0]);
}

function inRegions(where: Sql): Sql {
  return sql`SELECT region AS value, count(*) AS titles FROM aka_regions WHERE ${where} GROUP BY region`;
}

function runtimeBucket(value: string): ReturnType<BucketOf<TitleFilter>> {
  const min = Number(value);
  if (min === LAST_RUNTIME) return { label: `${min} minutes and more`, narrows: { runtimeMinutes: { min } } };
  const max = min + HALF_HOUR - 1;
  return { label: `${min} to ${max} minutes`, narrows: { runtimeMinutes: { min, max } } };
}

/** The name of the enum value, to be read. */
function typeLabel(word: string): string {
  return readableName(Object.entries(TITLE_TYPES).find(([, known]) => known === word)?.[0] ?? OTHER);
}

/** In English; the code itself where it is one of IMDb's own, such as XWW. */
function regionName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}
