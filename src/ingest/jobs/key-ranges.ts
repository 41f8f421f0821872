import { join } from 'node:path';

import { tableFile } from '../../dataset/builds/layout.ts';
import type { TableName } from '../../dataset/tables/tables.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

/** Cuts the key into ranges of so many row groups of the Parquet file, from their statistics: no scan. */
export async function keyRanges(
  database: WorkConnection,
  { table, key, folder, rowGroups }: { table: TableName; key: string; folder: string; rowGroups: number },
): Promise<[from: number, to: number | undefined][]> {
  const groups = await database.rows(
    `SELECT stats_min_value::INTEGER AS least FROM parquet_metadata(${literal(join(folder, tableFile(table)))})
     WHERE path_in_schema = $1 ORDER BY row_group_id`,
    [key],
  );
  const cuts = [...new Set(groups.filter((_, index) => index % rowGroups === 0).map(({ least }) => Number(least)))];
  return cuts.map((from, index) => [from, cuts[index + 1]]);
}
