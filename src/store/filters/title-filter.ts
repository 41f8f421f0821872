import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { CREDIT_CATEGORIES, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { akaLanguageFilter, akaRegionFilter } from './aka-filter.ts';
import { allOf, wordFilter } from '../query/conditions.ts';
import type { Condition, Use } from '../query/conditions.ts';
import { anyOf, genreFilter, keyList, NOTHING, rangeFilter, setFilter } from '../query/filter-conditions.ts';
import { materialised } from '../query/materialised.ts';
import type { AdultContent, CreditMatch, TextFilter, TitleFilter } from '../model/model.ts';
import { creditedPeople, peopleOfNames } from './people-of-text.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { TITLE_LIST } from './listed-titles.ts';
import { textFilter } from './text-filter.ts';
import { tmdbConditions } from './tmdb-filter.ts';
import type { TmdbFacetPart } from './tmdb-filter.ts';
import { foldedText, ORIGINAL_TITLE, PRIMARY_TITLE } from './word-filter.ts';
import type { FilteredText } from './word-filter.ts';

/** The condition over `title_list`, or over rows of it, that each part of a filter stands for. */
export type TitleConditions = ReadonlyMap<TitlePart, Condition>;

/** A part of a filter; those of TMDB's data that have facets stand by themselves. */
export type TitlePart = keyof TitleFilter | TmdbFacetPart;

/** By whether they are adult. */
export const ADULT: Record<AdultContent, Condition | undefined> = {
  EXCLUDE: sql`NOT isAdult`,
  ONLY: sql`isAdult`,
  INCLUDE: undefined,
};

/**
 * Lists, counts and facets all read these, over the relation `from`, which has the titles of the filter's ids alone or all.
 * `at` names the argument in errors.
 * @throws ClientError `BAD_USER_INPUT` for what only the data can tell to be wrong.
 */
export async function titleConditions(
  queries: SearchIndex,
  filter: TitleFilter,
  { use = 'all', from = TITLE_LIST, at = 'filter' }: { use?: Use; from?: Sql; at?: string } = {},
): Promise<TitleConditions> {
  const { ids, adult, types, hasRating, series, credits } = filter;
  const known = Object.values(TITLE_TYPES);
  const parts: [TitlePart, Condition | undefined][] = [
    ['ids', from === TITLE_LIST ? ids && listed(ids) : undefined],
    ['adult', ADULT[adult]],
    ['votes', rangeFilter('numVotes', filter.votes)],
    ['rating', rangeFilter('averageRating', filter.rating)],
    ['year', rangeFilter('startYear', filter.year)],
    ['runtimeMinutes', rangeFilter('runtimeMinutes', filter.runtimeMinutes)],
    ['seasonNumber', rangeFilter('seasonNumber', filter.seasonNumber)],
    ['episodeNumber', rangeFilter('episodeNumber', filter.episodeNumber)],
    ['hasRating', hasRating === undefined ? undefined : sql`numVotes IS ${raw(hasRating ? 'NOT NULL' : 'NULL')}`],
    [
      'types',
      types &&
        allOf([
          wordFilter('titleType', { words: types.any, known }),
          wordFilter('titleType', { words: types.exclude, known, exclude: true }),
        ]),
    ],
    ['genres', genreFilter(filter.genres)],
    ['series', series && episodesOf(series)],
    ['credits', credits && setFilter(credits, creditedOn)],
    [
      'akaRegions',
      await akaRegionFilter(queries, {
        set: filter.akaRegions,
        at: `${at}.akaRegions`,
        isOfFew: from !== TITLE_LIST,
      }),
    ],
    ['akaLanguages', await akaLanguageFilter(queries, { set: filter.akaLanguages, at: `${at}.akaLanguages` })],
    ['genre', await genreText(queries, { text: filter.genre, at: `${at}.genre` })],
    ['people', await namesOf(queries, { names: filter.people?.allNames, at: `${at}.people.allNames` })],
    ['person', await personText(queries, { text: filter.person, at: `${at}.person` })],
    [
      'primaryTitle',
      await titleText(queries, { of: PRIMARY_TITLE, text: filter.primaryTitle, at: `${at}.primaryTitle` }),
    ],
    [
      'originalTitle',
      await titleText(queries, { of: ORIGINAL_TITLE, text: filter.originalTitle, at: `${at}.originalTitle` }),
    ],
    ...(filter.tmdb === undefined ? [] : tmdbConditions(filter.tmdb, filter.source)),
  ];
  const conditions = new Map(parts.filter((part): part is [TitlePart, Condition] => part[1] !== undefined));
  const isMaterialised = [
    filter.primaryTitle?.words,
    filter.originalTitle?.words,
    ...ALWAYS_MATERIALISED.map((part) => filter[part]),
  ].some((part) => part !== undefined);
  return materialised(queries, {
    conditions,
    use,
    parts: { table: from, key: 'tconst', slow: SLOW, isMaterialised, faceted: FACETED },
  });
}

/** Parts that a facet is of, and may leave out. */
const FACETED: ReadonlySet<TitlePart> = new Set<TitlePart>([
  'types',
  'genres',
  'akaRegions',
  'year',
  'rating',
  'runtimeMinutes',
  'tmdb.originalLanguage',
  'tmdb.country',
  'tmdb.keyword',
]);
/** Parts that take a second over twelve million titles. */
const SLOW: readonly TitlePart[] = ['primaryTitle', 'originalTitle', 'person', 'people', 'akaLanguages'];
/** Those of them that look up keys, as words do. */
const ALWAYS_MATERIALISED: readonly (keyof TitleFilter)[] = ['person', 'people', 'akaLanguages'];

/** An empty list is of no titles. */
function listed(ids: readonly number[]): Condition {
  return ids.length === 0 ? NOTHING : sql`tconst IN (${keyList(ids)})`;
}

/** An empty list is of no series. */
function episodesOf(series: readonly number[]): Condition {
  return series.length === 0 ? NOTHING : sql`parentTconst IN (${join(series)})`;
}

/** The list first: as a plain subquery, DuckDB would take it for the larger side of the join. */
function onTitles(credits: Condition): Condition {
  return sql`tconst IN (SELECT unnest((SELECT list(tconst) FROM credits_by_person WHERE ${credits})))`;
}

function creditedOn(matches: readonly CreditMatch[]): Condition {
  return onTitles(anyOf(matches.map(matchOf)));
}

function matchOf({ personId, category, character }: CreditMatch): Condition {
  return allOf([
    sql`nconst = ${personId}`,
    category === undefined
      ? undefined
      : wordFilter('category', { words: [category], known: Object.values(CREDIT_CATEGORIES) }),
    character === undefined
      ? undefined
      : sql`len(list_filter(characters, lambda one: contains(lower(one), lower(${character})))) > 0`,
  ]);
}

/** A text, and where the filter has it. */
interface TextAt {
  text: TextFilter | undefined;
  at: string;
}

async function titleText(
  queries: SearchIndex,
  { of, text, at }: TextAt & { of: FilteredText },
): Promise<Condition | undefined> {
  return text && textFilter(queries, { of, text, at });
}

/** Texts of genres are few: those that fit are found first, and named. */
async function genreText(queries: SearchIndex, { text, at }: TextAt): Promise<Condition | undefined> {
  if (text === undefined) return undefined;
  const fits = await textFilter(queries, { of: foldedText('word'), text, at });
  const rows = await queries.rows(sql`
    SELECT DISTINCT genres FROM (
      SELECT genres, unnest(string_split(trim(genres, ','), ',')) AS word
      FROM (SELECT DISTINCT genres FROM title_list WHERE genres IS NOT NULL)
    ) WHERE ${fits} ORDER BY genres`);
  if (rows.length === 0) return NOTHING;
  // No value of a file of tab separated values has a tab.
  const genres = rows.map(([one]) => one as string).join('\t');
  return sql`genres IN (SELECT unnest(string_split(${genres}, chr(9))))`;
}

async function personText(queries: SearchIndex, { text, at }: TextAt): Promise<Condition | undefined> {
  if (text === undefined) return undefined;
  return creditsOf(await creditedPeople(queries, { text, at }));
}

async function namesOf(
  queries: SearchIndex,
  { names = [], at }: { names: readonly string[] | undefined; at: string },
): Promise<Condition | undefined> {
  if (names.length === 0) return undefined;
  const people = await peopleOfNames(queries, { names, at });
  return allOf(people.map(creditsOf));
}

function creditsOf(people: readonly number[]): Condition {
  if (people.length === 0) return NOTHING;
  return onTitles(sql`nconst IN (${keyList(people)})`);
}
