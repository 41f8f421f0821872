import type { Context } from '../base/context.ts';
import type { CreditMatch, TitleFilter } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import { AdultContentEnum, CreditCategoryEnum, GenreEnum, TitleTypeEnum } from './enums.ts';
import {
  checkCount,
  checkText,
  FloatRangeInput,
  IntRangeInput,
  readRange,
  readSet,
  readText,
  TextFilterInput,
  WordSetInput,
} from './filter-inputs.ts';
import { readTmdbFilter, TmdbTitleFilterInput } from './tmdb-filter.ts';
import { tellOfTmdb } from '../base/tell-of-tmdb.ts';
import { checkIdCount, readKey, readKeyOfAny } from '../base/ids.ts';

/** Each of these reads all credits of a person. */
const MAX_CREDITS = 20;
/** Each of these names is searched among all people. */
const MAX_NAMES = 10;

const TitleTypeSetInput = builder.inputType('TitleTypeSet', {
  description: 'A filter by types of titles. An empty or absent list does not filter.',
  fields: (t) => ({
    any: t.field({
      type: [TitleTypeEnum],
      description: 'Keeps only titles of these types. OTHER stands for every type that the enum does not know.',
    }),
    exclude: t.field({
      type: [TitleTypeEnum],
      description: 'Removes titles of these types; takes precedence over any.',
    }),
  }),
});

const GenreSetInput = builder.inputType('GenreSet', {
  description:
    'A filter by genres. An empty or absent list does not filter. OTHER stands for every genre that the enum does not know.',
  fields: (t) => ({
    any: t.field({ type: [GenreEnum], description: 'Keeps only titles with at least one of these genres.' }),
    all: t.field({
      type: [GenreEnum],
      description: 'Keeps only titles with all of these genres; a title has at most three.',
    }),
    exclude: t.field({
      type: [GenreEnum],
      description: 'Removes titles with any of these genres; takes precedence over any and all.',
    }),
  }),
});

const CreditMatchInput = builder.inputType('CreditMatch', {
  description: 'A condition on a credit of a person. One credit must match every field that is given.',
  fields: (t) => ({
    personId: t.id({ required: true, description: "IMDb's id of the person, such as nm0000151." }),
    category: t.field({
      type: CreditCategoryEnum,
      description:
        'Category of the credit. OTHER stands for every category that the enum does not know. Default: any category.',
    }),
    character: t.string({
      description:
        "Substring of a character's name in the credit; case does not matter. Default: any character, or none.",
    }),
  }),
});

const CreditSetInput = builder.inputType('CreditSet', {
  description: `A filter by credits, such as "with A as director and B as actor, without C". An empty or absent list does not filter. IMDb's files have principal cast and crew only. At most ${MAX_CREDITS} in each list.`,
  fields: (t) => ({
    any: t.field({ type: [CreditMatchInput], description: 'Keeps only titles with at least one of these credits.' }),
    all: t.field({ type: [CreditMatchInput], description: 'Keeps only titles with all of these credits.' }),
    exclude: t.field({
      type: [CreditMatchInput],
      description: 'Removes titles with any of these credits; takes precedence over any and all.',
    }),
  }),
});

const PeopleFilterInput = builder.inputType('PeopleFilter', {
  description: 'A filter by the exact names of the people credited on a title.',
  fields: (t) => ({
    allNames: t.stringList({
      description: `Full names; case does not matter. For each name, a person with that name must be credited. At most ${MAX_NAMES} names.`,
    }),
  }),
});

export const TitleFilterInput = builder.inputType('TitleFilter', {
  description: 'A filter of titles. A title must match every field that is given.',
  fields: (t) => ({
    ids: t.idList({
      description:
        'Keeps only the titles with these ids, at most 1000 (a setting of the server): a watch list, sorted and filtered like any other list. Each title is listed once; ids of titles that are not in the data match nothing, and an empty list matches nothing. Each id costs 20 points more. For the order of the ids, use titlesByIds.',
    }),
    adult: t.field({
      type: AdultContentEnum,
      defaultValue: 'EXCLUDE',
      description: 'Whether adult titles are listed. Default EXCLUDE, also if no filter is given at all.',
    }),
    types: t.field({
      type: TitleTypeSetInput,
      description: 'Filters by type. Default: every type, including episodes.',
    }),
    genres: t.field({ type: GenreSetInput, description: 'Filters by genre.' }),
    akaRegions: t.field({
      type: WordSetInput,
      description:
        "Filters by the markets of alternative titles, in IMDb's codes, usually those of ISO 3166-1, such as DE.",
    }),
    akaLanguages: t.field({
      type: WordSetInput,
      description:
        "Filters by the languages of alternative titles, in IMDb's codes, usually those of ISO 639-1, such as de.",
    }),
    year: t.field({
      type: IntRangeInput,
      description: 'Filters by startYear: the year of release, or the first year of a series.',
    }),
    runtimeMinutes: t.field({ type: IntRangeInput, description: 'Filters by running time in minutes.' }),
    rating: t.field({
      type: FloatRangeInput,
      description: 'Filters by average rating, from 1.0 to 10.0 in steps of 0.1.',
    }),
    votes: t.field({ type: IntRangeInput, description: 'Filters by number of votes.' }),
    hasRating: t.boolean({
      description:
        'Filters by whether a title is rated: true keeps rated titles only, false unrated titles only. Default: both.',
    }),
    series: t.idList({
      description:
        'Keeps only episodes of the series with these IMDb ids, at most 100 (a setting of the server). An empty list matches nothing.',
    }),
    seasonNumber: t.field({
      type: IntRangeInput,
      description: 'Filters by number of the season; only episodes have one.',
    }),
    episodeNumber: t.field({
      type: IntRangeInput,
      description: 'Filters by number within the season; only episodes have one.',
    }),
    credits: t.field({
      type: CreditSetInput,
      description: 'Filters by the people credited on the title, and for what.',
    }),
    primaryTitle: t.field({ type: TextFilterInput, description: 'Filters by primaryTitle.' }),
    originalTitle: t.field({ type: TextFilterInput, description: 'Filters by originalTitle.' }),
    genre: t.field({
      type: TextFilterInput,
      description: 'Filters by genreNames. One genre must pass every test.',
    }),
    person: t.field({
      type: TextFilterInput,
      description:
        'Filters by the names of the people credited. One name must pass every test. If more than 10,000 people match, the filter is BAD_USER_INPUT.',
    }),
    people: t.field({ type: PeopleFilterInput, description: 'Filters by the full names of the people credited.' }),
    tmdb: t.field({ type: TmdbTitleFilterInput, description: 'Filters by what TMDB says of the title.' }),
  }),
});

export type TitleFilterValue = typeof TitleFilterInput.$inferInput;

/**
 * `at` names the argument in errors. What is filtered by TMDB's data is told to be of it.
 * @throws ClientError `BAD_USER_INPUT` that names the invalid field.
 */
export function readTitleFilter(
  filter: TitleFilterValue | null | undefined,
  { context, at = 'filter' }: { context: Context; at?: string },
): TitleFilter {
  const { maxIds, maxFilterIds } = context.limits;
  const { ids, adult, hasRating, series, credits, people, tmdb: given, ...parts } = filter ?? {};
  const tmdb = readTmdbFilter(given, `${at}.tmdb`);
  if (tmdb !== undefined) tellOfTmdb(context);
  return withoutMissing({
    ids: ids == null ? undefined : readTitleIds(ids, { most: maxFilterIds, at: `${at}.ids` }),
    adult: adult ?? 'EXCLUDE',
    hasRating: hasRating ?? undefined,
    types: readSet(parts.types, `${at}.types`),
    genres: readSet(parts.genres, `${at}.genres`),
    akaRegions: readSet(parts.akaRegions, `${at}.akaRegions`),
    akaLanguages: readSet(parts.akaLanguages, `${at}.akaLanguages`),
    year: readRange(parts.year, `${at}.year`),
    runtimeMinutes: readRange(parts.runtimeMinutes, `${at}.runtimeMinutes`),
    rating: readRange(parts.rating, `${at}.rating`),
    votes: readRange(parts.votes, `${at}.votes`),
    seasonNumber: readRange(parts.seasonNumber, `${at}.seasonNumber`),
    episodeNumber: readRange(parts.episodeNumber, `${at}.episodeNumber`),
    series: series == null ? undefined : readSeriesIds(series, { most: maxIds, at: `${at}.series` }),
    credits: readCredits(credits, `${at}.credits`),
    primaryTitle: readText(parts.primaryTitle, `${at}.primaryTitle`),
    originalTitle: readText(parts.originalTitle, `${at}.originalTitle`),
    genre: readText(parts.genre, `${at}.genre`),
    person: readText(parts.person, `${at}.person`),
    people: readNames(people?.allNames, `${at}.people.allNames`),
    tmdb,
  }) as TitleFilter;
}

/** The parts that are not undefined. */
export function withoutMissing(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function readTitleIds(ids: readonly string[], { most, at }: { most: number; at: string }): number[] {
  checkIdCount(ids, { most, at });
  return ids.map((id, index) => readKeyOfAny(id, { prefix: 'tt', at: `${at}[${index}]` }));
}

/** Episodes are IMDb's, and so are their series. */
function readSeriesIds(ids: readonly string[], { most, at }: { most: number; at: string }): number[] {
  checkIdCount(ids, { most, at });
  return ids.map((id, index) => readKey(id, { prefix: 'tt', at: `${at}[${index}]` }));
}

function readCredits(credits: TitleFilterValue['credits'], at: string): TitleFilter['credits'] {
  if (credits === null || credits === undefined) return undefined;
  const given: NonNullable<TitleFilter['credits']> = {};
  for (const key of ['any', 'all', 'exclude'] as const) {
    const matches = credits[key];
    if (matches === null || matches === undefined) continue;
    checkCount(matches, { most: MAX_CREDITS, at: `${at}.${key}`, what: 'credits' });
    given[key] = matches.map((match, index) => readMatch(match, `${at}.${key}[${index}]`));
  }
  return given;
}

function readMatch({ personId, category, character }: typeof CreditMatchInput.$inferInput, at: string): CreditMatch {
  const match: CreditMatch = { personId: readKey(personId, { prefix: 'nm', at: `${at}.personId` }) };
  if (category != null) match.category = category;
  if (character != null) {
    checkText(character, `${at}.character`);
    match.character = character;
  }
  return match;
}

function readNames(names: readonly string[] | null | undefined, at: string): TitleFilter['people'] {
  if (names === null || names === undefined) return undefined;
  checkCount(names, { most: MAX_NAMES, at, what: 'names' });
  for (const [index, name] of names.entries()) checkText(name, `${at}[${index}]`);
  return { allNames: names };
}
