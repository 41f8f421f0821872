import type { TmdbKind, TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import { packBody, readBody } from './answer-body.ts';
import type { MirrorDatabase } from './mirror-database.ts';
import { thingOf, timeOf } from './mirror-row.ts';
import type { MirrorRow } from './mirror-row.ts';
import { changeThings, wantThings } from './mirror-things.ts';

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

/** The raw answers. One that is damaged is deleted when it is read: its thing is FAILED then, and due at once. */
export interface MirrorAnswers {
  /** Takes an answer: the thing is HELD, and all of NewAnswer is done, or nothing of it. */
  hold(thing: TmdbThing, answer: NewAnswer): Promise<void>;
  /** Notes that TMDB has a thing no more, and which one it became, where that is known. Its answer is deleted, of a series those of its seasons too. */
  remove(thing: TmdbThing, gone: { at: Date; into?: TmdbThing | undefined }): void;
  /** Up to `most` things whose answers are the oldest, from before a time. */
  oldest(options: { before: Date; most: number }): TmdbThing[];
  answer(thing: TmdbThing): TmdbAnswer | undefined;
  /** All answers of a kind in the order of id and part. No transaction is open between two of them. */
  answers(kind: TmdbKind): Generator<TmdbAnswer, void, undefined>;
  /** How many answers were damaged, of those that were read since the mirror was opened. */
  damaged(): number;
  /** How many answers came in each day of 24 hours since 1970, the oldest day first. */
  ages(): { day: number; answers: number }[];
  oldestAnswer(): Date | undefined;
  /** Deletes answers from before a time; their things are WANTED again. Returns how many. */
  deleteBefore(time: Date): number;
}

/** Answers that are read at once: some megabytes. */
const PAGE = 100;

export function mirrorAnswers({ sql, inOne }: MirrorDatabase): MirrorAnswers {
  let damaged = 0;

  /** The answer of a row; undefined where it is damaged. */
  function read(row: MirrorRow): TmdbAnswer | undefined {
    const { kind, id, part } = thingOf(row);
    try {
      return { id, part, fetchedAt: timeOf(row['fetched_at']), body: readBody(row['body'] as Uint8Array) };
    } catch (error) {
      damaged += 1;
      const why = error instanceof Error ? error.message : String(error);
      inOne(() => {
        sql.lose.run(kind, id, part, `its answer was damaged in the mirror, and is deleted: ${why}`);
        sql.forget.run(kind, id, part);
      });
      return undefined;
    }
  }

  return {
    async hold({ kind, id, part }, { fetchedAt, text, dueAt, wants = [], changed = [] }) {
      const body = await packBody(text);
      inOne(() => {
        sql.hold.run(kind, id, part, dueAt.getTime());
        sql.keep.run(kind, id, part, fetchedAt.getTime(), body);
        wantThings(sql, wants);
        changeThings(sql, changed);
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
        if (into !== undefined) wantThings(sql, [into]);
      });
    },
    oldest: ({ before, most }) => sql.oldest.all(before.getTime(), most).map(thingOf),
    answer({ kind, id, part }) {
      const row = sql.answer.get(kind, id, part);
      return row === undefined ? undefined : read(row);
    },
    *answers(kind) {
      let after: MirrorRow = { id: -1, part: -1 };
      for (;;) {
        const rows = sql.answers.all(kind, after['id'] as number, after['part'] as number, PAGE);
        for (const row of rows) {
          const answer = read(row);
          if (answer !== undefined) yield answer;
        }
        const last = rows.at(-1);
        if (last === undefined) return;
        after = last;
      }
    },
    damaged: () => damaged,
    ages: () => sql.ages.all().map((row) => ({ day: Number(row['day']), answers: Number(row['answers']) })),
    oldestAnswer() {
      const at = sql.oldestAnswer.get()?.['at'];
      return at == null ? undefined : timeOf(at);
    },
    deleteBefore: (before) =>
      inOne(() => {
        sql.wantDeleted.run(before.getTime());
        return Number(sql.deleteBefore.run(before.getTime()).changes);
      }),
  };
}
