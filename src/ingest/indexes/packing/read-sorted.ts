import { dirname } from 'node:path';

import type { DuckDBValue } from '@duckdb/node-api';

import { openInstance } from '../../../duckdb/open-instance.ts';
import { literal } from '../../jobs/work-database.ts';

export interface SortedInput {
  /** What is packed, sorted: see pack-sorted.ts. */
  database: string;
  /** The file to write. */
  path: string;
  /** Its first number is 1 when it must end. */
  stop: Int32Array;
}

/** For a scan of one file, which needs next to nothing. */
const MEMORY_LIMIT = '256MiB';

/** A database that is packed, as `made`. */
export interface SortedDatabase {
  rows: (sql: string) => Promise<readonly DuckDBValue[][]>;
  /** Adds the rows of some columns, in the order in which the table has them. @throws Error where it was stopped. */
  each: (sql: string, add: (...row: never[]) => void) => Promise<void>;
}

export async function readSorted<T>(
  { database, path, stop }: SortedInput,
  work: (sorted: SortedDatabase) => Promise<T>,
): Promise<T> {
  const instance = await openInstance({
    memoryLimit: MEMORY_LIMIT,
    threads: 1,
    folders: [dirname(database)],
    spill: `${path}.spill`,
  });
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${literal(database)} AS made (READ_ONLY)`);
    return await work({
      rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
      async each(sql, add) {
        const stream = await connection.stream(sql);
        for (
          let chunk = await stream.fetchChunk();
          chunk !== null && chunk.rowCount > 0;
          chunk = await stream.fetchChunk()
        ) {
          if (Atomics.load(stop, 0) !== 0) throw new Error('it was stopped');
          // Each is a call of the binding, which takes as long as a row does.
          const { columnCount, rowCount } = chunk;
          const columns = Array.from({ length: columnCount }, (_, column) => chunk.getColumnVector(column));
          const [first, second, third] = columns;
          for (let row = 0; row < rowCount; row += 1)
            add(first?.getItem(row) as never, second?.getItem(row) as never, third?.getItem(row) as never);
        }
      },
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
