import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompressSync } from 'node:zlib';

import type { TmdbKind, TmdbThing } from '../../../dataset/sources/tmdb.ts';
import { Failed } from '../../outcomes/outcome.ts';
import { MIRROR_SCHEMA, MIRROR_VERSION } from './mirror-schema.ts';
import { mirrorStatements } from './mirror-statements.ts';

/**
 * State of a thing. WANTED: never answered, or what came was deleted by its age. HELD: answered. FAILED: the last
 * request for it failed; an older answer stays. GONE: TMDB has it no more.
 */
export type TmdbState = 'WANTED' | 'HELD' | 'FAILED' | 'GONE';

/** The raw answer of TMDB about a thing. */
export interface TmdbAnswer {
  id: number;
  part: number;
  fetchedAt: Date;
  /** The parsed JSON. */
  body: unknown;
}

/** An answer that came, and what it makes wanted. */
export interface NewAnswer {
  fetchedAt: Date;
  /** The JSON as it came. */
  text: string | Buffer;
  /** When it is to be asked for again. */
  dueAt: Date;
  /** Things that it names, which are WANTED from now on if they are not known. */
  wants?: readonly TmdbThing[] | undefined;
  /** Known things that are to be asked for again. */
  changed?: readonly TmdbThing[] | undefined;
}

/** A page of a list of ids that was read: a file of ids, a search by year, the changes of some days. */
export interface ListPage {
  /** Names the list and its day, so that tomorrow's is another list. */
  name: string;
  page: number;
  pages: number;
  readAt: Date;
}

/** A thing that TMDB has no more: when it said so, and the id of the thing of the same kind that it became. */
export interface GoneThing {
  id: number;
  into: number | undefined;
  goneAt: Date;
}

/** What a page of a list makes of things, as `want` and `change` do. */
export interface TakenPage {
  wants?: Iterable<TmdbThing> | undefined;
  changed?: Iterable<TmdbThing> | undefined;
  changedBefore?: Date | undefined;
}

export interface FailedThing {
  thing: TmdbThing;
  reason: string;
  tries: number;
  retryAt: Date;
}

/**
 * What is known of TMDB: the state of each thing, and its raw answer. One SQLite file with a write-ahead log: what a
 * function has done is in it when the function returns, and stays if the process is killed then.
 */
export interface Mirror {
  /** Makes things WANTED that are not known yet. Returns how many were not. */
  want(things: Iterable<TmdbThing>): number;
  /**
   * Makes known things due at once, those that are GONE too, but none whose answer came since a time. Returns how many
   * that are.
   */
  change(things: Iterable<TmdbThing>, since?: Date): number;
  /** Takes an answer: the thing is HELD, and all of NewAnswer is done, or nothing of it. */
  hold(thing: TmdbThing, answer: NewAnswer): Promise<void>;
  /** Notes that a thing could not be had, and why. An answer that came earlier stays. */
  fail(thing: TmdbThing, failure: { reason: string; retryAt: (tries: number) => Date }): void;
  /** Notes that TMDB has a thing no more, and which one it became, where that is known. Its answer is deleted, of a series those of its seasons too. */
  remove(thing: TmdbThing, gone: { at: Date; into?: TmdbThing | undefined }): void;
  /** Takes a page of a list: the things are WANTED if they are not known, and the page is noted, in one transaction. */
  takePage(page: ListPage, taken: TakenPage): void;
  /** The last page of a list that was taken. */
  lastPage(name: string): ListPage | undefined;
  /** Up to `most` things of a kind that are due by a time, the longest due first. */
  due(kind: TmdbKind, options: { by: Date; most: number }): TmdbThing[];
  /** Up to `most` things whose answers are the oldest, from a time on and before another. */
  oldest(options: { before: Date; most: number }): TmdbThing[];
  /** Up to `most` things that failed, in the order of kind, id and part, behind one or from the first. */
  failed(options: { most: number; after?: TmdbThing | undefined }): FailedThing[];
  state(thing: TmdbThing): { state: TmdbState; into: number | undefined; reason: string | undefined } | undefined;
  answer(thing: TmdbThing): TmdbAnswer | undefined;
  /** All answers of a kind in the order of id and part. No transaction is open between two of them. */
  answers(kind: TmdbKind): Generator<TmdbAnswer, void, undefined>;
  /** All that TMDB has no more of a kind, in the order of id. */
  gone(kind: TmdbKind): Generator<GoneThing, void, undefined>;
  /** How many things of each kind are in each state. */
  counts(): { kind: TmdbKind; state: TmdbState; things: number }[];
  /** How many things of some kinds are due by a time. */
  countDue(kinds: readonly TmdbKind[], by: Date): number;
  /** How many answers came in each day of 24 hours since 1970, the oldest day first. */
  ages(): { day: number; answers: number }[];
  oldestAnswer(): Date | undefined;
  /** Deletes answers from before a time; their things are WANTED again. Returns how many. */
  deleteBefore(time: Date): number;
  /** A value that is kept by name. */
  note(name: string): string | undefined;
  setNote(name: string, value: string): void;
  close(): void;
}

/** Name of the mirror's file in TMDB_DIR. */
export const MIRROR_FILE = 'mirror.sqlite';

/** Answers that are read at once: some megabytes. */
const PAGE = 100;
/** How long another process may hold the file: the commit of one answer takes milliseconds. */
const BUSY_MS = 30_000;

/** Before every thing. */
const FIRST = { kind: '', id: 0, part: 0 };

const compress = promisify(zstdCompress);

/**
 * Opens the mirror in a folder, and makes it if it is not there.
 * @throws Failed where the file is of a newer program.
 */
export function openMirror(folder: string): Mirror {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, MIRROR_FILE), { timeout: BUSY_MS });
  try {
    prepare(database, folder);
  } catch (error) {
    database.close();
    throw error;
  }
  const sql = mirrorStatements(database);

  function inOne<T>(work: () => T): T {
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

  function want(things: Iterable<TmdbThing>): number {
    let wanted = 0;
    for (const { kind, id, part } of things) wanted += Number(sql.want.run(kind, id, part).changes);
    return wanted;
  }

  function change(things: Iterable<TmdbThing>, since?: Date): number {
    const before = since?.getTime() ?? Number.MAX_SAFE_INTEGER;
    let changed = 0;
    for (const { kind, id, part } of things) changed += Number(sql.change.run(kind, id, part, before).changes);
    return changed;
  }

  return {
    want: (things) => inOne(() => want(things)),
    change: (things, since) => inOne(() => change(things, since)),
    async hold({ kind, id, part }, { fetchedAt, text, dueAt, wants = [], changed = [] }) {
      const body = await compress(text);
      inOne(() => {
        sql.hold.run(kind, id, part, dueAt.getTime());
        sql.keep.run(kind, id, part, fetchedAt.getTime(), body);
        want(wants);
        change(changed);
      });
    },
    fail({ kind, id, part }, { reason, retryAt }) {
      inOne(() => {
        const tries = Number(sql.thing.get(kind, id, part)?.['tries'] ?? 0) + 1;
        sql.fail.run(kind, id, part, retryAt(tries).getTime(), tries, reason);
      });
    },
    remove({ kind, id, part }, { at, into }) {
      inOne(() => {
        sql.remove.run(kind, id, part, into?.id ?? null, at.getTime());
        sql.forget.run(kind, id, part);
        if (kind === 'tv') {
          sql.removeSeasons.run(id, at.getTime());
          sql.forgetSeasons.run(id);
        }
        if (into !== undefined) want([into]);
      });
    },
    takePage({ name, page, pages, readAt }, { wants = [], changed = [], changedBefore }) {
      inOne(() => {
        want(wants);
        change(changed, changedBefore);
        sql.takePage.run(name, page, pages, readAt.getTime());
      });
    },
    lastPage(name) {
      const row = sql.lastPage.get(name);
      if (row === undefined) return undefined;
      return { name, page: Number(row['page']), pages: Number(row['pages']), readAt: time(row['read_at']) };
    },
    due: (kind, { by, most }) => sql.due.all(kind, by.getTime(), most).map(thingOf),
    oldest: ({ before, most }) => sql.oldest.all(before.getTime(), most).map(thingOf),
    failed: ({ most, after: { kind, id, part } = FIRST }) =>
      sql.failed.all(kind, id, part, most).map((row) => ({
        thing: thingOf(row),
        reason: String(row['reason']),
        tries: Number(row['tries']),
        retryAt: time(row['due_at']),
      })),
    state({ kind, id, part }) {
      const row = sql.thing.get(kind, id, part);
      if (row === undefined) return undefined;
      const { state, into_id: into, reason } = row;
      return {
        state: state as TmdbState,
        into: into === null ? undefined : Number(into),
        reason: reason === null ? undefined : String(reason),
      };
    },
    answer({ kind, id, part }) {
      const row = sql.answer.get(kind, id, part);
      return row === undefined ? undefined : answerOf(row);
    },
    *answers(kind) {
      let after = { id: -1, part: -1 };
      for (;;) {
        const rows = sql.answers.all(kind, after.id, after.part, PAGE).map(answerOf);
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last;
      }
    },
    *gone(kind) {
      let after = -1;
      for (;;) {
        const rows = sql.gone.all(kind, after, PAGE);
        yield* rows.map(({ id, into_id: into, gone_at: at }) => ({
          id: Number(id),
          into: into == null ? undefined : Number(into),
          goneAt: time(at),
        }));
        const last = rows.at(-1);
        if (last === undefined) return;
        after = Number(last['id']);
      }
    },
    counts: () =>
      sql.counts.all().map((row) => ({
        kind: row['kind'] as TmdbKind,
        state: row['state'] as TmdbState,
        things: Number(row['things']),
      })),
    countDue: (kinds, by) =>
      kinds.reduce((sum, kind) => sum + Number(sql.countDue.get(kind, by.getTime())?.['things']), 0),
    ages: () => sql.ages.all().map((row) => ({ day: Number(row['day']), answers: Number(row['answers']) })),
    oldestAnswer() {
      const at = sql.oldestAnswer.get()?.['at'];
      return at == null ? undefined : time(at);
    },
    deleteBefore: (before) =>
      inOne(() => {
        sql.wantDeleted.run(before.getTime());
        return Number(sql.deleteBefore.run(before.getTime()).changes);
      }),
    note(name) {
      const value = sql.note.get(name)?.['value'];
      return value === undefined ? undefined : String(value);
    },
    setNote: (name, value) => void sql.setNote.run(name, value),
    close: () => database.close(),
  };
}

function prepare(database: DatabaseSync, folder: string): void {
  // The log is flushed when it is taken into the file: a loss of power may lose the last answers, never the file.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  const version = (): number => Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version() === MIRROR_VERSION) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have made it meanwhile.
    const found = version();
    if (found > MIRROR_VERSION) {
      throw new Failed(`${join(folder, MIRROR_FILE)} is of a newer version of this program (format ${found})`);
    }
    if (found === 0) database.exec(`${MIRROR_SCHEMA}; PRAGMA user_version = ${MIRROR_VERSION}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

type Row = Record<string, SQLOutputValue>;

function thingOf(row: Row): TmdbThing {
  return { kind: row['kind'] as TmdbKind, id: Number(row['id']), part: Number(row['part']) };
}

function answerOf(row: Row): TmdbAnswer {
  const text = zstdDecompressSync(row['body'] as Uint8Array).toString();
  return {
    id: Number(row['id']),
    part: Number(row['part']),
    fetchedAt: time(row['fetched_at']),
    body: JSON.parse(text),
  };
}

function time(value: SQLOutputValue | undefined): Date {
  return new Date(Number(value));
}
