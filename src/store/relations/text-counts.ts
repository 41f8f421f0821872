import { TextCountTable } from '../../dataset/similarity/text-counts.ts';
import type { TextCountKind, TextCounts } from '../../dataset/similarity/text-counts.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { readOnce } from './read-once.ts';

/** How many titles have what TMDB says, in one build: some 100 bytes for each word and keyword. */
export type ReadTextCounts = () => Promise<TextCounts>;

export function createTextCounts(pool: Pick<ConnectionPool, 'whole'>): ReadTextCounts {
  return readOnce(pool, {
    select: 'SELECT kind, feature, titles FROM tmdb_feature_counts',
    empty: () => new TextCountTable(),
    add(table, [kind, feature, titles]) {
      table.add(kind as TextCountKind, { feature: feature as string, titles: titles as number });
    },
  });
}
