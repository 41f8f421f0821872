import type { ForeignKey } from '../engines/engine.ts';
import { exportTableNamed } from '../shape/every-table.ts';
import type { ExportTable, ExportTableName } from '../shape/export-tables.ts';
import { conditionOf, referencesOf } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import type { Source } from '../source/open-source.ts';

/** The references that all rows of a selection honour. */
export async function honouredKeys(
  source: Source,
  { selection, tables }: { selection: Selection; tables: readonly ExportTable[] },
): Promise<ForeignKey[]> {
  const isThere = (name: ExportTableName): boolean => tables.some((table) => table.name === name);
  const keys: ForeignKey[] = [];
  for (const table of tables) {
    for (const { column, to, holds } of referencesOf(table.from, selection)) {
      const other = exportTableNamed(to);
      if (other === undefined || !isThere(to)) continue;
      const isHonoured = await source.use(async (connection) => {
        const reader = await connection.runAndReadAll(
          `SELECT count(*) FROM (SELECT 1 FROM ${table.from} WHERE (${conditionOf(table, selection)}) AND NOT (${holds}) LIMIT 1)`,
        );
        return Number(reader.getRowsJS()[0]?.[0]) === 0;
      });
      if (isHonoured) keys.push({ table, column, to: other });
    }
  }
  return keys;
}
