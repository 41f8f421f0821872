import type { ExportValue } from '../shape/values.ts';
import type { Source } from './open-source.ts';
import { rangeOf } from './parts.ts';
import type { Part } from './parts.ts';

export interface ReadOptions {
  part: Part;
  condition: string;
  /** DuckDB's SQL of each column, in order. */
  values: readonly string[];
}

/**
 * Reads the rows of a part in the order of the key, some two thousand at a time. The result is materialised before the
 * first row comes: DuckDB's streams may end early without an error.
 */
export async function readRows(
  source: Source,
  { part, condition, values }: ReadOptions,
  onRows: (rows: readonly (readonly ExportValue[])[]) => void | Promise<void>,
): Promise<void> {
  const { table } = part;
  await source.use(async (connection) => {
    const order = table.key.map((_, index) => index + 1).join(', ');
    const result = await connection.run(
      `SELECT ${values.join(', ')} FROM ${table.from} WHERE ${rangeOf(part)} AND ${condition} ORDER BY ${order}`,
    );
    for (let index = 0; index < result.chunkCount; index += 1) {
      await onRows(result.getChunk(index).getRows() as unknown as ExportValue[][]);
    }
  });
}
