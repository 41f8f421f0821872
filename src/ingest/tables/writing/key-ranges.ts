import type { TableName } from '../../../dataset/tables/table-names.ts';
import { tableList } from './table-files.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

/** Cuts the key into ranges of about so many rows of a written table, from the statistics of row groups: no scan. */
export async function keyRanges(
  database: WorkConnection,
  { table, key, folder, rows }: { table: TableName; key: string; folder: string; rows: number },
): Promise<[from: number, to: number | undefined][]> {
  const groups = await database.rows(
    `SELECT min(least) AS least FROM (
       SELECT stats_min_value::INTEGER AS least, (sum(row_group_num_rows) OVER place - row_group_num_rows) // $2 AS range
       FROM parquet_metadata(${tableList(folder, table)}) WHERE path_in_schema = $1
       WINDOW place AS (ORDER BY file_name, row_group_id)
     ) GROUP BY range ORDER BY range`,
    [key, rows],
  );
  const cuts = [...new Set(groups.map(({ least }) => Number(least)))];
  return cuts.map((from, index) => [from, cuts[index + 1]]);
}
