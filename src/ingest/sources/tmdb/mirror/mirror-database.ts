import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Failed } from '../../../outcomes/outcome.ts';
import { mirrorFailure } from './mirror-failure.ts';
import { MIRROR_SCHEMA, MIRROR_VERSION } from './mirror-schema.ts';
import { mirrorStatements } from './mirror-statements.ts';
import type { MirrorStatements } from './mirror-statements.ts';

/** The mirror's file. @throws Failed in words, from whatever is done with it, where the file or its disk is at fault. */
export interface MirrorDatabase {
  sql: MirrorStatements;
  /** All of `work` or nothing of it. */
  inOne: <T>(work: () => T) => T;
  close: () => void;
}

/** Name of the mirror's file in TMDB_DIR. */
export const MIRROR_FILE = 'mirror.sqlite';

/** How long another process may hold the file: the commit of one answer takes milliseconds. */
const BUSY_MS = 30_000;

/** Opens the mirror's file in a folder, and makes it if it is not there. @throws Failed also where it is of a newer program. */
export function openMirrorDatabase(folder: string): MirrorDatabase {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, MIRROR_FILE);
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw mirrorFailure(error, path);
    }
  };
  const database = attempt(() => new DatabaseSync(path, { timeout: BUSY_MS }));
  try {
    attempt(() => prepare(database, path));
    return {
      sql: attempt(() => mirrorStatements(database, attempt)),
      inOne: (work) => attempt(() => inTransaction(database, work)),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function prepare(database: DatabaseSync, path: string): void {
  // The log is flushed when it is taken into the file: a loss of power may lose the last answers, never the file.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const version = (): number => Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version() === MIRROR_VERSION) return;
  inTransaction(database, () => {
    // Another process may have made it meanwhile.
    const found = version();
    if (found > MIRROR_VERSION) throw new Failed(`${path} is of a newer version of this program (format ${found})`);
    if (found === 0) database.exec(`${MIRROR_SCHEMA}; PRAGMA user_version = ${MIRROR_VERSION}`);
  });
}
