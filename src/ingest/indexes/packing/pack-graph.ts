import { closeSync, openSync } from 'node:fs';

import type { DuckDBConnection } from '@duckdb/node-api';

import { openInstance } from '../../../duckdb/open-instance.ts';
import { AdjacencyWriter } from '../../../formats/adjacency/adjacency-writer.ts';
import type { AddEdge } from '../../../formats/adjacency/adjacency-writer.ts';
import { KeySet, keyPagesSql } from '../../../formats/adjacency/key-set.ts';
import { fileTask } from '../../threads/file-task.ts';

export interface GraphInput {
  /** Of the build, in which the SELECTs read. */
  folder: string;
  /** SELECTs of a person, a title and the number of a category: in the order of people, and in that of titles. */
  byPerson: string;
  byTitle: string;
  /** The file to write. */
  path: string;
  /** Its first number is 1 when it must end. */
  stop: Int32Array;
}

/** For scans of sorted files, which need next to nothing. */
const MEMORY_LIMIT = '256MiB';

/**
 * Writes credits as a graph. Answers with the number of its edges. The rows come as DuckDB has them in memory, in the order
 * of the tables: nothing is sorted but the edges of each node.
 * @throws Error where they are not sorted, or it was stopped.
 */
export async function packGraphHere({ folder, byPerson, byTitle, path, stop }: GraphInput): Promise<number> {
  // A database that is open in one thread cannot be used in another.
  const instance = await openInstance({
    memoryLimit: MEMORY_LIMIT,
    threads: 1,
    folders: [folder],
    spill: `${path}.spill`,
  });
  const connection = await instance.connect();
  const file = openSync(path, 'w+');
  try {
    const people = await readKeys(connection, `SELECT ${keyPagesSql('person')} FROM (${byPerson}) GROUP BY page`);
    const titles = await readKeys(connection, `SELECT ${keyPagesSql('title')} FROM (${byTitle}) GROUP BY page`);
    const writer = new AdjacencyWriter(file, { people, titles });
    await addEdges(connection, {
      select: `SELECT person, title, category FROM (${byPerson})`,
      add: writer.beginPeople(),
      stop,
    });
    await addEdges(connection, {
      select: `SELECT title, person, category FROM (${byTitle})`,
      add: writer.beginTitles(),
      stop,
    });
    return writer.end();
  } finally {
    closeSync(file);
    connection.closeSync();
    instance.closeSync();
  }
}

async function readKeys(connection: DuckDBConnection, select: string): Promise<KeySet> {
  const reader = await connection.runAndReadAll(select);
  return new KeySet(reader.getRowsJS().map(([page, bits]) => [Number(page), bits as Uint8Array]));
}

async function addEdges(
  connection: DuckDBConnection,
  { select, add, stop }: { select: string; add: AddEdge; stop: Int32Array },
): Promise<void> {
  const rows = await connection.stream(select);
  let chunk = await rows.fetchChunk();
  while (chunk !== null && chunk.rowCount > 0) {
    if (Atomics.load(stop, 0) !== 0) throw new Error('it was stopped');
    // DuckDB reads the next rows meanwhile.
    const next = rows.fetchChunk();
    const { rowCount } = chunk;
    const [from, to, category] = [0, 1, 2].map((column) => chunk?.getColumnVector(column));
    for (let row = 0; row < rowCount; row += 1)
      add(from?.getItem(row) as number, to?.getItem(row) as number, category?.getItem(row) as number);
    chunk = await next;
  }
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_GRAPH = fileTask(import.meta.url, packGraphHere, { endsByItself: true });
