import type { CanonicalTableName } from '../../dataset/tables/tables.ts';
import { constKey, constList, flag, integer, jsonList, rating, text, word, wordList } from './columns.ts';
import type { Column } from './columns.ts';

/** The typed columns of the canonical tables: IMDb's names, ids as integers, lists as lists. */
export const CANONICAL_COLUMNS: Record<CanonicalTableName, readonly Column[]> = {
  titles: [
    constKey('tconst'),
    word('titleType', { required: true }),
    text('primaryTitle'),
    text('originalTitle'),
    flag('isAdult'),
    integer('startYear'),
    integer('endYear'),
    integer('runtimeMinutes'),
    wordList('genres', ','),
  ],
  akas: [
    constKey('tconst', { from: 'titleId' }),
    integer('ordering', { required: true }),
    text('title'),
    word('region'),
    word('language'),
    wordList('types', '\u0002'),
    wordList('attributes', '\u0002'),
    flag('isOriginalTitle'),
  ],
  crew: [constKey('tconst'), constList('directors', 'nm'), constList('writers', 'nm')],
  episodes: [constKey('tconst'), constKey('parentTconst'), integer('seasonNumber'), integer('episodeNumber')],
  principals: [
    constKey('tconst'),
    integer('ordering', { required: true }),
    constKey('nconst'),
    word('category', { required: true }),
    text('job'),
    jsonList('characters'),
  ],
  ratings: [constKey('tconst'), rating('averageRating'), integer('numVotes', { required: true })],
  names: [
    constKey('nconst'),
    text('primaryName'),
    integer('birthYear', { negative: true }),
    integer('deathYear', { negative: true }),
    wordList('primaryProfession', ','),
    constList('knownForTitles', 'tt'),
  ],
};
