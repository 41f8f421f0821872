import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { FIRST_KEY_OF_TMDB, FOUND_TYPES, MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { ANY_SCOPE } from '../../../dataset/indexes/search-scope.ts';
import { isOnlyTmdb } from '../../../dataset/words/only-tmdb.ts';
import { badInput } from '../../../errors.ts';
import { REGIONS } from '../../query/known-codes.ts';
import type { Person, SearchFilter, SearchType, Title } from '../../model/model.ts';
import type { Queries } from '../../query/queries.ts';
import type { SearchIndex } from '../terms/search-index.ts';

/** Whatever there is. */
export const EVERYTHING: SearchFilter = { adult: 'INCLUDE', includeAkas: true };

/** What has been found by its id. */
export type FoundNode = { kind: 'title'; node: Title } | { kind: 'person'; node: Person };

/** Whether a text is one of the other titles, as a condition on `text`. */
export const IS_AKA = sql`text % ${raw(`${MATCHES.length} = ${MATCHES.indexOf('AKA')}`)}`;

const TYPE_CONDITIONS: Record<SearchType, Sql> = {
  TITLE: sql`type <> ${FOUND_TYPES.person}`,
  PERSON: sql`type = ${FOUND_TYPES.person}`,
  MOVIE: sql`type = ${FOUND_TYPES.movie}`,
  SERIES: sql`type = ${FOUND_TYPES.series}`,
  EPISODE: sql`type = ${FOUND_TYPES.episode}`,
};

/** The same conditions, for what has been found by its id. */
const TYPE_TESTS: Record<SearchType, (found: FoundNode) => boolean> = {
  TITLE: ({ kind }) => kind === 'title',
  PERSON: ({ kind }) => kind === 'person',
  MOVIE: (found) => isTitleOf(found, ['movie', 'tvMovie']),
  SERIES: (found) => isTitleOf(found, ['tvSeries', 'tvMiniSeries']),
  EPISODE: (found) => isTitleOf(found, ['tvEpisode']),
};

const ADULT_CONDITIONS = { EXCLUDE: sql`NOT isAdult`, ONLY: sql`isAdult`, INCLUDE: sql`true` } as const;

/** The SQL of a filter over texts with what they are of. People have no year and are never adult. */
export function filterSql({ source, types, year, adult, includeAkas, region }: SearchFilter): Sql {
  const conditions = [ADULT_CONDITIONS[adult]];
  if (source === 'TMDB') conditions.push(sql`key >= ${raw(String(FIRST_KEY_OF_TMDB))}`);
  if (types !== undefined)
    conditions.push(
      join(
        types.map((type) => TYPE_CONDITIONS[type]),
        ' OR ',
        '(',
        ')',
      ),
    );
  if (year !== undefined) conditions.push(sql`startYear = ${year}`);
  if (!includeAkas) conditions.push(sql`NOT (${IS_AKA})`);
  else if (region !== undefined) conditions.push(sql`(NOT (${IS_AKA}) OR region = ${region})`);
  return join(conditions, ' AND ');
}

/** Whether what was found by its id passes. An id is asked for by name, so that `adult` does not matter. */
export function fitsFilter(found: FoundNode, { source, types, year }: SearchFilter): boolean {
  if (source !== 'ANY' && isOnlyTmdb(found.node.id) !== (source === 'TMDB')) return false;
  if (year !== undefined && !(found.kind === 'title' && found.node.startYear === year)) return false;
  return types === undefined || types.some((type) => TYPE_TESTS[type](found));
}

function isTitleOf(found: FoundNode, types: readonly string[]): boolean {
  return found.kind === 'title' && types.includes(found.node.titleType);
}

/** @throws ClientError `BAD_USER_INPUT` for a region that no title of the build has. */
export async function checkRegion(
  queries: Queries & Pick<SearchIndex, 'scope' | 'postings'>,
  region: string | undefined,
): Promise<void> {
  if (region === undefined || queries.postings?.regionCode(region) !== undefined) return;
  if ((await queries.rows(REGIONS.exists(region))).length > 0) return;
  const ofTmdb = sql`SELECT 1 FROM tmdb_search_texts WHERE region = ${region} LIMIT 1`;
  if (queries.scope === ANY_SCOPE && (await queries.rows(ofTmdb)).length > 0) return;
  throw badInput(
    `region: no title of the data has the market ${JSON.stringify(region)}. Markets are written as IMDb does, mostly ISO 3166-1 codes such as DE; the akas of a title name theirs.`,
  );
}
