import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One ingest at a time, across the processes of a machine. */
export interface IngestLock {
  /** The function that frees the lock, or null when another holder has it. Never waits. */
  acquire(): (() => void) | null;
}

const SQLITE_BUSY = 5;

/**
 * A lock that the kernel frees when its holder dies: the write transaction of SQLite on a file that is never
 * removed. A file's age or a process id in it would be guesses; this is not. Not for network file systems.
 */
export function createIngestLock(path: string): IngestLock {
  return {
    acquire() {
      mkdirSync(dirname(path), { recursive: true });
      const database = new DatabaseSync(path, { timeout: 0 });
      try {
        // Not EXCLUSIVE: that waits for readers too, so that of two who begin at once neither might win.
        database.exec('BEGIN IMMEDIATE');
      } catch (error) {
        database.close();
        if (isBusy(error)) return null;
        throw error;
      }
      let held = true;
      return () => {
        if (held) database.close();
        held = false;
      };
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
