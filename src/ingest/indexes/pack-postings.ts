import { closeSync, openSync } from 'node:fs';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';

import { TIERS } from '../../dataset/indexes/search-indexes.ts';
import { PostingsWriter } from '../../formats/postings/postings-writer.ts';
import { literal } from '../jobs/work-database.ts';
import { fileTask } from '../threads/file-task.ts';

export interface PostingsInput {
  /** What is packed, sorted: see write-postings.ts. */
  database: string;
  /** The file to write. */
  path: string;
  /** Its first number is 1 when it must end. */
  stop: Int32Array;
}

/** For a scan of one file, which needs next to nothing. */
const MEMORY_LIMIT = '256MiB';

/**
 * Writes sorted postings as a file of posting lists. Answers with their number.
 * @throws Error where they are not sorted, or it was stopped.
 */
export async function packPostingsHere({ database, path, stop }: PostingsInput): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY_LIMIT, threads: '1' });
  const connection = await instance.connect();
  const file = openSync(path, 'w+');
  try {
    await connection.run(`ATTACH ${literal(database)} AS made (READ_ONLY)`);
    return await writePostings(connection, { file, stop });
  } finally {
    closeSync(file);
    connection.closeSync();
    instance.closeSync();
  }
}

async function writePostings(
  connection: DuckDBConnection,
  { file, stop }: { file: number; stop: Int32Array },
): Promise<number> {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const [sizes] = await rows(`SELECT (SELECT count(*)::DOUBLE FROM made.postings),
    (SELECT count(*)::DOUBLE FROM made.documents), (SELECT terms FROM made.terms)`);
  const [postings = 0, documents = 0, terms = 0] = sizes?.map(Number) ?? [];
  const writer = new PostingsWriter(file, { postings, documents, terms, tiers: TIERS });
  const read = (sql: string, add: (...row: never[]) => void): Promise<void> => each(connection, { sql, stop, add });
  await read('SELECT key, startYear FROM made.documents', (key: number, year: number | null) =>
    writer.addDocument(key, year),
  );
  await read('SELECT list, docId, attributes FROM made.postings', (list: number, docId: number, attributes: number) =>
    writer.add(list, docId, attributes),
  );
  const regions = await rows('SELECT region FROM made.regions ORDER BY code');
  writer.end(regions.map(([region]) => region as string));
  return postings;
}

/** Rows of numbers, in the order in which the table has them. */
async function each(
  connection: DuckDBConnection,
  { sql, stop, add }: { sql: string; stop: Int32Array; add: (...row: never[]) => void },
): Promise<void> {
  const stream = await connection.stream(sql);
  for (let chunk = await stream.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await stream.fetchChunk()) {
    if (Atomics.load(stop, 0) !== 0) throw new Error('it was stopped');
    const columns = Array.from({ length: chunk.columnCount }, (_, column) => chunk.getColumnVector(column));
    const [first, second, third] = columns;
    for (let row = 0; row < chunk.rowCount; row += 1)
      add(first?.getItem(row) as never, second?.getItem(row) as never, third?.getItem(row) as never);
  }
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_POSTINGS = fileTask(import.meta.url, packPostingsHere, { endsByItself: true });
