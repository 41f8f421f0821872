import { TMDB_MOST_DAYS } from '../../../dataset/sources/tmdb.ts';
import type { Mirror } from './mirror.ts';

export const DAY_MS = 86_400_000;

/** Age at which an answer is fetched again at the latest: ten nights may fail until it is too old to be kept. */
export const REFRESH_DAYS = TMDB_MOST_DAYS - 10;

/** When an answer is due again. */
export function dueAfter(fetchedAt: Date): Date {
  return new Date(fetchedAt.getTime() + REFRESH_DAYS * DAY_MS);
}

/** Answers from before are deleted, and rows of them left out. */
export function tooOldAt(now: Date): Date {
  return new Date(now.getTime() - TMDB_MOST_DAYS * DAY_MS);
}

/**
 * How many answers must be fetched again tonight, the oldest first, so that as many each night suffice: the most of
 * "all that are due by a day, divided by the nights until then". What was fetched in one day is then fetched again in
 * even parts, and not all at once half a year later.
 */
export function refreshesTonight(ages: ReturnType<Mirror['ages']>, now: Date): number {
  const today = Math.floor(now.getTime() / DAY_MS);
  let answers = 0;
  let most = 0;
  for (const age of ages) {
    answers += age.answers;
    const nights = Math.max(1, age.day + REFRESH_DAYS - today);
    most = Math.max(most, Math.ceil(answers / nights));
  }
  return most;
}
