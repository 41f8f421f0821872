import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';

import { UNKNOWN_WORD } from '../../../dataset/indexes/document-view.ts';
import { openInstance } from '../../../duckdb/open-instance.ts';
import { BlockWriter } from '../../../formats/documents/block-writer.ts';
import type { Blocks, Packed } from '../../../formats/documents/block-writer.ts';
import { NumbersJoiner } from '../../../formats/documents/numbers-joiner.ts';
import { fileTask } from '../../threads/file-task.ts';

export interface NumbersInput extends Blocks {
  /** Of the build, in which the SELECTs read. */
  folder: string;
  /** Rows of a key and so many integers, in the order of the keys. */
  select: string;
  columns: number;
  /** Rows of one text, the items of the key `$1`, for where a word is not in the vocabulary. */
  itemsOfKey: string;
  /** The file of the blocks. */
  path: string;
}

/** For a scan of one file, which needs next to nothing. */
const MEMORY_LIMIT = '256MiB';

/**
 * Joins rows to documents of numbers and puts these in blocks to the end of a file. The rows come as DuckDB has them in
 * memory: writing them down and reading that again would take three times as long.
 * @throws Error where the keys do not go up.
 */
export async function packNumbersHere({ select, itemsOfKey, folder, ...input }: NumbersInput): Promise<Packed> {
  // A database that is open in one thread cannot be used in another.
  const instance = await openInstance({
    memoryLimit: MEMORY_LIMIT,
    threads: 1,
    folders: [folder],
    spill: `${input.path}.spill`,
  });
  const [connection, other] = [await instance.connect(), await instance.connect()];
  try {
    const rows = await connection.stream(select);
    const textOf = (key: number) => readText(other, { itemsOfKey, key });
    return await BlockWriter.to(input.path, {
      blockBytes: input.blockBytes,
      compressed: input.compressed,
      async work(writer) {
        const joining = {
          writer,
          joiner: new NumbersJoiner(input.columns, { watched: UNKNOWN_WORD }),
          key: -1,
          textOf,
        };
        for (
          let chunk = await rows.fetchChunk();
          chunk !== null && chunk.rowCount > 0;
          chunk = await rows.fetchChunk()
        ) {
          await addChunk(joining, chunk);
          await writer.flush();
        }
        await endDocument(joining);
      },
    });
  } finally {
    connection.closeSync();
    other.closeSync();
    instance.closeSync();
  }
}

interface Joining {
  writer: BlockWriter;
  joiner: NumbersJoiner;
  /** Of the document in the making; -1 before the first one. */
  key: number;
  textOf: (key: number) => Promise<string>;
}

async function addChunk(joining: Joining, chunk: DuckDBDataChunk): Promise<void> {
  const { joiner } = joining;
  // Each of these is a call of DuckDB.
  const { columnCount, rowCount } = chunk;
  const [keys, ...numbers] = Array.from({ length: columnCount }, (_, column) => chunk.getColumnVector(column));
  for (let row = 0; row < rowCount; row += 1) {
    const key = keys?.getItem(row) as number;
    if (key !== joining.key) {
      const ending = endDocument(joining);
      if (ending !== undefined) await ending;
      joining.key = key;
    }
    for (const column of numbers) joiner.add(column.getItem(row) as number);
  }
}

/** There is nothing to wait for, unless a word has to be read. */
function endDocument({ writer, joiner, key, textOf }: Joining): Promise<void> | undefined {
  if (key === -1) return undefined;
  const isText = joiner.hasWatched;
  const bytes = joiner.take();
  if (isText) return textOf(key).then((text) => writer.add({ key, bytes: Buffer.from(text), isText }));
  writer.add({ key, bytes, isText });
  return undefined;
}

async function readText(
  connection: DuckDBConnection,
  { itemsOfKey, key }: { itemsOfKey: string; key: number },
): Promise<string> {
  const reader = await connection.runAndReadAll(itemsOfKey, [key]);
  return reader.getRows().join(',');
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_NUMBERS = fileTask(import.meta.url, packNumbersHere, { endsByItself: true });
