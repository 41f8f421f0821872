import { CREDIT_CATEGORIES, GENRES, OTHER, PROFESSIONS, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import type { FurtherSource } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';

/** Enum values whose internal values are IMDb's words, and `OTHER` for every word that the vocabulary lacks. */
function words(
  vocabulary: Record<string, string>,
  describe: { word: (name: string, word: string) => string; other: string },
) {
  const known = Object.entries(vocabulary).map(([name, word]) => [
    name,
    { value: word, description: describe.word(name, word) },
  ]);
  const values = Object.fromEntries(known) as Record<string, { value: string; description: string }>;
  return { ...values, OTHER: { value: OTHER as string, description: describe.other } };
}

const TITLE_TYPE_NOTES: Record<string, string> = {
  MOVIE: 'A film made for cinemas or released like one. Object type: Movie.',
  SHORT: 'A short film. Object type: Short.',
  TV_SERIES: 'A series without a fixed end. Object type: Series.',
  TV_MINI_SERIES: 'A series with a fixed number of episodes. Object type: Series.',
  TV_EPISODE: 'One episode of a series. Object type: Episode.',
  TV_MOVIE: 'A film made for television. Object type: Movie.',
  TV_SPECIAL: 'A single programme made for television, such as a gala. Object type: Special.',
  TV_SHORT: 'A short film made for television. Object type: Short.',
  TV_PILOT: 'A pilot listed on its own. Object type: OtherTitle.',
  VIDEO: 'A work made for home video or for the web. Object type: Video.',
  VIDEO_GAME: 'A video game. Object type: VideoGame.',
};

export const TitleTypeEnum = builder.enumType('TitleType', {
  description:
    "IMDb's types of titles. IMDb adds types without notice; these are OTHER, with the word in titleTypeName.",
  values: words(TITLE_TYPES, {
    word: (name, word) => `${TITLE_TYPE_NOTES[name] ?? name} IMDb's word: ${word}.`,
    other: 'A type that is newer than this list; titleTypeName has the word.',
  }),
});

const CATEGORY_NOTES: Record<string, string> = {
  ACTOR: 'Plays a character.',
  ACTRESS: 'Plays a character.',
  SELF: 'Appears as themselves.',
  ARCHIVE_FOOTAGE: 'Is seen in archive footage.',
  ARCHIVE_SOUND: 'Is heard in archive recordings.',
  DIRECTOR: 'Directed the title.',
  WRITER: 'Wrote the title, or the work it is based on; job says which.',
  PRODUCER: 'Produced the title; job may name the exact role.',
  COMPOSER: 'Composed the music.',
  CINEMATOGRAPHER: 'Was director of photography.',
  EDITOR: 'Edited the title.',
  PRODUCTION_DESIGNER: 'Designed the production.',
  CASTING_DIRECTOR: 'Cast the title.',
};

export const CreditCategoryEnum = builder.enumType('CreditCategory', {
  description:
    "IMDb's categories of credits. IMDb adds categories without notice; these are OTHER, with the word in categoryName.",
  values: words(CREDIT_CATEGORIES, {
    word: (name, word) => `${CATEGORY_NOTES[name] ?? name} IMDb's word: ${word}.`,
    other: 'A category that is newer than this list; categoryName has the word.',
  }),
});

export const GenreEnum = builder.enumType('Genre', {
  description:
    "IMDb's genres; a title has at most three. IMDb adds genres without notice; these are OTHER, with the word in genreNames.",
  values: words(GENRES, {
    word: (_name, word) => `IMDb's genre ${word}.`,
    other: 'A genre that is newer than this list; genreNames has the word.',
  }),
});

export const ProfessionEnum = builder.enumType('Profession', {
  description:
    "IMDb's professions; a person has at most three. IMDb adds professions without notice; these are OTHER, with the word in primaryProfessions.",
  values: words(PROFESSIONS, {
    word: (_name, word) => `IMDb's profession ${word}.`,
    other: 'A profession that is newer than this list; primaryProfessions has the word.',
  }),
});

export const AdultContentEnum = builder.enumType('AdultContent', {
  description: 'Treatment of the titles that IMDb marks as adult.',
  values: {
    EXCLUDE: { description: 'Leaves adult titles out. The default of every argument of this type.' },
    INCLUDE: { description: 'Includes adult titles.' },
    ONLY: { description: 'Includes adult titles only.' },
  } as const,
});

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Direction of a sort. Rows without a value come last in both directions.',
  values: {
    ASC: { description: 'Ascending: the smallest, earliest or alphabetically first value comes first.' },
    DESC: { description: 'Descending: the greatest, latest or alphabetically last value comes first.' },
  } as const,
});

export const DataSourceEnum = builder.enumType('DataSource', {
  description: 'Whose data: that of IMDb, or of The Movie Database (TMDB) as far as this server has any.',
  values: {
    IMDB: { description: "What is in IMDb's files." },
    TMDB: { description: 'What TMDB alone has. As a filter of lists: nothing where this server has no data of TMDB.' },
    ANY: { description: 'Both. Only for arguments: each object is of one source.' },
  } as const,
});

/** The part of a filter that says whose titles or people it is of; none for IMDb's. */
export function furtherSource(source: 'IMDB' | FurtherSource): { source?: FurtherSource } {
  return source === 'IMDB' ? {} : { source };
}

export const TitleOrderFieldEnum = builder.enumType('TitleOrderField', {
  description: 'Value to sort titles by.',
  values: {
    VOTES: { description: 'Number of votes, the measure of popularity here; unrated titles come last.' },
    RATING: { description: 'Average rating, regardless of the number of votes; unrated titles come last.' },
    YEAR: { description: 'The startYear; titles without one come last.' },
    RUNTIME: { description: 'The runtimeMinutes; titles without one come last.' },
    EPISODES: { description: 'Number of episodes; titles without episodes come last.' },
    TITLE: { description: 'The primaryTitle, compared by code point: upper case before lower case.' },
  } as const,
});

export const ChartKindEnum = builder.enumType('ChartKind', {
  description: 'Kind of chart: the titles it ranks and their order. Ties are broken by votes, then by id.',
  values: {
    TOP_RATED_MOVIES: { description: 'Movies, including those made for television, by weightedRating, best first.' },
    TOP_RATED_SERIES: { description: 'Series, including mini-series, by weightedRating, best first.' },
    MOST_VOTED: { description: 'Titles of every type by votes, greatest first; equal votes by weightedRating.' },
    LOWEST_RATED: { description: 'Titles of every type by weightedRating, worst first.' },
  } as const,
});

export const PersonOrderFieldEnum = builder.enumType('PersonOrderField', {
  description: 'Value to sort people by.',
  values: {
    CREDITS: { description: 'Number of credits in the data: principal cast and crew only, not full credits.' },
    NAME: {
      description:
        'The primaryName as written, which starts with the given name, compared by code point. People without a name come last.',
    },
    BIRTH_YEAR: { description: 'The birthYear; people without one come last.' },
    DEATH_YEAR: { description: 'The deathYear; people without one come last.' },
  } as const,
});

export const CareerOrderFieldEnum = builder.enumType('CareerOrderField', {
  description: 'Number to sort careers by, greatest first. Ties are broken by the other numbers, then by id.',
  values: {
    TITLES: { description: 'Number of titles.' },
    MEAN_RATING: { description: 'Mean rating of the titles; people without a rated title come last.' },
    VOTES: { description: 'Sum of the votes of the titles.' },
  } as const,
});

export const CreditOrderFieldEnum = builder.enumType('CreditOrderField', {
  description: "Value to sort a person's credits by.",
  values: {
    YEAR: { description: 'The startYear of the title; credits without a year come last.' },
    VOTES: { description: 'Number of votes of the title; unrated titles come last.' },
    RATING: { description: 'Average rating of the title; unrated titles come last.' },
    BILLING: { description: 'The billingOrder, from 1.' },
  } as const,
});

export const EpisodeOrderFieldEnum = builder.enumType('EpisodeOrderField', {
  description: 'Value to sort episodes by.',
  values: {
    NUMBER: { description: 'Season number, then episode number; episodes without numbers come last.' },
    RATING: { description: 'Average rating; unrated episodes come last.' },
    VOTES: { description: 'Number of votes; unrated episodes come last.' },
    YEAR: { description: 'The startYear; episodes without a year come last.' },
  } as const,
});

export const SearchTypeEnum = builder.enumType('SearchType', {
  description: 'Kind of result of a search.',
  values: {
    TITLE: { description: 'Titles of every type.' },
    PERSON: { description: 'People.' },
    MOVIE: { description: 'Movies, including those made for television.' },
    SERIES: { description: 'Series, including mini-series.' },
    EPISODE: { description: 'Episodes.' },
  } as const,
});

export const MatchedOnEnum = builder.enumType('MatchedOn', {
  description: 'Kind of text that matches the query.',
  values: {
    PRIMARY: { description: 'The primaryTitle of a title.' },
    ORIGINAL: { description: 'The originalTitle of a title.' },
    AKA: { description: 'An alternative title; region is its market.' },
    NAME: { description: 'The primaryName of a person.' },
    ID: { description: 'The id itself.' },
    TMDB_ALTERNATIVE_TITLE: {
      description:
        'An alternative title that TMDB has and IMDb has not; region is its country. Only with source ANY or TMDB.',
    },
  } as const,
});
