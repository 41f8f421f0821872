import { join } from 'node:path';
import { rm } from 'node:fs/promises';

import { documentsFile, tableFile } from '../../dataset/layout.ts';
import type { Lookup } from '../../dataset/lookups.ts';
import { inThread } from '../in-thread.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { keyRanges } from './key-ranges.ts';
import type { Packed } from './block-writer.ts';
import { finishDocuments } from './finish-documents.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

/** Row groups of the Parquet table in one range: about a million and a half rows, whose text is packed before it gets to the disk. */
const RANGE_ROW_GROUPS = 12;

/**
 * Writes the documents of one lookup, range by range of the key. Answers with the number of documents.
 */
export async function writeLookup(
  database: WorkConnection,
  { lookup, folder, signal }: { lookup: Lookup; folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  const { name, key, numbers } = lookup;
  const path = join(folder, documentsFile(name));
  const pack = numbers.length > 0 ? packNumbers : packLines;
  try {
    const packed: Packed[] = [];
    for (const [from, to] of await keyRanges(database, { ...lookup, folder, rowGroups: RANGE_ROW_GROUPS })) {
      const range = to === undefined ? `${key} >= ${from}` : `${key} >= ${from} AND ${key} < ${to}`;
      packed.push(await pack(database, { lookup, folder, path, range, signal }));
    }
    return await finishDocuments(path, { ranges: packed, columns: numbers.length });
  } catch (error) {
    await rm(path, { force: true });
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  }
}

interface RangeOptions {
  lookup: Lookup;
  folder: string;
  path: string;
  /** A condition on the key. */
  range: string;
  signal: AbortSignal | undefined;
}

/** DuckDB writes the lines of the view, which come in the order of the table, and a thread packs them. */
async function packLines(
  database: WorkConnection,
  { lookup: { key, view, blockBytes }, path, range, signal }: RangeOptions,
): Promise<Packed> {
  const text = `${path}.text`;
  try {
    await database.run(
      `COPY (SELECT ${key}, item FROM (${view}) WHERE ${range}) TO ${literal(text)}
       (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)`,
    );
    return await inThread('packLines', { path, text, blockBytes, signal });
  } finally {
    await rm(text, { force: true });
  }
}

/** A thread reads the numbers from the table. */
function packNumbers(
  _database: WorkConnection,
  { lookup: { table, key, view, numbers, blockBytes }, folder, path, range, signal }: RangeOptions,
): Promise<Packed> {
  const rows = `WITH ${table} AS (SELECT * FROM read_parquet(${literal(join(folder, tableFile(table)))}))`;
  return inThread('packNumbers', {
    select: `${rows} SELECT ${[key, ...numbers].join(', ')} FROM ${table} WHERE ${range}`,
    itemsOfKey: `${rows} SELECT item FROM (${view}) WHERE ${key} = $1`,
    columns: numbers.length,
    path,
    blockBytes,
    signal,
  });
}
