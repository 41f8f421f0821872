import { ExportFailed } from '../export-failed.ts';

/** What a person gets for an error of the system or of DuckDB. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/no space left|ENOSPC|disk is full/i, 'the disk is full'],
  [/EDQUOT|quota exceeded/i, 'the quota of the disk is used up'],
  [/EACCES|EPERM|permission denied/i, 'the folder may not be written'],
  [/EROFS|read-only file system/i, 'the disk is read-only'],
  [/ENOTDIR|EEXIST/, 'there is a file of this name, and no folder'],
  [/unable to open database file/, 'the folder may not be written'],
  [/out of memory/i, 'the memory is too little for it: raise DUCKDB_MEMORY_LIMIT, or DUCKDB_INGEST_MEMORY_LIMIT'],
];

/** An error of writing files, as a person reads it. What is one already, and what nobody foresaw, stays as it is. */
export function fileFailure(error: unknown, target: string): unknown {
  if (error instanceof ExportFailed || !(error instanceof Error)) return error;
  const found = WORDS.find(([pattern]) => pattern.test(error.message));
  if (found === undefined) return error;
  const first = error.message.split('\n', 1).join();
  return new ExportFailed('REFUSED', `could not write ${target}: ${found[1]} (${first})`, { cause: error });
}
