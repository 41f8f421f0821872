import type { CanonicalTableName } from '../../dataset/tables.ts';
import { constKey, constList, decimal, flag, integer, jsonList, text, textList } from './columns.ts';
import type { Column } from './columns.ts';

/** The typed columns of the canonical tables: IMDb's names, ids as integers, lists as lists. */
export const CANONICAL_COLUMNS: Record<CanonicalTableName, readonly Column[]> = {
  titles: [
    constKey('tconst'),
    text('titleType', { required: true }),
    text('primaryTitle'),
    text('originalTitle'),
    flag('isAdult'),
    integer('startYear'),
    integer('endYear'),
    integer('runtimeMinutes'),
    textList('genres', ','),
  ],
  akas: [
    constKey('tconst', { from: 'titleId' }),
    integer('ordering', { required: true }),
    text('title'),
    text('region'),
    text('language'),
    textList('types', '\u0002'),
    textList('attributes', '\u0002'),
    flag('isOriginalTitle'),
  ],
  crew: [constKey('tconst'), constList('directors', 'nm'), constList('writers', 'nm')],
  episodes: [constKey('tconst'), constKey('parentTconst'), integer('seasonNumber'), integer('episodeNumber')],
  principals: [
    constKey('tconst'),
    integer('ordering', { required: true }),
    constKey('nconst'),
    text('category', { required: true }),
    text('job'),
    jsonList('characters'),
  ],
  ratings: [constKey('tconst'), decimal('averageRating'), integer('numVotes', { required: true })],
  names: [
    constKey('nconst'),
    text('primaryName'),
    integer('birthYear'),
    integer('deathYear'),
    textList('primaryProfession', ','),
    constList('knownForTitles', 'tt'),
  ],
};
