import type { Condition } from './conditions.ts';
import type { ScanReader } from './scan-reader.ts';

/** Values and how many rows have each, from a query of these two columns. */
export async function facetRows(scan: ScanReader, { sql, values }: Condition): Promise<(readonly [string, number])[]> {
  const rows = await scan.rows(sql, values);
  return rows.map(([value, count]) => [`${value as string | number}`, Number(count)]);
}
