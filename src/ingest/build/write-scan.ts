import { join } from 'node:path';

import { lookupFile } from '../../dataset/layout.ts';
import type { Scan } from '../../dataset/scans.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';
import { discard, refuseLeftLog } from './write-lookup.ts';

/** DuckDB's own. */
const ROW_GROUP = 122_880;

/**
 * Writes the index of one scan: its view, sorted, made into a table in a DuckDB file of its own. Answers with the
 * number of rows.
 */
export async function writeScan(
  database: WorkConnection,
  { scan, folder }: { scan: Scan; folder: string },
): Promise<number> {
  const { name, view, sortedBy, rowGroup = ROW_GROUP } = scan;
  const path = join(folder, lookupFile(name));
  const building = `building_${name}`;
  try {
    await database.run(`ATTACH ${literal(path)} AS ${building} (ROW_GROUP_SIZE ${rowGroup})`);
    await database.run(`CREATE TABLE ${building}.${name} AS SELECT * FROM (${view}) ORDER BY ${sortedBy.join(', ')}`);
    const [row] = await database.rows(`SELECT count(*) AS rows FROM ${building}.${name}`);
    await database.run(`CHECKPOINT ${building}`);
    await database.run(`DETACH ${building}`);
    await refuseLeftLog(`${path}.wal`);
    return Number(row?.rows);
  } catch (error) {
    await discard(database, { building, path });
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  }
}
