import type { TmdbCredit } from '../../store/tmdb/tmdb-credits.ts';
import type { TmdbAlternativeTitle, TmdbCollection, TmdbPlace } from '../../store/tmdb/tmdb-lists.ts';
import type { TmdbPerson } from '../../store/tmdb/tmdb-people.ts';
import type { TmdbTitle } from '../../store/tmdb/tmdb-titles.ts';
import { builder } from '../base/builder.ts';

/** A collection, of which a title says no more than number and name, as long as it was not fetched itself. */
export type CollectionValue = Pick<TmdbCollection, 'id' | 'name'> & { full: TmdbCollection | null };

export const TmdbTitleRef = builder.objectRef<TmdbTitle>('TmdbTitle');
export const TmdbPersonRef = builder.objectRef<TmdbPerson>('TmdbPerson');
export const TmdbCreditRef = builder.objectRef<TmdbCredit>('TmdbCredit');
export const TmdbCollectionRef = builder.objectRef<CollectionValue>('TmdbCollection');
export const TmdbRelatedTitleRef = builder.objectRef<TmdbPlace>('TmdbRelatedTitle');
export const TmdbAlternativeTitleRef = builder.objectRef<TmdbAlternativeTitle>('TmdbAlternativeTitle');
