import type { DuckDBConnection } from '@duckdb/node-api';

import type { Rating } from './model.ts';

/** The ratings of all titles of one build, in memory: 16 bytes for each of a million and a half. */
export interface Ratings {
  /** null for a title without one. */
  of(titleId: number): Rating | null;
}

/** Reads them whole, so that an order by votes or rating asks no database for thousands of titles. */
export async function readRatings(connection: DuckDBConnection): Promise<Ratings> {
  const result = await connection.run('SELECT tconst, averageRating::DOUBLE, numVotes FROM ratings ORDER BY tconst');
  const ids = new Int32Array(result.rowCount);
  const averages = new Float64Array(result.rowCount);
  const votes = new Int32Array(result.rowCount);
  let row = 0;
  for (let index = 0; index < result.chunkCount; index += 1) {
    const chunk = result.getChunk(index);
    const columns = [0, 1, 2].map((column) => chunk.getColumnVector(column));
    for (let item = 0; item < chunk.rowCount; item += 1, row += 1) {
      ids[row] = Number(columns[0]?.getItem(item));
      averages[row] = Number(columns[1]?.getItem(item));
      votes[row] = Number(columns[2]?.getItem(item));
    }
  }
  return {
    of(titleId) {
      const at = positionOf(ids, titleId);
      return at === -1 ? null : { average: averages[at] ?? 0, votes: votes[at] ?? 0 };
    },
  };
}

/** By halves: the ids are in order. */
function positionOf(ids: Int32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
