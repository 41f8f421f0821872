import { TMDB_MOST_DAYS } from './tmdb.ts';

/** The sentence that TMDB requires of every product that uses its data. No other file of the program has its words. */
const SENTENCE = 'This product uses the TMDB API but is not endorsed or certified by TMDB';

/** The same with its full stop, as it is shown. */
export const TMDB_ATTRIBUTION = `${SENTENCE}.`;

/** What TMDB requires, for descriptions in the schema. */
export const TMDB_NOTICE = `${SENTENCE}; whoever shows its data shows that sentence, which extensions.dataset.attributions has, and TMDB's logo.`;

/** One of the logos that TMDB approves of, which stands beside the sentence: an SVG of 273 by 36. */
export const TMDB_LOGO_URL =
  'https://www.themoviedb.org/assets/2/v4/logos/v2/blue_short-8e7b30f73a4020692ccca9c88bafe5dcb6f8a62a4c6bc55cd9ba82bb2cd95f6c.svg';

/** TMDB's terms of use, in one sentence. */
export const TMDB_LICENCE =
  "TMDB API: non-commercial use only, with TMDB's attribution and logo, and nothing kept for more than six months " +
  '(https://www.themoviedb.org/api-terms-of-use).';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day by which something of TMDB's has to be fetched again or deleted, `YYYY-MM-DD`, by the time it was fetched at. */
export function tmdbKeepUntil(fetchedAt: string): string {
  return new Date(Date.parse(fetchedAt) + TMDB_MOST_DAYS * DAY_MS).toISOString().slice(0, 10);
}

/** The time before which TMDB's data is too old to be kept, in ISO 8601, UTC, as `fetchedAt` is written. */
export function tmdbExpiry(now: Date): string {
  return new Date(now.getTime() - TMDB_MOST_DAYS * DAY_MS).toISOString();
}
