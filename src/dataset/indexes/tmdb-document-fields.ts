import { decimal, fieldsOf, flag, idList, integer, text, textLike, textList, wordList } from './field-kinds.ts';

/** The fields of the items of TMDB's document kinds, in their order, like those of document-fields.ts. */

/** What most titles lack comes last. */
export const TMDB_TITLE = fieldsOf({
  title: text('title'),
  originalTitle: textLike('originalTitle', 'title'),
  status: text('status'),
  originalLanguage: text('originalLanguage'),
  releaseDate: text('releaseDate'),
  fetchedAt: text('fetchedAt'),
  popularity: decimal('popularity'),
  voteCount: integer('voteCount', { required: true }),
  voteAverage: decimal('voteAverage'),
  genres: textList('genres'),
  countries: wordList('countries'),
  spokenLanguages: wordList('spokenLanguages'),
  overview: text('overview'),
  posterPath: text('posterPath'),
  backdropPath: text('backdropPath'),
  runtimeMinutes: integer('runtimeMinutes'),
  keywords: textList('keywords'),
  titleId: integer('tconst'),
  homepage: text('homepage'),
  tagline: text('tagline'),
  collectionId: integer('collectionId'),
  collectionName: text('collectionName'),
  budget: integer('budget'),
  revenue: integer('revenue'),
  isAdult: flag('adult'),
});

export const TMDB_PERSON = fieldsOf({
  name: text('name'),
  fetchedAt: text('fetchedAt'),
  knownForDepartment: text('knownForDepartment'),
  popularity: decimal('popularity'),
  gender: integer('gender'),
  profilePath: text('profilePath'),
  personId: integer('nconst'),
  birthday: text('birthday'),
  placeOfBirth: text('placeOfBirth'),
  biography: text('biography'),
  alsoKnownAs: textList('alsoKnownAs'),
  deathday: text('deathday'),
});

export const TMDB_CREDIT = fieldsOf({
  position: integer('position', { required: true }),
  creditId: text('creditId'),
  tmdbPersonId: integer('personId', { required: true }),
  personName: text('personName'),
  department: text('department'),
  job: text('job'),
  character: text('"character"'),
  billingOrder: integer('billingOrder'),
  episodeCount: integer('episodeCount'),
});

export const TMDB_RECOMMENDATION = fieldsOf({
  position: integer('position', { required: true }),
  tmdbKey: integer('recommendedKey', { required: true }),
});

export const TMDB_ALTERNATIVE_TITLE = fieldsOf({
  position: integer('position', { required: true }),
  title: text('title'),
  country: text('country'),
  type: text('type'),
});

export const TMDB_COLLECTION = fieldsOf({
  name: text('name'),
  overview: text('overview'),
  posterPath: text('posterPath'),
  backdropPath: text('backdropPath'),
  parts: idList('parts'),
  fetchedAt: text('fetchedAt'),
});

/** The key of the same title at TMDB. */
export const TMDB_TITLE_LINK = fieldsOf({ tmdbKey: integer('tmdbKey', { required: true }) });

/** TMDB's number of the same person. */
export const TMDB_PERSON_LINK = fieldsOf({ id: integer('id', { required: true }) });

/** What stands for a title or person that TMDB has no more: a key of its titles, or a number of its people. */
export const TMDB_GONE = fieldsOf({ mergedInto: integer('mergedInto') });
