import { join } from 'node:path';
import { rm } from 'node:fs/promises';

import { documentsFile } from '../../dataset/layout.ts';
import type { Lookup } from '../../dataset/lookups.ts';
import { inThread } from '../in-thread.ts';
import { Failed, reasonOf } from '../outcome.ts';
import { keyRanges } from './key-ranges.ts';
import { finishDocuments } from './pack-documents.ts';
import type { Packed } from './pack-documents.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

/** Row groups of the Parquet table in one range: about a million and a half rows, whose text is packed before it gets to the disk. */
const RANGE_ROW_GROUPS = 12;

/**
 * Writes the documents of one lookup, range by range of the key: DuckDB writes the lines of the view, which come in the
 * order of the table, and a thread packs them. Answers with the number of documents.
 */
export async function writeLookup(
  database: WorkConnection,
  { lookup, folder, signal }: { lookup: Lookup; folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  const { name, key, view, blockBytes, columns } = lookup;
  const path = join(folder, documentsFile(name));
  const text = `${path}.text`;
  try {
    const packed: Packed[] = [];
    for (const [from, to] of await keyRanges(database, { ...lookup, folder, rowGroups: RANGE_ROW_GROUPS })) {
      const range = to === undefined ? `${key} >= ${from}` : `${key} >= ${from} AND ${key} < ${to}`;
      await database.run(
        `COPY (SELECT ${key}, item FROM (${view}) WHERE ${range}) TO ${literal(text)}
         (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)`,
      );
      packed.push(await inThread('pack', { path, text, blockBytes, columns, signal }));
    }
    return await finishDocuments(path, { ranges: packed, columns });
  } catch (error) {
    await rm(path, { force: true });
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  } finally {
    await rm(text, { force: true });
  }
}
