import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { partFile, partsFolder } from '../../../dataset/builds/paths.ts';
import type { TableName } from '../../../dataset/tables/table-names.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

/**
 * A lookup decodes the row groups of its keys, and pays some 20 microseconds for each row group of a file that it names:
 * small row groups, and few of them in a file. Smaller ones compress less well.
 */
const ROWS_OF_GROUP = 4096;
const GROUPS_OF_PART = 32;

/** Written beside the rows to number them, and left out. */
const NUMBER = 'number_of_row';

/**
 * Writes rows, which come sorted, as the parts of a table: files of 131,072 rows or a few more. DuckDB begins another file in the
 * order of the rows only where one thread writes, which the numbering of rows is for: they have an order that no thread
 * of several knows. The sort before it has all threads.
 */
export async function writeParts(
  database: WorkConnection,
  {
    name,
    rows,
    folder,
    compression,
  }: { name: TableName; rows: string; folder: string; compression: 'zstd' | 'lz4_raw' },
): Promise<void> {
  const path = join(folder, partsFolder(name));
  // A job may be run again.
  await rm(path, { recursive: true, force: true });
  await database.run(
    `COPY (SELECT * EXCLUDE (${NUMBER}) FROM (SELECT *, row_number() OVER () AS ${NUMBER} FROM (${rows})))
     TO ${literal(path)} (FORMAT parquet, COMPRESSION ${compression}, PARQUET_VERSION v2, ROW_GROUP_SIZE ${ROWS_OF_GROUP}, ROW_GROUPS_PER_FILE ${GROUPS_OF_PART},
       WRITE_BLOOM_FILTER false, FILENAME_PATTERN '{i}')`,
  );
  for (const file of await readdir(path)) {
    await rename(join(path, file), join(folder, partFile(name, Number.parseInt(file, 10))));
  }
}
