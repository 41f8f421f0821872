import { filesOfTable } from '../../dataset/builds/manifest.ts';
import { buildFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { parquetOf } from '../../duckdb/literal.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import type { Source } from './open-source.ts';

/** The rows of a table whose key is in a range. */
export interface Part {
  table: ExportTable;
  /** First key, the number of an id. */
  from: number;
  /** The key before which it ends; null for the last part. */
  to: number | null;
}

/** Rows of a part at least, but for the last one: some 20 MB of text on the way to an engine. */
export const PART_ROWS = 250_000;

/** The parts of a table in the order of its key, cut where row groups begin, from the statistics of its files. */
export async function partsOf(
  source: Source,
  { table, folders, partRows = PART_ROWS }: { table: ExportTable; folders: Folders; partRows?: number },
): Promise<readonly Part[]> {
  const record = source.manifest.tables.find(({ name }) => name === table.from);
  if (record === undefined) return [];
  const files = parquetOf(
    buildFolder(folders, source.manifest.buildId),
    filesOfTable(record).map(({ file }) => file),
  ).replace('read_parquet', 'parquet_metadata');
  const groups = await source.use(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT stats_min_value::INTEGER, row_group_num_rows::INTEGER FROM ${files} WHERE path_in_schema = $1
       ORDER BY 1`,
      [table.rangeColumn],
    );
    return reader.getRowsJS() as [number | null, number][];
  });
  const starts: number[] = [];
  let rows = partRows;
  for (const [from, count] of groups) {
    if (from === null) continue;
    // A key may stand at the end of one group and the beginning of the next: two parts would begin with it.
    if (rows >= partRows && from !== starts.at(-1)) {
      starts.push(from);
      rows = 0;
    }
    rows += count;
  }
  return starts.map((from, index) => ({ table, from, to: starts[index + 1] ?? null }));
}

/** The condition on the rows of a part, over its Parquet table. */
export function rangeOf({ table: { rangeColumn }, from, to }: Part): string {
  const first = `"${rangeColumn}" >= ${from}`;
  return to === null ? first : `${first} AND "${rangeColumn}" < ${to}`;
}

/** A name of a part that is the same in each run over the same build: `title_akas from 1000`. */
export function partName({ table, from }: Part): string {
  return `${table.name} from ${from}`;
}
