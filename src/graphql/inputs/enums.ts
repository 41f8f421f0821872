import { CREDIT_CATEGORIES, GENRES, OTHER, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { builder } from '../base/builder.ts';

/** Enum values with IMDb's words inside, and `OTHER` for every word outside of the vocabulary. */
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
  MOVIE: 'A film made for cinemas or released like one: a Movie.',
  SHORT: 'A short film: a Short.',
  TV_SERIES: 'A series without a set end: a Series.',
  TV_MINI_SERIES: 'A series with a set number of episodes: a Series.',
  TV_EPISODE: 'One episode of a series: an Episode.',
  TV_MOVIE: 'A film made for television: a Movie.',
  TV_SPECIAL: 'A single programme made for television, such as a gala: a Special.',
  TV_SHORT: 'A short film made for television: a Short.',
  TV_PILOT: 'A pilot that is listed by itself: an OtherTitle.',
  VIDEO: 'Made for home video or for the web: a Video.',
  VIDEO_GAME: 'A video game: a VideoGame.',
};

export const TitleTypeEnum = builder.enumType('TitleType', {
  description:
    "IMDb's types of titles. IMDb adds types without notice: those are OTHER, with the word in titleTypeName.",
  values: words(TITLE_TYPES, {
    word: (name, word) => `${TITLE_TYPE_NOTES[name] ?? name} IMDb's word: ${word}.`,
    other: 'A type that is newer than this list; titleTypeName has the word.',
  }),
});

const CATEGORY_NOTES: Record<string, string> = {
  ACTOR: 'Plays a part.',
  ACTRESS: 'Plays a part.',
  SELF: 'Appears as themselves.',
  ARCHIVE_FOOTAGE: 'Seen in older footage.',
  ARCHIVE_SOUND: 'Heard in older recordings.',
  DIRECTOR: 'Directed it.',
  WRITER: 'Wrote it, or what it is made from; job says which.',
  PRODUCER: 'Produced it; job may say in what role.',
  COMPOSER: 'Composed its music.',
  CINEMATOGRAPHER: 'Director of photography.',
  EDITOR: 'Edited it.',
  PRODUCTION_DESIGNER: 'Designed its production.',
  CASTING_DIRECTOR: 'Cast it.',
};

export const CreditCategoryEnum = builder.enumType('CreditCategory', {
  description:
    "IMDb's categories of credits. IMDb adds some without notice: those are OTHER, with the word in categoryName.",
  values: words(CREDIT_CATEGORIES, {
    word: (name, word) => `${CATEGORY_NOTES[name] ?? name} IMDb's word: ${word}.`,
    other: 'A category that is newer than this list; categoryName has the word.',
  }),
});

export const GenreEnum = builder.enumType('Genre', {
  description:
    "IMDb's genres; a title has three at most. IMDb adds some without notice: those are OTHER, with the word in genreNames.",
  values: words(GENRES, {
    word: (_name, word) => `IMDb's genre ${word}.`,
    other: 'A genre that is newer than this list; genreNames has the word.',
  }),
});

export const AdultContentEnum = builder.enumType('AdultContent', {
  description: 'What to do with the titles that IMDb marks as adult.',
  values: {
    EXCLUDE: { description: 'Leave them out: the default of every list that can be filtered by it.' },
    INCLUDE: { description: 'List them among the others.' },
    ONLY: { description: 'List nothing else.' },
  } as const,
});

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Direction of an order. Rows without a value come last in both.',
  values: {
    ASC: { description: 'Smallest, earliest, or first in the alphabet first.' },
    DESC: { description: 'Greatest, latest, or last in the alphabet first.' },
  } as const,
});

export const TitleOrderFieldEnum = builder.enumType('TitleOrderField', {
  description: 'What titles can be ordered by.',
  values: {
    VOTES: { description: 'Number of votes, which is what popularity means here; unrated titles come last.' },
    RATING: { description: 'Average rating, however few the votes; unrated titles come last.' },
    YEAR: { description: 'The startYear; titles without one come last.' },
    RUNTIME: { description: 'The runtimeMinutes; titles without one come last.' },
    EPISODES: { description: 'Number of episodes; titles without any, which most are, come last.' },
    TITLE: { description: 'The primaryTitle, compared character by character: upper case before lower case.' },
  } as const,
});

export const ChartKindEnum = builder.enumType('ChartKind', {
  description: 'What a chart is of, and its order. Ties are settled by votes, then by id.',
  values: {
    TOP_RATED_MOVIES: { description: 'Movies, those made for television too, by weightedRating, the best first.' },
    TOP_RATED_SERIES: { description: 'Series, mini-series too, by weightedRating, the best first.' },
    MOST_VOTED: { description: 'Titles of every type by votes, the most first; equal votes by weightedRating.' },
    LOWEST_RATED: { description: 'Titles of every type by weightedRating, the worst first.' },
  } as const,
});

export const PersonOrderFieldEnum = builder.enumType('PersonOrderField', {
  description: 'What people can be ordered by.',
  values: {
    CREDITS: { description: 'Number of credits in the data: principal cast and crew only, not full credits.' },
    NAME: {
      description:
        'The primaryName as written, so by given name, compared character by character. People without one come last.',
    },
    BIRTH_YEAR: { description: 'The birthYear; people without one come last.' },
    DEATH_YEAR: { description: 'The deathYear; people without one come last.' },
  } as const,
});

export const CareerOrderFieldEnum = builder.enumType('CareerOrderField', {
  description: 'What careers can be ordered by, the greatest first. Ties are settled by the other numbers, then by id.',
  values: {
    TITLES: { description: 'Number of titles: the busiest people first.' },
    MEAN_RATING: { description: 'Mean rating of the titles; people without a rated one come last.' },
    VOTES: { description: 'Votes of all the titles together.' },
  } as const,
});

export const CreditOrderFieldEnum = builder.enumType('CreditOrderField', {
  description: "What a person's credits can be ordered by.",
  values: {
    YEAR: { description: 'The startYear of the title; credits without one come last.' },
    VOTES: { description: 'Votes of the title; unrated titles come last.' },
    RATING: { description: 'Average rating of the title; unrated titles come last.' },
    BILLING: { description: 'The billingOrder, the place within the title: 1 is the first.' },
  } as const,
});

export const EpisodeOrderFieldEnum = builder.enumType('EpisodeOrderField', {
  description: 'What episodes can be ordered by.',
  values: {
    NUMBER: { description: 'Season number, then episode number; episodes without numbers come last.' },
    RATING: { description: 'Average rating; unrated episodes come last.' },
    VOTES: { description: 'Number of votes; unrated episodes come last.' },
    YEAR: { description: 'The startYear; episodes without one come last.' },
  } as const,
});

export const SearchTypeEnum = builder.enumType('SearchType', {
  description: 'What to search among.',
  values: {
    TITLE: { description: 'Titles of every type.' },
    PERSON: { description: 'People.' },
    MOVIE: { description: 'Movies, those made for television too.' },
    SERIES: { description: 'Series, mini-series too.' },
    EPISODE: { description: 'Episodes.' },
  } as const,
});

export const MatchedOnEnum = builder.enumType('MatchedOn', {
  description: 'Which text of the hit fits the query.',
  values: {
    PRIMARY: { description: 'The primaryTitle of a title.' },
    ORIGINAL: { description: 'The originalTitle of a title.' },
    AKA: { description: 'One of its other titles; region says of which market.' },
    NAME: { description: 'The primaryName of a person.' },
    ID: { description: 'The IMDb id itself.' },
  } as const,
});
