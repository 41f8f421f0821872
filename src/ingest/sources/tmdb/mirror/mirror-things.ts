import type { TmdbKind, TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { thingOf, timeOf } from './mirror-row.ts';

/**
 * State of a thing. WANTED: never answered, or what came was deleted by its age. HELD: answered. FAILED: the last
 * request for it failed, and an older answer stays; or the answer was damaged, and is deleted. GONE: TMDB has it no more.
 */
export type TmdbState = 'WANTED' | 'HELD' | 'FAILED' | 'GONE';

/** A thing that TMDB has no more: when it said so, and the id of the thing of the same kind that it became. */
export interface GoneThing {
  id: number;
  into: number | undefined;
  goneAt: Date;
}

export interface FailedThing {
  thing: TmdbThing;
  reason: string;
  tries: number;
  /** When it is asked for again; the beginning of 1970 where that is the next run. */
  retryAt: Date;
}

/** The states of things. */
export interface MirrorThings {
  /** Makes things WANTED that are not known yet. Returns how many were not. */
  want(things: Iterable<TmdbThing>): number;
  /**
   * Makes known things due at once, those that are GONE too, but none whose answer came since a time. Returns how many
   * that are.
   */
  change(things: Iterable<TmdbThing>, since?: Date): number;
  /** Notes that a thing could not be had, and why. An answer that came earlier stays. */
  fail(thing: TmdbThing, failure: { reason: string; retryAt: (tries: number) => Date }): void;
  /** Up to `most` things of a kind that are due by a time, the longest due first. */
  due(kind: TmdbKind, options: { by: Date; most: number }): TmdbThing[];
  /** Up to `most` things that failed, in the order of kind, id and part, behind one or from the first. */
  failed(options: { most: number; after?: TmdbThing | undefined }): FailedThing[];
  state(thing: TmdbThing): { state: TmdbState; into: number | undefined; reason: string | undefined } | undefined;
  /** All that TMDB has no more of a kind, in the order of id. */
  gone(kind: TmdbKind): Generator<GoneThing, void, undefined>;
  /** How many things of each kind are in each state. */
  counts(): { kind: TmdbKind; state: TmdbState; things: number }[];
  /** How many things of some kinds are due by a time. */
  countDue(kinds: readonly TmdbKind[], by: Date): number;
}

/** Things that are read at once. */
const PAGE = 100;
/** Before every thing. */
const FIRST = { kind: '', id: 0, part: 0 };

export function mirrorThings({ sql, inOne }: MirrorDatabase): MirrorThings {
  return {
    want: (things) => inOne(() => wantThings(sql, things)),
    change: (things, since) => inOne(() => changeThings(sql, things, since)),
    fail({ kind, id, part }, { reason, retryAt }) {
      inOne(() => {
        const tries = Number(sql.thing.get(kind, id, part)?.['tries'] ?? 0) + 1;
        sql.fail.run(kind, id, part, retryAt(tries).getTime(), tries, reason);
      });
    },
    due: (kind, { by, most }) => sql.due.all(kind, by.getTime(), most).map(thingOf),
    failed: ({ most, after: { kind, id, part } = FIRST }) =>
      sql.failed.all(kind, id, part, most).map((row) => ({
        thing: thingOf(row),
        reason: String(row['reason']),
        tries: Number(row['tries']),
        retryAt: timeOf(row['due_at']),
      })),
    state({ kind, id, part }) {
      const row = sql.thing.get(kind, id, part);
      if (row === undefined) return undefined;
      const { state, into_id: into, reason } = row;
      return {
        state: state as TmdbState,
        into: into == null ? undefined : Number(into),
        reason: reason == null ? undefined : String(reason),
      };
    },
    *gone(kind) {
      let after = -1;
      for (;;) {
        const rows = sql.gone.all(kind, after, PAGE);
        yield* rows.map(({ id, into_id: into, gone_at: at }) => ({
          id: Number(id),
          into: into == null ? undefined : Number(into),
          goneAt: timeOf(at),
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
  };
}

/** `want`, inside of a transaction. */
export function wantThings(sql: MirrorDatabase['sql'], things: Iterable<TmdbThing>): number {
  let wanted = 0;
  for (const { kind, id, part } of things) wanted += Number(sql.want.run(kind, id, part).changes);
  return wanted;
}

/** `change`, inside of a transaction. */
export function changeThings(sql: MirrorDatabase['sql'], things: Iterable<TmdbThing>, since?: Date): number {
  const before = since?.getTime() ?? Number.MAX_SAFE_INTEGER;
  let changed = 0;
  for (const { kind, id, part } of things) changed += Number(sql.change.run(kind, id, part, before).changes);
  return changed;
}
