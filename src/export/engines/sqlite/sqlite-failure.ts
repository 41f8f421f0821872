import { ExportFailed } from '../../export-failed.ts';
import type { ExportFailure } from '../../export-failed.ts';

/** What a person gets for a code: of SQLite (its primary code) or of the operating system. */
const WORDS: Record<string, readonly [ExportFailure, string]> = {
  5: ['BUSY', 'another program holds the file'],
  8: ['REFUSED', 'the file or its folder must not be written'],
  10: ['UNREACHABLE', 'the disk cannot be read or written'],
  11: ['REFUSED', 'the file is damaged: move it away, and export again'],
  13: ['REFUSED', 'the disk is full'],
  14: ['REFUSED', 'the file cannot be opened: is its folder there, and may it be written?'],
  26: ['REFUSED', 'the file is no database of SQLite: give another name'],
  EACCES: ['REFUSED', 'the file or its folder must not be written'],
  ENOENT: ['REFUSED', 'its folder is not there: make it first'],
  ENOSPC: ['REFUSED', 'the disk is full'],
  EROFS: ['REFUSED', 'the disk is read-only'],
};

/** An error of SQLite or of its file, as a person reads it. What is one already stays as it is. */
export function sqliteFailure(error: unknown, { doing, where }: { doing: string; where: string }): unknown {
  if (error instanceof ExportFailed || !(error instanceof Error)) return error;
  const found = WORDS[codeOf(error)];
  if (found === undefined) return error;
  const [kind, words] = found;
  return new ExportFailed(kind, `could not ${doing} at ${where}: ${words} (${error.message})`, { cause: error });
}

/** The primary code is the last byte of SQLite's extended one. */
function codeOf(error: Error): string {
  if ('errcode' in error && typeof error.errcode === 'number') return String(error.errcode & 0xff);
  return 'code' in error ? String(error.code) : '';
}
