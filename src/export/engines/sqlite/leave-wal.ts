import { DatabaseSync } from 'node:sqlite';

import { ExportFailed } from '../../export-failed.ts';

const WAIT_MS = 5000;

/**
 * Brings all of a file that another program has put into WAL mode into the file itself: what is in the log beside it
 * would be missed by a copy, and would damage the file that takes its name.
 * @throws ExportFailed `BUSY` where another program has it open in that mode.
 */
export function leaveWal(path: string): void {
  const database = new DatabaseSync(path, { timeout: WAIT_MS });
  try {
    const modeOf = (sql: string): unknown => database.prepare(sql).get()?.['journal_mode'];
    if (modeOf('PRAGMA journal_mode') !== 'wal' || modeOf('PRAGMA journal_mode = DELETE') === 'delete') return;
  } catch (error) {
    // Locked, which this mode is while somebody has the file open.
    if (!(error instanceof Error && 'errcode' in error && error.errcode === 5)) throw error;
  } finally {
    database.close();
  }
  throw new ExportFailed(
    'BUSY',
    `${path} is open in another program in WAL mode: close that program, and export again`,
  );
}
