import type { DuckDBMaterializedResult } from '@duckdb/node-api';

import { FeatureTable } from '../../dataset/similarity/feature-counts.ts';
import type { CountedKind, FeatureCounts } from '../../dataset/similarity/feature-counts.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { isTurnOver, nextTurn } from '../../process/turns.ts';

/** The counts of one build: read when they are asked for first, and kept, some 20 bytes for each word and person. */
export type ReadFeatureCounts = () => Promise<FeatureCounts>;

export function createFeatureCounts(pool: Pick<ConnectionPool, 'whole'>): ReadFeatureCounts {
  let read: Promise<FeatureCounts> | undefined;
  return () => {
    read ??= readCounts(pool).catch((error: unknown) => {
      // The next one may find it readable.
      read = undefined;
      throw error;
    });
    return read;
  };
}

async function readCounts(pool: Pick<ConnectionPool, 'whole'>): Promise<FeatureCounts> {
  const result = await pool.whole('SELECT kind, feature, person, titles FROM feature_counts');
  const table = new FeatureTable();
  for (let index = 0; index < result.chunkCount; index += 1) {
    addChunk(table, result, index);
    if (isTurnOver()) await nextTurn();
  }
  return table;
}

function addChunk(table: FeatureTable, result: DuckDBMaterializedResult, index: number): void {
  const chunk = result.getChunk(index);
  // A call of DuckDB.
  const { rowCount } = chunk;
  const [kinds, features, people, counts] = [0, 1, 2, 3].map((column) => chunk.getColumnVector(column));
  for (let row = 0; row < rowCount; row += 1) {
    table.add(kinds?.getItem(row) as CountedKind, {
      feature: features?.getItem(row) as string,
      person: people?.getItem(row) as number,
      titles: counts?.getItem(row) as number,
    });
  }
}
