import { SCORE_STEPS } from '../similarity/measure.ts';
import { CREDIT_CATEGORIES, TITLE_TYPES } from '../words/vocabulary.ts';
import {
  decimal,
  fieldsOf,
  flag,
  idList,
  integer,
  listOrText,
  text,
  textLike,
  textList,
  word,
  wordList,
} from './field-kinds.ts';

/**
 * The fields of the items of each document kind, in their order: what a build writes and what the store reads. A change
 * of them, also of their order alone, changes the files, see BUILD_FORMAT.
 */

/** The words that stand in every document, in the order by which documents name them: new ones go to the end. */
export const TYPE_WORDS: readonly string[] = Object.values(TITLE_TYPES);
export const CATEGORY_WORDS: readonly string[] = Object.values(CREDIT_CATEGORIES);

/** What stands beside a reference to a title: what filters and orders of credits ask for. */
const TITLE_SUMMARY = {
  titleType: word('titleType', TYPE_WORDS),
  startYear: integer('startYear'),
};

/** The whole title: what most titles lack comes last. */
export const FULL_TITLE = {
  ...TITLE_SUMMARY,
  primaryTitle: text('primaryTitle'),
  originalTitle: textLike('originalTitle', 'primaryTitle'),
  genres: wordList('genres'),
  runtimeMinutes: integer('runtimeMinutes'),
  seriesId: integer('parentTconst'),
  seasonNumber: integer('seasonNumber'),
  episodeNumber: integer('episodeNumber'),
  average: decimal('averageRating'),
  votes: integer('numVotes'),
  isAdult: flag('isAdult'),
  endYear: integer('endYear'),
};

/** What stands beside a reference to a person. */
export const PERSON_SUMMARY = {
  primaryName: text('primaryName'),
  birthYear: integer('birthYear'),
  deathYear: integer('deathYear'),
};

export const TITLE = fieldsOf(FULL_TITLE);

export const PERSON = fieldsOf({
  ...PERSON_SUMMARY,
  primaryProfessions: wordList('primaryProfession'),
  knownFor: idList('knownForTitles'),
});

/** The person's card comes from another table, behind the key by which it is found there; that is null where it is not. */
export const TITLE_CREDIT = fieldsOf({
  billingOrder: integer('ordering', { required: true }),
  category: word('category', CATEGORY_WORDS),
  part: listOrText('characters', 'job'),
  personId: integer('found'),
  ...PERSON_SUMMARY,
});

/** Directors beside writers, the shorter list filled up with nothing. */
export const TITLE_CREW = fieldsOf({
  position: integer('position', { required: true }),
  director: integer('director'),
  writer: integer('writer'),
});

export const TITLE_AKA = fieldsOf({
  ordering: integer('ordering', { required: true }),
  title: text('title'),
  region: text('region'),
  language: text('language'),
  types: textList('types'),
  attributes: textList('attributes'),
  isOriginalTitle: flag('isOriginalTitle'),
});

/** Short items, as there may be many of them: what else a credit has is in its title's document. */
export const PERSON_CREDIT = fieldsOf({
  titleId: integer('tconst', { required: true }),
  billingOrder: integer('ordering', { required: true }),
  category: word('category', CATEGORY_WORDS),
  ...TITLE_SUMMARY,
});

export const SERIES_EPISODE = fieldsOf({ id: integer('tconst', { required: true }), ...FULL_TITLE });

/** A title in a list of similar ones; its place is not kept, as the score says it. */
export const SIMILAR_TITLE = fieldsOf({
  id: integer('neighbour', { required: true }),
  scoreSteps: integer(`round(score * ${SCORE_STEPS})::INTEGER`, { required: true }),
});
