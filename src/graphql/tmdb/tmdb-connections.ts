import { connectionType } from '../lists/connection.ts';
import { TmdbAlternativeTitleRef, TmdbCreditRef, TmdbRelatedTitleRef } from './tmdb-refs.ts';

/** The largest page of credits is that of IMDb's credits; TMDB's lists of them are longer. */
export const TmdbCreditConnectionRef = connectionType(
  { name: 'TmdbCredit', ref: TmdbCreditRef },
  { rows: "credits of TMDB's", counted: 'Number of credits that match the arguments, on all pages.' },
);
export const TmdbRelatedTitleConnectionRef = connectionType(
  { name: 'TmdbRelatedTitle', ref: TmdbRelatedTitleRef },
  { rows: "titles of TMDB's", counted: 'Number of titles, on all pages.' },
);
export const TmdbAlternativeTitleConnectionRef = connectionType(
  { name: 'TmdbAlternativeTitle', ref: TmdbAlternativeTitleRef },
  { rows: "alternative titles of TMDB's", counted: 'Number of alternative titles, on all pages.' },
);
