import { FeatureTable } from '../../dataset/similarity/feature-counts.ts';
import type { CountedKind, FeatureCounts } from '../../dataset/similarity/feature-counts.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { readOnce } from './read-once.ts';

/** The counts of one build: read when they are asked for first, and kept, some 20 bytes for each word and person. */
export type ReadFeatureCounts = () => Promise<FeatureCounts>;

export function createFeatureCounts(pool: Pick<ConnectionPool, 'whole'>): ReadFeatureCounts {
  return readOnce(pool, {
    select: 'SELECT kind, feature, person, titles FROM feature_counts',
    empty: () => new FeatureTable(),
    add(table, [kind, feature, person, titles]) {
      table.add(kind as CountedKind, {
        feature: feature as string,
        person: person as number,
        titles: titles as number,
      });
    },
  });
}
