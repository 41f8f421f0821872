import type { TmdbSnapshotName } from '../sources/tmdb-snapshot.ts';
import type { ColumnType, TableColumn } from './column.ts';
import { SERVING_COLUMNS } from './serving-columns.ts';
import type { TmdbMadeTableName, TmdbSearchTableName, TmdbSourceTableName } from './table-names.ts';

/** The table of each file of the snapshot; a line of the file is an object with the table's columns. */
export const TMDB_TABLE_OF = {
  'tmdb.titles': 'tmdb_titles',
  'tmdb.people': 'tmdb_people',
  'tmdb.credits': 'tmdb_credits',
  'tmdb.recommendations': 'tmdb_recommendations',
  'tmdb.alternative_titles': 'tmdb_alternative_titles',
  'tmdb.collections': 'tmdb_collections',
  'tmdb.episodes': 'tmdb_episodes',
  'tmdb.gone': 'tmdb_gone',
} as const satisfies Record<TmdbSnapshotName, TmdbSourceTableName>;

const FETCHED_AT = given('fetchedAt', 'VARCHAR', 'When it was asked of TMDB: ISO 8601, UTC, with milliseconds.');
const TMDB_KEY = given('tmdbKey', 'INTEGER', "The title: TMDB's number of a film times two, of a series and one more.");
const POSITION = given('position', 'INTEGER', 'The place among those of the title, from 0.');

/** The columns of TMDB's tables, which are also the keys of the objects in the snapshot's lines. What is absent is null. */
export const TMDB_COLUMNS: Record<TmdbSourceTableName, readonly TableColumn[]> = {
  tmdb_titles: [
    TMDB_KEY,
    given('kind', 'VARCHAR', 'MOVIE or TV.'),
    given('id', 'INTEGER', "TMDB's number among titles of the kind."),
    some('tconst', 'INTEGER', "IMDb's id of the title, as a number, as TMDB has it."),
    some('title', 'VARCHAR', 'The title in English, or else the original one.'),
    some('originalTitle', 'VARCHAR', 'The title in the original language.'),
    some('overview', 'VARCHAR', 'What it is about.'),
    some('tagline', 'VARCHAR', 'The line that advertises it.'),
    some('status', 'VARCHAR', "How far it has come, a word of TMDB's: Released, Ended, Canceled."),
    some('originalLanguage', 'VARCHAR', 'The original language, a code of ISO 639-1.'),
    list('spokenLanguages', 'VARCHAR[]', 'The languages that are spoken, codes of ISO 639-1.'),
    list('countries', 'VARCHAR[]', 'The countries of production or origin, codes of ISO 3166-1.'),
    list('genres', 'VARCHAR[]', "The genres, words of TMDB's."),
    list('keywords', 'VARCHAR[]', 'The keywords.'),
    some('collectionId', 'INTEGER', "TMDB's number of the collection that a film belongs to."),
    some('collectionName', 'VARCHAR', 'The name of that collection.'),
    some('releaseDate', 'VARCHAR', 'The date of the release, or of the first broadcast: YYYY-MM-DD.'),
    some('runtimeMinutes', 'INTEGER', 'The running time, in minutes; of a series, that of an episode.'),
    some('budget', 'BIGINT', 'The budget, in US dollars.'),
    some('revenue', 'BIGINT', 'The revenue, in US dollars.'),
    some('popularity', 'DOUBLE', "TMDB's measure of popularity, which changes every day."),
    some('voteAverage', 'DOUBLE', "The average of the votes of TMDB's users, from 0 to 10."),
    given('voteCount', 'INTEGER', "The number of votes of TMDB's users."),
    some('posterPath', 'VARCHAR', 'The path of the poster below the host of pictures.'),
    some('backdropPath', 'VARCHAR', 'The path of the backdrop below the host of pictures.'),
    some('homepage', 'VARCHAR', 'The address of its own page.'),
    given('adult', 'BOOLEAN', 'Whether TMDB calls it an adult title.'),
    FETCHED_AT,
  ],
  tmdb_people: [
    given('id', 'INTEGER', "TMDB's number of the person."),
    some('nconst', 'INTEGER', "IMDb's id of the person, as a number, as TMDB has it."),
    some('name', 'VARCHAR', 'The name.'),
    some('biography', 'VARCHAR', 'The biography.'),
    some('birthday', 'VARCHAR', 'The date of birth: YYYY-MM-DD.'),
    some('deathday', 'VARCHAR', 'The date of death: YYYY-MM-DD.'),
    some('placeOfBirth', 'VARCHAR', 'The place of birth, as TMDB writes it.'),
    some('gender', 'INTEGER', '1 is female, 2 male, 3 non-binary.'),
    list('alsoKnownAs', 'VARCHAR[]', 'Other names.'),
    some('knownForDepartment', 'VARCHAR', "The department that the person is known for, a word of TMDB's."),
    some('profilePath', 'VARCHAR', 'The path of the photo below the host of pictures.'),
    some('popularity', 'DOUBLE', "TMDB's measure of popularity, which changes every day."),
    FETCHED_AT,
  ],
  tmdb_credits: [
    TMDB_KEY,
    { ...POSITION, meaning: 'The place among the credits of the title, from 0: the cast as billed, then the crew.' },
    given('creditId', 'VARCHAR', "TMDB's id of the credit."),
    given('personId', 'INTEGER', "TMDB's number of the person."),
    some('personName', 'VARCHAR', 'The name of the person.'),
    some('department', 'VARCHAR', "The department, a word of TMDB's; Acting for the cast."),
    some('job', 'VARCHAR', 'The job of a member of the crew.'),
    some('character', 'VARCHAR', 'What a member of the cast plays.'),
    some('billingOrder', 'INTEGER', 'The place in the billing of the cast, from 0.'),
    some('episodeCount', 'INTEGER', 'The number of episodes of a series.'),
    FETCHED_AT,
  ],
  tmdb_recommendations: [
    TMDB_KEY,
    POSITION,
    given('recommendedKey', 'INTEGER', 'The title that is recommended, by its key.'),
    FETCHED_AT,
  ],
  tmdb_alternative_titles: [
    TMDB_KEY,
    POSITION,
    some('country', 'VARCHAR', 'The country, a code of ISO 3166-1.'),
    some('type', 'VARCHAR', 'What kind of title it is, as TMDB says.'),
    given('title', 'VARCHAR', 'The title as it is known there.'),
    FETCHED_AT,
  ],
  tmdb_collections: [
    given('id', 'INTEGER', "TMDB's number of the collection."),
    some('name', 'VARCHAR', 'The name.'),
    some('overview', 'VARCHAR', 'What it is about.'),
    some('posterPath', 'VARCHAR', 'The path of the poster below the host of pictures.'),
    some('backdropPath', 'VARCHAR', 'The path of the backdrop below the host of pictures.'),
    list('parts', 'INTEGER[]', "TMDB's numbers of its films."),
    FETCHED_AT,
  ],
  tmdb_episodes: [
    { ...TMDB_KEY, meaning: "The series: TMDB's number times two, and one more." },
    given('seasonNumber', 'INTEGER', 'The number of the season; 0 has the specials.'),
    given('episodeNumber', 'INTEGER', 'The number of the episode in its season.'),
    given('id', 'INTEGER', "TMDB's number of the episode."),
    some('title', 'VARCHAR', 'The title.'),
    some('airDate', 'VARCHAR', 'The date of the first broadcast: YYYY-MM-DD.'),
    some('runtimeMinutes', 'INTEGER', 'The running time, in minutes.'),
    FETCHED_AT,
  ],
  tmdb_gone: [
    given('kind', 'VARCHAR', 'MOVIE, TV or PERSON.'),
    given('id', 'INTEGER', "TMDB's number among those of the kind, which TMDB has no more."),
    some('mergedInto', 'INTEGER', 'The number of the same kind that stands for it now, where TMDB says so.'),
    FETCHED_AT,
  ],
};

/** The columns of the tables that the build makes of these. */
export const TMDB_MADE_COLUMNS: Record<TmdbMadeTableName, readonly TableColumn[]> = {
  tmdb_title_links: [
    given('tconst', 'INTEGER', "IMDb's id of the title, as a number."),
    given('tmdbKey', 'INTEGER', 'The same title at TMDB, by its key.'),
  ],
  tmdb_person_links: [
    given('nconst', 'INTEGER', "IMDb's id of the person, as a number."),
    given('id', 'INTEGER', "TMDB's number of the same person."),
  ],
  tmdb_episode_links: [
    given('tconst', 'INTEGER', "IMDb's id of the episode, as a number."),
    given('tmdbKey', 'INTEGER', 'The series at TMDB, by its key.'),
    given('id', 'INTEGER', "TMDB's number of the same episode."),
    given('seasonNumber', 'INTEGER', 'The number of its season at TMDB; 0 has the specials.'),
    given('episodeNumber', 'INTEGER', 'Its number in that season.'),
    given('confidence', 'DOUBLE', 'The probability that it is the same episode, from 0.5 to 1, with four decimals.'),
    some('title', 'VARCHAR', 'Its title at TMDB.'),
    some('airDate', 'VARCHAR', 'The date of its first broadcast: YYYY-MM-DD.'),
    some('runtimeMinutes', 'INTEGER', 'Its running time, in minutes.'),
    FETCHED_AT,
  ],
  tmdb_only_titles: [
    given('tconst', 'INTEGER', 'The key of the title among those of IMDb: a thousand million, and its key at TMDB.'),
    given('titleType', 'VARCHAR', 'movie or tvSeries.'),
    given('isAdult', 'BOOLEAN', 'Whether TMDB calls it an adult title.'),
    some('startYear', 'INTEGER', 'The year of the release, or of the first broadcast.'),
    some('runtimeMinutes', 'INTEGER', 'The running time, in minutes; of a series, that of an episode.'),
    some('primaryTitle', 'VARCHAR', 'The title in English, or else the original one.'),
    some('originalTitle', 'VARCHAR', 'The title in the original language.'),
    given('voteCount', 'INTEGER', "The number of votes of TMDB's users."),
    some('popularity', 'DOUBLE', "TMDB's measure of popularity."),
  ],
  tmdb_only_people: [
    given('nconst', 'INTEGER', "The key of the person among those of IMDb: a thousand million, and TMDB's number."),
    some('primaryName', 'VARCHAR', 'The name.'),
    some('birthYear', 'INTEGER', 'The year of birth.'),
    some('deathYear', 'INTEGER', 'The year of death.'),
    some('popularity', 'DOUBLE', "TMDB's measure of popularity."),
  ],
  tmdb_gone_titles: [
    given('tmdbKey', 'INTEGER', 'The title that TMDB has no more, by its key.'),
    some('mergedInto', 'INTEGER', 'The title that stands for it now, by its key.'),
  ],
  tmdb_gone_people: [
    given('id', 'INTEGER', "TMDB's number of the person whom it has no more."),
    some('mergedInto', 'INTEGER', 'The number of the person who stands for them now.'),
  ],
  tmdb_feature_counts: [
    given(
      'kind',
      'VARCHAR',
      'What is counted: titles with an overview (OVERVIEWS) or keywords (KEYWORDED), with a WORD in the overview, a KEYWORD, or a word in the keywords (KEYWORD_WORD).',
    ),
    given('feature', 'VARCHAR', 'The word, folded, or the keyword; else empty.'),
    given('titles', 'INTEGER', 'The number of titles that TMDB has, and that have a rating.'),
  ],
  tmdb_similar_titles: [
    given('tconst', 'INTEGER', 'The title, as a number.'),
    given('position', 'INTEGER', 'The place in the list of titles that are similar to it, from 1.'),
    given('neighbour', 'INTEGER', 'The similar title, as a number.'),
    given('score', 'DOUBLE', 'The score with what TMDB says, from 0 to 1, with four decimals; the same both ways.'),
  ],
};

/** The columns of the tables of search that have its rows, which are read with IMDb's. */
export const TMDB_SEARCH_COLUMNS: Record<TmdbSearchTableName, readonly TableColumn[]> = {
  tmdb_search_entities: SERVING_COLUMNS.search_entities,
  tmdb_search_texts: SERVING_COLUMNS.search_texts,
  tmdb_search_words: SERVING_COLUMNS.search_words,
};

function given(name: string, type: ColumnType, meaning: string): TableColumn {
  return { name, type, nullable: false, meaning };
}

function some(name: string, type: ColumnType, meaning: string): TableColumn {
  return { name, type, nullable: true, meaning };
}

/** A list; where there is nothing in it, it may be empty or null. */
function list(name: string, type: 'INTEGER[]' | 'VARCHAR[]', meaning: string): TableColumn {
  return { name, type, nullable: true, meaning };
}
