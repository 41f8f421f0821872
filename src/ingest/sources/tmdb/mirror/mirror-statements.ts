import type { DatabaseSync, SQLInputValue, StatementResultingChanges } from 'node:sqlite';

import type { MirrorRow } from './mirror-row.ts';

/** A prepared statement, whose errors are those of `attempt`. */
interface MirrorStatement {
  run(...values: SQLInputValue[]): StatementResultingChanges;
  get(...values: SQLInputValue[]): MirrorRow | undefined;
  all(...values: SQLInputValue[]): MirrorRow[];
}

export type MirrorStatements = ReturnType<typeof mirrorStatements>;

/** The statements of the mirror, each prepared once. `attempt` does what may meet a damaged file. */
export function mirrorStatements(database: DatabaseSync, attempt: <T>(work: () => T) => T) {
  function one(text: string): MirrorStatement {
    const statement = database.prepare(text);
    return {
      run: (...values) => attempt(() => statement.run(...values)),
      get: (...values) => attempt(() => statement.get(...values)),
      all: (...values) => attempt(() => statement.all(...values)),
    };
  }
  const HERE = 'kind = ?1 AND id = ?2 AND part = ?3';
  return {
    want: one(
      "INSERT INTO things (kind, id, part, state, due_at) VALUES (?1, ?2, ?3, 'WANTED', 0) ON CONFLICT DO NOTHING",
    ),
    change: one(
      `UPDATE things SET due_at = 0, tries = 0, state = iif(state = 'GONE', 'WANTED', state), into_id = NULL
       WHERE ${HERE} AND NOT EXISTS (SELECT 1 FROM answers WHERE ${HERE} AND fetched_at >= ?4)`,
    ),
    hold: one(
      `INSERT INTO things (kind, id, part, state, due_at) VALUES (?1, ?2, ?3, 'HELD', ?4)
       ON CONFLICT DO UPDATE SET state = 'HELD', due_at = ?4, tries = 0, reason = NULL, into_id = NULL`,
    ),
    keep: one(
      `INSERT INTO answers (kind, id, part, fetched_at, body) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT DO UPDATE SET fetched_at = ?4, body = ?5`,
    ),
    fail: one(
      `INSERT INTO things (kind, id, part, state, due_at, tries, reason) VALUES (?1, ?2, ?3, 'FAILED', ?4, ?5, ?6)
       ON CONFLICT DO UPDATE SET state = 'FAILED', due_at = ?4, tries = ?5, reason = ?6`,
    ),
    lose: one(`UPDATE things SET state = 'FAILED', due_at = 0, reason = ?4 WHERE ${HERE}`),
    remove: one(
      `INSERT INTO things (kind, id, part, state, into_id, gone_at) VALUES (?1, ?2, ?3, 'GONE', ?4, ?5)
       ON CONFLICT DO UPDATE SET state = 'GONE', due_at = NULL, tries = 0, reason = NULL, into_id = ?4, gone_at = ?5`,
    ),
    forget: one(`DELETE FROM answers WHERE ${HERE}`),
    removeSeasons: one(
      `UPDATE things SET state = 'GONE', due_at = NULL, tries = 0, reason = NULL, gone_at = ?2
       WHERE kind = 'season' AND id = ?1`,
    ),
    forgetSeasons: one("DELETE FROM answers WHERE kind = 'season' AND id = ?1"),
    thing: one(`SELECT * FROM things WHERE ${HERE}`),
    answer: one(`SELECT * FROM answers WHERE ${HERE}`),
    answers: one('SELECT * FROM answers WHERE kind = ?1 AND (id, part) > (?2, ?3) ORDER BY id, part LIMIT ?4'),
    gone: one(
      "SELECT id, into_id, gone_at FROM things WHERE kind = ?1 AND part = 0 AND id > ?2 AND state = 'GONE' ORDER BY id LIMIT ?3",
    ),
    due: one('SELECT kind, id, part FROM things WHERE kind = ?1 AND due_at <= ?2 ORDER BY due_at, id, part LIMIT ?3'),
    countDue: one('SELECT count(*) AS things FROM things WHERE kind = ?1 AND due_at <= ?2'),
    oldest: one(
      'SELECT kind, id, part FROM answers WHERE fetched_at < ?1 ORDER BY fetched_at, kind, id, part LIMIT ?2',
    ),
    failed: one(
      `SELECT * FROM things WHERE state = 'FAILED' AND (kind, id, part) > (?1, ?2, ?3) ORDER BY kind, id, part LIMIT ?4`,
    ),
    takePage: one(
      `INSERT INTO lists (name, page, pages, read_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT DO UPDATE SET page = ?2, pages = ?3, read_at = ?4`,
    ),
    lastPage: one('SELECT page, pages, read_at FROM lists WHERE name = ?1'),
    counts: one('SELECT kind, state, count(*) AS things FROM things GROUP BY kind, state'),
    ages: one('SELECT fetched_at / 86400000 AS day, count(*) AS answers FROM answers GROUP BY 1 ORDER BY 1'),
    oldestAnswer: one('SELECT min(fetched_at) AS at FROM answers'),
    wantDeleted: one(
      `UPDATE things SET state = iif(state = 'HELD', 'WANTED', state), due_at = iif(state = 'HELD', 0, due_at)
       WHERE (kind, id, part) IN (SELECT kind, id, part FROM answers WHERE fetched_at < ?1)`,
    ),
    deleteBefore: one('DELETE FROM answers WHERE fetched_at < ?1'),
    note: one('SELECT value FROM notes WHERE name = ?1'),
    setNote: one('INSERT INTO notes (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2'),
  };
}
