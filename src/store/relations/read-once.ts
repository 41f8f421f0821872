import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { isTurnOver, nextTurn } from '../../process/turns.ts';

/**
 * Puts all rows of a SELECT into a table in memory when they are asked for first, and keeps it. Turns of others are
 * let in between.
 */
export function readOnce<Table>(
  pool: Pick<ConnectionPool, 'whole'>,
  { select, empty, add }: { select: string; empty: () => Table; add: (table: Table, row: readonly unknown[]) => void },
): () => Promise<Table> {
  let read: Promise<Table> | undefined;
  return () => {
    read ??= readAll().catch((error: unknown) => {
      // The next one may find it readable.
      read = undefined;
      throw error;
    });
    return read;
  };

  async function readAll(): Promise<Table> {
    const result = await pool.whole(select);
    const table = empty();
    for (let index = 0; index < result.chunkCount; index += 1) {
      const chunk = result.getChunk(index);
      // Each of these is a call of DuckDB.
      const { columnCount, rowCount } = chunk;
      const columns = Array.from({ length: columnCount }, (_, column) => chunk.getColumnVector(column));
      for (let row = 0; row < rowCount; row += 1)
        add(
          table,
          columns.map((column) => column.getItem(row)),
        );
      if (isTurnOver()) await nextTurn();
    }
    return table;
  }
}
