import type { ExportTable } from '../shape/export-tables.ts';
import { conditionOf } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import type { Source } from '../source/open-source.ts';

/** Counts the texts and words that hold the sign NUL; of a list each one counts. */
export async function countNuls(
  source: Source,
  { tables, selection }: { tables: readonly ExportTable[]; selection: Selection },
): Promise<number> {
  let count = 0;
  for (const table of tables) {
    const counts = table.columns.flatMap(({ from, content: { kind } }) => {
      if (kind === 'text' || kind === 'long text' || kind === 'word')
        return [`count(*) FILTER (contains("${from}", chr(0)))`];
      if (kind === 'text list' || kind === 'word list') {
        return [`coalesce(sum(len(list_filter("${from}", lambda text: contains(text, chr(0))))), 0)`];
      }
      return [];
    });
    if (counts.length === 0) continue;
    count += await source.use(async (connection) => {
      const reader = await connection.runAndReadAll(
        `SELECT ${counts.join(' + ')} FROM ${table.from} WHERE ${conditionOf(table, selection)}`,
      );
      return Number(reader.getRowsJS()[0]?.[0]);
    });
  }
  return count;
}
