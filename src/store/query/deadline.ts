import { isTurnOver, nextTurn } from '../../process/turns.ts';
import { tooLong } from '../../duckdb/too-long.ts';

/** The most that work in this thread may take. */
export interface Deadline {
  /**
   * For work that takes turns with other requests, and began then by `performance.now`: settles when it may go on.
   * @throws ClientError `QUERY_TIMEOUT`, or the reason for which nobody waits any more.
   */
  goOn(began: number): Promise<void>;
}

export function createDeadline(timeoutMs: number): Deadline {
  return {
    async goOn(began) {
      if (isTurnOver()) await nextTurn();
      if (performance.now() - began > timeoutMs) throw tooLong();
    },
  };
}
