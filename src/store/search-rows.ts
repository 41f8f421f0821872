import type { JS } from '@duckdb/node-api';

import type { MatchedOn } from './model.ts';

/** How a text fits the query, best first; each tier is sorted by popularity. */
export const TIER = { EXACT: 1, PREFIX: 2, WORDS: 3, AKA: 4, INSIDE: 9, NEAR: 11 } as const;

/**
 * What is added to a tier for a title of another year than the one in the query. Whole words come before parts and
 * near spellings whatever the year.
 */
export const OTHER_YEAR = { WORDS: 4, NEARBY: 1 } as const;

/** The score of each tier, from 1. */
export const SCORES = [1, 0.9, 0.8, 0.7, 0.6, 0.55, 0.5, 0.45, 0.3, 0.25, 0.15, 0.1] as const;

/** One thing found, by the best of its texts. */
export interface FoundRow {
  tier: number;
  /** Its place by popularity in its build. */
  rank: number;
  person: boolean;
  id: number;
  matchedOn: MatchedOn;
  /** Of the aka that matched; 0 for other texts. */
  ordering: number;
}

const MATCHES = ['PRIMARY', 'ORIGINAL', 'AKA', 'NAME'] as const;

const TIER_STEP = 10_000_000;
const MATCH_STEP = 1_000_000;

/** The SQL of an integer that is least for the best text: by tier, then by kind, then by the number of the aka. */
export function bestOf(tier: string): string {
  const kinds = MATCHES.map((match, index) => `WHEN '${match}' THEN ${index}`).join(' ');
  return `((${tier}) * ${TIER_STEP} + CASE matchedOn ${kinds} END * ${MATCH_STEP} + ordering)::INTEGER`;
}

export const TIER_OF_BEST = `best // ${TIER_STEP}`;

/** A row of `best, rank, person, id`. */
export function foundRow([best, rank, person, id]: readonly JS[]): FoundRow {
  const number = Number(best);
  return {
    tier: Math.floor(number / TIER_STEP),
    rank: Number(rank),
    person: person === true,
    id: Number(id),
    matchedOn: MATCHES[Math.floor((number % TIER_STEP) / MATCH_STEP)] as MatchedOn,
    ordering: number % MATCH_STEP,
  };
}
