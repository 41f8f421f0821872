import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock that allows one ingest at a time, across all processes of a machine. */
export interface IngestLock {
  /** Returns the function that releases the lock, or null if another process holds it. Never waits. */
  acquire(): (() => void) | null;
}

const SQLITE_BUSY = 5;

/**
 * A lock that the kernel releases when its holder dies: a write transaction of SQLite on a file that is never removed.
 * A lock file with a process id or an age limit could only guess. Not for network file systems.
 */
export function createIngestLock(path: string): IngestLock {
  return {
    acquire() {
      mkdirSync(dirname(path), { recursive: true });
      const database = new DatabaseSync(path, { timeout: 0 });
      try {
        // Not EXCLUSIVE, which waits for readers too: of two processes that start at once, neither might succeed.
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
