import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { TableRecord } from '../../dataset/builds/manifest.ts';
import { sumOf } from '../../dataset/builds/odd-input.ts';
import type { Source } from '../../dataset/sources/imdb.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { CLEAN_COPY } from '../sources/imdb/clean-copy.ts';
import { inThread } from '../threads/in-thread.ts';
import { Failed, reasonOf, Rejected } from '../outcomes/outcome.ts';
import type { ScannedFile } from '../sources/imdb/scan-file.ts';
import type { Column } from './parsing/parse-column.ts';
import { countMisfits, startCounting } from './parsing/count-misfits.ts';
import { repeatedLines } from './odd-input/leave-out-repeated.ts';
import { findOdd, misfitOf, refuseMisfits } from './odd-input/refuse-misfits.ts';
import { refuseWrapped } from './odd-input/refuse-wrapped.ts';
import { refuseTooMany, rejectedLines, together } from './odd-input/rejected-lines.ts';
import { fittingRows } from './parsing/source-rows.ts';
import type { Reading } from './parsing/source-rows.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { writeRows } from './writing/write-table.ts';

export interface ReadSourceOptions {
  source: Source;
  /** The gzipped file, or undefined to make the table without rows. */
  path: string | undefined;
  /** What the scan of the file has found that DuckDB must not be given. */
  odd?: ScannedFile['odd'];
  table: Table;
  columns: readonly Column[];
  /** The build's staging folder. */
  folder: string;
  /** The files of this table in the build that is served, if there is one. */
  served?: readonly string[] | undefined;
  /** Whether a file is read of which too much does not fit. */
  force?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

type Read = Pick<TableRecord, 'rows' | 'rejected' | 'nulled' | 'kept' | 'sample'>;

/**
 * Reads one source into its canonical table. Every column is read as text and then cast. Lines that do not fit, and
 * those that repeat the key of an earlier one, are left out, counted and sampled; values that do not fit are counted.
 * @throws Rejected where these are too many, Failed for anything else, naming the file.
 */
export async function readSource(database: WorkConnection, options: ReadSourceOptions): Promise<Read> {
  const { path, odd, table, columns, folder, source, signal } = options;
  if (path === undefined) {
    const none = columns.map(({ name, type }) => `NULL::${type} AS ${name}`).join(', ');
    return { rows: await writeRows(database, { table, select: `SELECT ${none} LIMIT 0`, folder }) };
  }
  // Under its own name, by which messages call it.
  const copy = join(folder, 'tables', basename(path));
  try {
    if (odd !== undefined) await inThread(CLEAN_COPY, { path, gzipBytes: odd.gzipBytes, to: copy, signal });
    return await readLines(database, { ...options, source, path: odd === undefined ? path : copy });
  } catch (error) {
    throw error instanceof Rejected ? error : new Failed(`${basename(path)}: ${reasonOf(error)}`, { cause: error });
  } finally {
    if (odd !== undefined) await rm(copy, { force: true });
  }
}

async function readLines(
  database: WorkConnection,
  { odd, folder, served, force = false, ...reading }: ReadSourceOptions & Reading,
): Promise<Read> {
  await startCounting(database, reading);
  const written = await writeRows(database, { table: reading.table, select: fittingRows(reading), folder });
  const repeated = await repeatedLines(database, reading);
  const unread = odd?.lines ?? { rows: 0, samples: [] };
  const rejected = together(unread, await rejectedLines(database, reading), repeated);
  const rows = written - repeated.rows;
  refuseTooMany(rejected, { ...reading, rows, force });
  const counts = await countMisfits(database, reading);
  if (!force) {
    await refuseMisfits(database, { reading, counts, rows: written, folder });
    await refuseWrapped(database, { reading, rows: written, served });
  }
  if (repeated.rows > 0) await repeated.leaveOut(folder);
  const { nulled, kept } = counts;
  const isOdd = ({ name }: Column): boolean => name in nulled || name in kept;
  const sample = await findOdd(database, reading, (column) => (isOdd(column) ? misfitOf(column) : undefined));
  const { samples } = rejected;
  return {
    rows,
    rejected: { rows: rejected.rows, samples },
    nulled,
    ...(sumOf(kept) > 0 && { kept }),
    ...(sample && { sample }),
  };
}
