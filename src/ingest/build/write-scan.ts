import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { scanFile } from '../../dataset/layout.ts';
import type { Scan } from '../../dataset/scans.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

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
  const path = join(folder, scanFile(name));
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

/** What a failure has left, so that the index can be made again. What fails here fails for the same reason. */
async function discard(
  database: WorkConnection,
  { building, path }: { building: string; path: string },
): Promise<void> {
  await database.run(`DETACH ${building}`).catch(() => undefined);
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

/** A write-ahead log beside a published database can keep it from opening. */
export async function refuseLeftLog(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    return;
  }
  throw new Failed(`${path}: a write-ahead log is left after the checkpoint`);
}
