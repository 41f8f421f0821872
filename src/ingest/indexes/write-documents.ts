import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { documentsFile } from '../../dataset/builds/paths.ts';
import type { EmbeddedColumns, DocumentKind } from '../../dataset/indexes/document-kinds.ts';
import { PACK_LINES } from './packing/pack-lines.ts';
import { PACK_NUMBERS } from './packing/pack-numbers.ts';
import { READ_ITEMS } from './packing/items-by-key.ts';
import { inThread } from '../threads/in-thread.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import type { Packed } from '../../formats/documents/block-writer.ts';
import { finishDocuments } from '../../formats/documents/finish-documents.ts';
import { PAGE } from './packing/items-by-key.ts';
import type { ItemsByKey } from './packing/items-by-key.ts';
import { keyRanges } from '../tables/writing/key-ranges.ts';
import { endsOfFiles, parquetOf } from '../tables/writing/table-files.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';

/** Rows of the Parquet table in one range, whose text is packed before it gets to the disk. */
const RANGE_ROWS = 1_500_000;

/** Writes the documents of one lookup, range by range of the key. Answers with the number of documents. */
export async function writeDocuments(
  database: WorkConnection,
  { lookup, folder, signal }: { lookup: DocumentKind; folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  const { name, table, key, numbers, compressed } = lookup;
  const path = join(folder, documentsFile(name));
  const pack = numbers.length > 0 ? packNumbers : packLines;
  try {
    const beside = lookup.beside && (await readItems(database, { ...lookup.beside, path, signal }));
    const packed: Packed[] = [];
    const ends = await endsOfFiles(database, { ...lookup, folder });
    for (const [from, to] of await keyRanges(database, { ...lookup, folder, rows: RANGE_ROWS })) {
      const range = to === undefined ? `${key} >= ${from}` : `${key} >= ${from} AND ${key} < ${to}`;
      // Others would be looked through for each range.
      const files = ends.filter((file) => file.to >= from && (to === undefined || file.from < to));
      const rows = `WITH ${table} AS NOT MATERIALIZED (SELECT * FROM ${parquetOf(folder, files)})`;
      packed.push(await pack(database, { lookup, folder, rows, path, range, beside, signal }));
    }
    return await finishDocuments(path, { ranges: packed, columns: numbers.length, compressed });
  } catch (error) {
    await rm(path, { force: true });
    throw new Failed(`lookup ${name}: ${reasonOf(error)}`, { cause: error });
  }
}

interface RangeOptions {
  lookup: DocumentKind;
  /** Of the build. */
  folder: string;
  /** The start of a query: the files of the range under the name of the table. */
  rows: string;
  path: string;
  /** A condition on the key. */
  range: string;
  beside: ItemsByKey | undefined;
  signal: AbortSignal | undefined;
}

/** DuckDB writes the lines of the view, which come in the order of the table, and a thread packs them. */
function packLines(
  database: WorkConnection,
  { lookup, rows, path, range, beside, signal }: RangeOptions,
): Promise<Packed> {
  const { key, view, blockBytes, compressed } = lookup;
  const lines = `${rows} SELECT ${key}, item FROM (${lookup.beside?.without ?? view}) WHERE ${range}`;
  return withText(database, { lines, path }, (text) =>
    inThread(PACK_LINES, { path, text, blockBytes, compressed, beside, signal }),
  );
}

/** What stands in another table, for all ranges. */
function readItems(
  database: WorkConnection,
  { view, key, path, signal }: EmbeddedColumns & { path: string; signal: AbortSignal | undefined },
): Promise<ItemsByKey> {
  return withText(database, { lines: view, path }, async (text) => {
    const [row] = await database.rows(
      `SELECT max(${key}) AS last, count(DISTINCT ${key} // ${PAGE}) AS pages FROM (${view})`,
    );
    const { size } = await stat(text);
    const [last, pages] = [Number(row?.last), Number(row?.pages)];
    return inThread(READ_ITEMS, { text, bytes: size, last, pages, signal });
  });
}

/**
 * Lets DuckDB write lines of a key, a tab and an item to a file, as long as something works with it. A file costs 0.1 µs
 * for each item. A chunk of DuckDB costs 0.8 µs, as it gives each text of more than twelve bytes by a call, and texts
 * that DuckDB has joined to large ones cost 0.2 µs.
 */
async function withText<T>(
  database: WorkConnection,
  { lines, path }: { lines: string; path: string },
  work: (text: string) => Promise<T>,
): Promise<T> {
  const text = `${path}.text`;
  try {
    await database.run(
      `COPY (${lines}) TO ${literal(text)} (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)`,
    );
    return await work(text);
  } finally {
    await rm(text, { force: true });
  }
}

/** A thread reads the numbers from the table. */
function packNumbers(
  _database: WorkConnection,
  { lookup: { table, key, view, numbers, blockBytes, compressed }, folder, rows, path, range, signal }: RangeOptions,
): Promise<Packed> {
  return inThread(PACK_NUMBERS, {
    folder,
    select: `${rows} SELECT ${[key, ...numbers].join(', ')} FROM ${table} WHERE ${range}`,
    itemsOfKey: `${rows} SELECT item FROM (${view}) WHERE ${key} = $1`,
    columns: numbers.length,
    path,
    blockBytes,
    compressed,
    signal,
  });
}
