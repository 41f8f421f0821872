import { join } from 'node:path';

import { lookupFile } from '../../dataset/layout.ts';
import type { Scan } from '../../dataset/scans.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';
import { discard, inRange, keyRanges, refuseLeftLog } from './write-lookup.ts';

/** Row groups of the Parquet table in one range: about twelve million rows. */
const RANGE_ROW_GROUPS = 96;

/**
 * Writes the index of one scan: its view, sorted, made into a table in a DuckDB file of its own. Answers with the
 * number of rows.
 */
export async function writeScan(
  database: WorkConnection,
  { scan, folder }: { scan: Scan; folder: string },
): Promise<number> {
  const { name, view, sortedBy, inRangesOf } = scan;
  const path = join(folder, lookupFile(name));
  const building = `building_${name}`;
  try {
    await database.run(`ATTACH ${literal(path)} AS ${building}`);
    const order = `ORDER BY ${sortedBy.join(', ')}`;
    if (inRangesOf === undefined) {
      await database.run(`CREATE TABLE ${building}.${name} AS SELECT * FROM (${view}) ${order}`);
    } else {
      const { table, key } = inRangesOf;
      await database.run(`CREATE TABLE ${building}.${name} AS SELECT * FROM (${view}) LIMIT 0`);
      await database.run('BEGIN');
      for (const [from, to] of await keyRanges(database, { table, key, folder, rowGroups: RANGE_ROW_GROUPS })) {
        await database.run(
          `INSERT INTO ${building}.${name} SELECT * FROM (${view}) WHERE ${inRange(key, to)} ${order}`,
          to === undefined ? [from] : [from, to],
        );
      }
      await database.run('COMMIT');
    }
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
