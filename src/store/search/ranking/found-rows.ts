import type { JS } from '@duckdb/node-api';

import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import type { MatchedOn } from '../../model/model.ts';
import type { Queries } from '../../query/queries.ts';

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

/** Where a page begins or ends. */
export type Place = readonly [tier: number, rank: number];

const TIER_STEP = 10_000_000;
const MATCH_STEP = 1_000_000;

/** Whether a text is one of the other titles, as a condition on the postings. */
export const IS_AKA = `text % ${MATCHES.length} = ${MATCHES.indexOf('AKA')}`;

/** The SQL of an integer that is least for the best text: by tier, then by kind, then by the number of the aka. */
export function bestOf(tier: string): string {
  return `((${tier}) * ${TIER_STEP} + text % ${MATCHES.length} * ${MATCH_STEP} + text // ${MATCHES.length})::INTEGER`;
}

export const TIER_OF_BEST = `best // ${TIER_STEP}`;

/** What rows of `best, rank` are of, in their order. */
export async function foundRows(scan: Queries, rows: readonly JS[][]): Promise<FoundRow[]> {
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
