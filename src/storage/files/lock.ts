import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock that allows one ingest at a time, across all processes of a machine. */
export interface IngestLock {
  /** Returns the function that releases the lock, or null if another process holds it. Never waits. */
  acquire(): (() => void) | null;
}

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;

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
        if (codeOf(error) === SQLITE_BUSY) return null;
        const what = codeOf(error) === SQLITE_FULL ? 'no space left on its disk' : messageOf(error);
        throw new Error(`${path}: ${what}`, { cause: error });
      }
      let held = true;
      return () => {
        if (held) database.close();
        held = false;
      };
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The primary code, which is the last byte of SQLite's extended one. */
function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}
