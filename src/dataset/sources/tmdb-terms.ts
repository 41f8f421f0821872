import { TMDB_MOST_DAYS } from './tmdb.ts';

/** The sentence that TMDB requires of every product that uses its data. */
export const TMDB_ATTRIBUTION = 'This product uses the TMDB API but is not endorsed or certified by TMDB.';

/** TMDB's terms of use, in one sentence. */
export const TMDB_LICENCE =
  "TMDB API: non-commercial use only, with TMDB's attribution and logo, and nothing kept for more than six months " +
  '(https://www.themoviedb.org/api-terms-of-use).';

/** The time before which TMDB's data is too old to be kept, in ISO 8601, UTC, as `fetchedAt` is written. */
export function tmdbExpiry(now: Date): string {
  return new Date(now.getTime() - TMDB_MOST_DAYS * 24 * 60 * 60 * 1000).toISOString();
}
