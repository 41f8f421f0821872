import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { sortedTableFile } from '../../dataset/builds/paths.ts';
import type { SortedTable } from '../../dataset/indexes/sorted-table.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import { keyRanges } from '../tables/writing/key-ranges.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';

/** Rows of the Parquet table in one range. */
const RANGE_ROWS = 12_000_000;

/**
 * Writes one sorted table: its view, sorted, in a DuckDB file of its own. Answers with the
 * number of rows.
 */
export async function writeSortedTable(
  database: WorkConnection,
  { sortedTable, folder }: { sortedTable: SortedTable; folder: string },
): Promise<number> {
  const { name, view } = sortedTable;
  const path = join(folder, sortedTableFile(name));
  const building = `building_${name}`;
  try {
    await database.run(`ATTACH ${literal(path)} AS ${building}`);
    await database.run(`CREATE TABLE ${building}.${name} AS SELECT * FROM (${view}) LIMIT 0`);
    await fill(database, { sortedTable, folder, into: `${building}.${name}` });
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

async function fill(
  database: WorkConnection,
  { sortedTable, folder, into }: { sortedTable: SortedTable; folder: string; into: string },
): Promise<void> {
  const { view, sortedBy, inRangesOf } = sortedTable;
  const order = `ORDER BY ${sortedBy.join(', ')}`;
  if (inRangesOf === undefined) {
    await database.run(`INSERT INTO ${into} SELECT * FROM (${view}) ${order}`);
    return;
  }
  const { key } = inRangesOf;
  // In one transaction: after each of several, DuckDB would write again some of what it has written.
  await database.run('BEGIN');
  for (const [from, to] of await keyRanges(database, { ...inRangesOf, folder, rows: RANGE_ROWS })) {
    const range = to === undefined ? `${key} >= $1` : `${key} >= $1 AND ${key} < $2`;
    const values = to === undefined ? [from] : [from, to];
    await database.run(`INSERT INTO ${into} SELECT * FROM (${view}) WHERE ${range} ${order}`, values);
  }
  await database.run('COMMIT');
}

/** What a failure has left, so that the index can be made again. What fails here fails for the same reason. */
async function discard(
  database: WorkConnection,
  { building, path }: { building: string; path: string },
): Promise<void> {
  for (const sql of ['ROLLBACK', `DETACH ${building}`]) await database.run(sql).catch(() => undefined);
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

/** A write-ahead log beside a published database can keep it from opening. */
async function refuseLeftLog(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    return;
  }
  throw new Failed(`${path}: a write-ahead log is left after the checkpoint`);
}
