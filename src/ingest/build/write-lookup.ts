import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { lookupFile, tableFile } from '../../dataset/layout.ts';
import type { Lookup } from '../../dataset/lookups.ts';
import type { TableName } from '../../dataset/tables.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

/** Row groups of the Parquet table in one range: about a million and a half rows, so that memory does not grow with the data. */
const RANGE_ROW_GROUPS = 12;

/** Rows in a row group of the index. Each range leaves some half full, which DuckDB joins with others: small ones cost less. */
const INDEX_ROW_GROUP = 24_576;

/**
 * Writes the index of one lookup: its view made into a table with an index on the key, in a DuckDB file of its
 * own. Made range by range of the key, in no order inside of one: sorting would take half the time again. Answers with the number of documents.
 */
export async function writeLookup(
  database: WorkConnection,
  { lookup, folder }: { lookup: Lookup; folder: string },
): Promise<number> {
  const { name, key, shape } = lookup;
  const path = join(folder, lookupFile(name));
  // Several lookups are made at a time in one DuckDB.
  const building = `building_${name}`;
  try {
    await database.run(`ATTACH ${literal(path)} AS ${building} (ROW_GROUP_SIZE ${INDEX_ROW_GROUP})`);
    await database.run(`CREATE TABLE ${building}.${name} AS SELECT * FROM (${lookup.view}) LIMIT 0`);
    // In one transaction: after each of several, DuckDB would write again some of what it has written.
    await database.run('BEGIN');
    for (const [from, to] of await keyRanges(database, { ...lookup, folder, rowGroups: RANGE_ROW_GROUPS })) {
      await database.run(
        `INSERT INTO ${building}.${name} SELECT * FROM (${lookup.view}) WHERE ${inRange(key, to)}`,
        to === undefined ? [from] : [from, to],
      );
    }
    await database.run('COMMIT');
    await database.run(`CREATE ${shape === 'card' ? 'UNIQUE ' : ''}INDEX ${name}_key ON ${building}.${name} (${key})`);
    const [row] = await database.rows(`SELECT count(DISTINCT ${key}) AS documents FROM ${building}.${name}`);
    await database.run(`CHECKPOINT ${building}`);
    await database.run(`DETACH ${building}`);
    await refuseLeftLog(`${path}.wal`);
    return Number(row?.documents);
  } catch (error) {
    await discard(database, { building, path });
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** What a failure has left, so that the lookup can be made again. What fails here fails for the same reason. */
export async function discard(
  database: WorkConnection,
  { building, path }: { building: string; path: string },
): Promise<void> {
  for (const sql of ['ROLLBACK', `DETACH ${building}`]) await database.run(sql).catch(() => undefined);
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

/** The condition of one range, whose values are `[from, to]`, or `[from]` for the last. */
export function inRange(key: string, to: number | undefined): string {
  return to === undefined ? `${key} >= $1` : `${key} >= $1 AND ${key} < $2`;
}

/** Cuts the key into ranges of so many row groups of the Parquet file, from their statistics: no scan. */
export async function keyRanges(
  database: WorkConnection,
  { table, key, folder, rowGroups }: { table: TableName; key: string; folder: string; rowGroups: number },
): Promise<[number, number | undefined][]> {
  const groups = await database.rows(
    `SELECT stats_min_value::INTEGER AS least FROM parquet_metadata(${literal(join(folder, tableFile(table)))})
     WHERE path_in_schema = $1 ORDER BY row_group_id`,
    [key],
  );
  const cuts = [...new Set(groups.filter((_, index) => index % rowGroups === 0).map(({ least }) => Number(least)))];
  return cuts.map((from, index) => [from, cuts[index + 1]]);
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
