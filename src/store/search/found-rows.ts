import type { JS } from '@duckdb/node-api';

import { MATCHES } from '../../dataset/search-scans.ts';
import type { MatchedOn } from '../model.ts';
import type { ScanReader } from '../scan-reader.ts';

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

const TIER_STEP = 10_000_000;
const MATCH_STEP = 1_000_000;

/** Whether a text is one of the other titles, as a condition on the postings. */
export const IS_AKA = `text % ${MATCHES.length} = ${MATCHES.indexOf('AKA')}`;

/** The SQL of an integer that is least for the best text: by tier, then by kind, then by the number of the aka. */
export function bestOf(tier: string): string {
  return `((${tier}) * ${TIER_STEP} + text % ${MATCHES.length} * ${MATCH_STEP} + text // ${MATCHES.length})::INTEGER`;
}

export const TIER_OF_BEST = `best // ${TIER_STEP}`;

/** The same text as the postings number it. */
export function textOf({ matchedOn, ordering }: Pick<FoundRow, 'matchedOn' | 'ordering'>): number {
  return ordering * MATCHES.length + (MATCHES as readonly MatchedOn[]).indexOf(matchedOn);
}

/** What rows of `best, rank` are of, in their order. */
export async function foundRows(scan: ScanReader, rows: readonly JS[][]): Promise<FoundRow[]> {
  if (rows.length === 0) return [];
  const ranks = rows.map(([, rank]) => Number(rank));
  const found = await scan.rows(`SELECT rank, person, id FROM search_ranks WHERE rank IN (${ranks.join(', ')})`, []);
  const ofRank = new Map(
    found.map(([rank, person, id]) => [Number(rank), { person: person === true, id: Number(id) }]),
  );
  return rows.flatMap(([best, rank]) => {
    const entity = ofRank.get(Number(rank));
    return entity === undefined ? [] : [{ ...placeOf(Number(best)), rank: Number(rank), ...entity }];
  });
}

function placeOf(best: number): Pick<FoundRow, 'tier' | 'matchedOn' | 'ordering'> {
  return {
    tier: Math.floor(best / TIER_STEP),
    matchedOn: MATCHES[Math.floor((best % TIER_STEP) / MATCH_STEP)] as MatchedOn,
    ordering: best % MATCH_STEP,
  };
}
