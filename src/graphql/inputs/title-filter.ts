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
import { checkIdCount, readKey } from '../base/ids.ts';

/** Each reads what a person was credited for. */
const MAX_CREDITS = 20;
/** Each is looked for among all people. */
const MAX_NAMES = 10;

const TitleTypeSetInput = builder.inputType('TitleTypeSet', {
  description: 'A set of types of titles. An empty or absent list does not narrow anything down.',
  fields: (t) => ({
    any: t.field({
      type: [TitleTypeEnum],
      description: 'Only titles of one of these types. OTHER: of a type that the enum does not know.',
    }),
    exclude: t.field({ type: [TitleTypeEnum], description: 'No titles of these types; it goes before any.' }),
  }),
});

const GenreSetInput = builder.inputType('GenreSet', {
  description:
    'A set of genres. An empty or absent list does not narrow anything down. OTHER: a genre that the enum does not know.',
  fields: (t) => ({
    any: t.field({ type: [GenreEnum], description: 'Only titles with at least one of these genres.' }),
    all: t.field({
      type: [GenreEnum],
      description: 'Only titles with each of these genres; a title has three at most.',
    }),
    exclude: t.field({
      type: [GenreEnum],
      description: 'No titles with one of these genres; it goes before any and all.',
    }),
  }),
});

const CreditMatchInput = builder.inputType('CreditMatch', {
  description: 'A credit of a person: one and the same must have everything that is given.',
  fields: (t) => ({
    personId: t.id({ required: true, description: "The person's IMDb id, such as nm0000151." }),
    category: t.field({
      type: CreditCategoryEnum,
      description: 'Credited in this category. OTHER: in one that the enum does not know. Default: in any.',
    }),
    character: t.string({
      description: 'Plays a character with this in its name; case does not matter. Default: whatever the character.',
    }),
  }),
});

const CreditSetInput = builder.inputType('CreditSet', {
  description: `A set of credits: "with A as director and B as actor, without C". An empty or absent list does not narrow anything down. IMDb's files have the principal cast and crew only. At most ${MAX_CREDITS} of each.`,
  fields: (t) => ({
    any: t.field({ type: [CreditMatchInput], description: 'Only titles with at least one of these credits.' }),
    all: t.field({ type: [CreditMatchInput], description: 'Only titles with each of these credits.' }),
    exclude: t.field({
      type: [CreditMatchInput],
      description: 'No titles with one of these credits; it goes before any and all.',
    }),
  }),
});

const PeopleFilterInput = builder.inputType('PeopleFilter', {
  description: 'The people credited on a title, by their exact names.',
  fields: (t) => ({
    allNames: t.stringList({
      description: `Whole names, as written but for case: for each of them, somebody of that name is credited. At most ${MAX_NAMES}.`,
    }),
  }),
});

export const TitleFilterInput = builder.inputType('TitleFilter', {
  description: 'Which titles to list: those that fit every part that is given.',
  fields: (t) => ({
    adult: t.field({
      type: AdultContentEnum,
      defaultValue: 'EXCLUDE',
      description: 'What to do with adult titles. Default EXCLUDE, also where no filter is given at all.',
    }),
    types: t.field({ type: TitleTypeSetInput, description: 'By type. Default: every type, episodes too.' }),
    genres: t.field({ type: GenreSetInput, description: 'By genre.' }),
    akaRegions: t.field({
      type: WordSetInput,
      description: "By the markets it has another title in: IMDb's codes, mostly those of ISO 3166-1, such as DE.",
    }),
    akaLanguages: t.field({
      type: WordSetInput,
      description: "By the languages it has another title in: IMDb's codes, mostly those of ISO 639-1, such as de.",
    }),
    year: t.field({ type: IntRangeInput, description: 'By startYear: of release; of a series, when it began.' }),
    runtimeMinutes: t.field({ type: IntRangeInput, description: 'By running time, in minutes.' }),
    rating: t.field({ type: FloatRangeInput, description: 'By average rating, 1.0 to 10.0, in steps of 0.1.' }),
    votes: t.field({ type: IntRangeInput, description: 'By number of votes.' }),
    hasRating: t.boolean({
      description: 'Whether it is rated: true for rated titles alone, false for unrated ones. Default: both.',
    }),
    series: t.idList({
      description:
        'Only episodes of these series, by their IMDb ids; an empty list fits nothing. At most 100 (a setting of the server).',
    }),
    seasonNumber: t.field({ type: IntRangeInput, description: 'By number of the season: only episodes have one.' }),
    episodeNumber: t.field({
      type: IntRangeInput,
      description: 'By number within the season: only episodes have one.',
    }),
    credits: t.field({ type: CreditSetInput, description: 'By who is credited on it, and for what.' }),
    primaryTitle: t.field({ type: TextFilterInput, description: 'By its primaryTitle.' }),
    originalTitle: t.field({ type: TextFilterInput, description: 'By its originalTitle.' }),
    genre: t.field({
      type: TextFilterInput,
      description: "By IMDb's words for its genres: one and the same genre passes every test.",
    }),
    person: t.field({
      type: TextFilterInput,
      description:
        'By the names of the people credited: one and the same name passes every test. Where more than 10,000 people fit, it is BAD_USER_INPUT.',
    }),
    people: t.field({ type: PeopleFilterInput, description: 'By whole names of people credited.' }),
  }),
});

export type TitleFilterValue = typeof TitleFilterInput.$inferInput;

/** @throws ClientError `BAD_USER_INPUT` that names the part which cannot be. */
export function readTitleFilter(filter: TitleFilterValue | null | undefined, limits: { maxIds: number }): TitleFilter {
  const { adult, hasRating, series, credits, people, ...parts } = filter ?? {};
  return withoutMissing({
    adult: adult ?? 'EXCLUDE',
    hasRating: hasRating ?? undefined,
    types: readSet(parts.types, 'filter.types'),
    genres: readSet(parts.genres, 'filter.genres'),
    akaRegions: readSet(parts.akaRegions, 'filter.akaRegions'),
    akaLanguages: readSet(parts.akaLanguages, 'filter.akaLanguages'),
    year: readRange(parts.year, 'filter.year'),
    runtimeMinutes: readRange(parts.runtimeMinutes, 'filter.runtimeMinutes'),
    rating: readRange(parts.rating, 'filter.rating'),
    votes: readRange(parts.votes, 'filter.votes'),
    seasonNumber: readRange(parts.seasonNumber, 'filter.seasonNumber'),
    episodeNumber: readRange(parts.episodeNumber, 'filter.episodeNumber'),
    series: series == null ? undefined : readSeries(series, limits.maxIds),
    credits: readCredits(credits),
    primaryTitle: readText(parts.primaryTitle, 'filter.primaryTitle'),
    originalTitle: readText(parts.originalTitle, 'filter.originalTitle'),
    genre: readText(parts.genre, 'filter.genre'),
    person: readText(parts.person, 'filter.person'),
    people: readNames(people?.allNames),
  }) as TitleFilter;
}

/** What is undefined is not there. */
export function withoutMissing(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function readSeries(ids: readonly string[], most: number): number[] {
  checkIdCount(ids, { most, at: 'filter.series' });
  return ids.map((id, index) => readKey(id, { prefix: 'tt', at: `filter.series[${index}]` }));
}

function readCredits(credits: TitleFilterValue['credits']): TitleFilter['credits'] {
  if (credits === null || credits === undefined) return undefined;
  const given: NonNullable<TitleFilter['credits']> = {};
  for (const key of ['any', 'all', 'exclude'] as const) {
    const matches = credits[key];
    if (matches === null || matches === undefined) continue;
    const at = `filter.credits.${key}`;
    checkCount(matches, { most: MAX_CREDITS, at, what: 'credits' });
    given[key] = matches.map((match, index) => readMatch(match, `${at}[${index}]`));
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

function readNames(names: readonly string[] | null | undefined): TitleFilter['people'] {
  if (names === null || names === undefined) return undefined;
  checkCount(names, { most: MAX_NAMES, at: 'filter.people.allNames', what: 'names' });
  for (const [index, name] of names.entries()) checkText(name, `filter.people.allNames[${index}]`);
  return { allNames: names };
}
