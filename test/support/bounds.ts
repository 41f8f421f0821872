import type { QueryBounds } from '../../src/http/engine/query-engine.ts';

/** The bounds of queries as they are by default. */
export const BOUNDS: QueryBounds = {
  cost: { mode: 'enforce', most: 2_000_000 },
  answer: { objects: 500_000, bytes: 32 << 20 },
  answerMs: 60_000,
};
