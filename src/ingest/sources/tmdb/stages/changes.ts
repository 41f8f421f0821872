import type { TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import type { Mirror } from '../mirror.ts';
import { DAY_MS } from '../refresh-plan.ts';
import { takeList } from './list-pages.ts';
import type { MirrorWork } from './mirror-work.ts';

/** TMDB tells changes so many days back. */
export const CHANGES_DAYS = 14;

const KINDS = ['movie', 'tv', 'person'] as const;

/** Name of the note of the last day whose changes were all read. */
const READ_TO = 'changes read to';

/**
 * Reads what changed in each whole day since the last that was read, or since a given one, up to yesterday: known things
 * are due then, unless they were fetched since, and with `wantNew` titles that are new are wanted.
 * @returns the first day of which no changes could be read, as they lie too far back; undefined where there is none.
 */
export async function readChanges(
  work: MirrorWork,
  { since, wantNew }: { since?: Date | undefined; wantNew: boolean },
): Promise<string | undefined> {
  const { mirror, now } = work;
  const today = startOfDay(now());
  const readTo = mirror.note(READ_TO);
  const next = readTo === undefined ? today - DAY_MS : Date.parse(readTo) + DAY_MS;
  const wanted = since === undefined ? next : startOfDay(since);
  const first = Math.max(wanted, today - CHANGES_DAYS * DAY_MS);
  for (let day = first; day < today; day += DAY_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    const end = new Date(day + DAY_MS);
    for (const kind of KINDS) {
      await takeList(work, {
        name: `changes of ${kind} on ${date}`,
        path: (page) => `/${kind}/changes?start_date=${date}&end_date=${end.toISOString().slice(0, 10)}&page=${page}`,
        taken(ids) {
          const things: TmdbThing[] = ids.map((id) => ({ kind, id, part: 0 }));
          return { changed: things, changedBefore: end, wants: wantNew && kind !== 'person' ? things : [] };
        },
      });
    }
    if (day >= next) mirror.setNote(READ_TO, date);
  }
  // Days between two searches by hand may be missing, which the age of each answer makes good.
  return first > wanted ? new Date(wanted).toISOString().slice(0, 10) : undefined;
}

/** Notes where changes begin to count, before the first ids are read: what is fetched may change from this day on. */
export function beginChanges({ mirror, now }: Pick<MirrorWork, 'mirror' | 'now'>): void {
  if (mirror.note(READ_TO) !== undefined) return;
  mirror.setNote(READ_TO, new Date(startOfDay(now()) - DAY_MS).toISOString().slice(0, 10));
}

/** Last day whose changes were all read, as `2026-11-29`. */
export function readChangesTo(mirror: Mirror): string | undefined {
  return mirror.note(READ_TO);
}

function startOfDay(time: Date): number {
  return Math.floor(time.getTime() / DAY_MS) * DAY_MS;
}
