/** Raised with every change of the tables below that an older file does not have. */
export const MIRROR_VERSION = 1;

/**
 * Tables of the mirror's file. Times are in milliseconds of UTC. `due_at` is when a thing is to be asked for: 0 for what
 * was never answered or has changed, NULL for what is gone. Bodies are apart from states, which are read in long runs.
 */
export const MIRROR_SCHEMA = `
  CREATE TABLE things (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('WANTED', 'HELD', 'FAILED', 'GONE')),
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    reason TEXT,
    into_id INTEGER,
    gone_at INTEGER,
    PRIMARY KEY (kind, id, part)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX things_due ON things (kind, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX things_failed ON things (kind, id, part) WHERE state = 'FAILED';
  CREATE TABLE answers (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    fetched_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (kind, id, part)
  ) STRICT;
  CREATE INDEX answers_age ON answers (fetched_at, kind, id, part);
  CREATE TABLE lists (
    name TEXT PRIMARY KEY,
    page INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    read_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
