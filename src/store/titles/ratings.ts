import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import type { RatedTitles } from '../../formats/rated-titles/layout.ts';
import type { Rating } from '../model/model.ts';

/** The ratings of all titles of one build, in memory: 20 bytes for each of a million and a half. */
export interface Ratings {
  /** How many there are. */
  length: number;
  /** The place of a title among those that have a rating; -1 for one without. */
  indexOf(titleId: number): number;
  /** null for a title without a rating. */
  of(titleId: number): Rating | null;
  votesOf(titleId: number): number | null;
  averageOf(titleId: number): number | null;
}

/** Reads them whole, so that an order by votes or rating asks no database for thousands of titles. */
export async function readRatings(pool: Pick<ConnectionPool, 'whole'>): Promise<Ratings> {
  const result = await pool.whole('SELECT tconst, averageRating::DOUBLE, numVotes FROM ratings ORDER BY tconst');
  const ids = new Int32Array(result.rowCount);
  const averages = new Float64Array(result.rowCount);
  const votes = new Int32Array(result.rowCount);
  let row = 0;
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    // A call of DuckDB.
    const { rowCount } = chunk;
    const columns = [0, 1, 2].map((column) => chunk.getColumnVector(column));
    for (let item = 0; item < rowCount; item += 1, row += 1) {
      ids[row] = Number(columns[0]?.getItem(item));
      averages[row] = Number(columns[1]?.getItem(item));
      votes[row] = Number(columns[2]?.getItem(item));
    }
  }
  return ratingsOf({ ids, averages, votes });
}

/** Ratings by columns, in the order of the ids. */
export function ratingsOf({ ids, averages, votes }: Pick<RatedTitles, 'ids' | 'averages' | 'votes'>): Ratings {
  const indexOf = findIn(ids);
  return {
    length: ids.length,
    indexOf,
    of(titleId) {
      const at = indexOf(titleId);
      return at === -1 ? null : { average: averages[at] ?? 0, votes: votes[at] ?? 0, titleId };
    },
    votesOf(titleId) {
      const at = indexOf(titleId);
      return at === -1 ? null : (votes[at] ?? null);
    },
    averageOf(titleId) {
      const at = indexOf(titleId);
      return at === -1 ? null : (averages[at] ?? null);
    },
  };
}

/**
 * Finds the place of an id among ids in ascending order, -1 where it is not there. Most are not, which one bit for each
 * id that there could be says, few enough of them to stay in the processor's cache. Ids that begin with the same bits
 * stand together, a few of them, and a list says where: looking among them takes a tenth of a search by halves over all,
 * and a credit list by votes looks hundreds of times.
 */
function findIn(ids: Int32Array): (id: number) => number {
  const greatest = ids.at(-1) ?? 0;
  let shift = 0;
  while (greatest >> shift > ids.length) shift += 1;
  const known = new Uint8Array((greatest >> 3) + 1);
  const starts = new Int32Array((greatest >> shift) + 2);
  for (const id of ids) {
    known[id >> 3] = (known[id >> 3] ?? 0) | (1 << (id & 7));
    starts[(id >> shift) + 1] = (starts[(id >> shift) + 1] ?? 0) + 1;
  }
  for (let group = 1; group < starts.length; group += 1)
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  return (id) => {
    if (id < 0 || ((known[id >> 3] ?? 0) & (1 << (id & 7))) === 0) return -1;
    let low = starts[id >> shift] ?? 0;
    let high = (starts[(id >> shift) + 1] ?? 0) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
}
