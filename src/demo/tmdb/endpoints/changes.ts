import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { MS_PER_DAY, type Day } from '../ids/lifetimes.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';
import { failed, type TmdbAnswer } from './answer.ts';
import { pageOf } from './pages.ts';

const PAGE = 100;
const LONGEST_DAYS = 14;
/** Lists kept in memory, because their pages are asked for one after the other. */
const MAX_CACHED = 12;

/** `/3/{movie,tv,person}/changes`: the ids that came, were changed or went between two days, fourteen at most. */
export function createChanges(
  world: TmdbWorld,
): (kind: TmdbTitleKind | 'person', query: URLSearchParams, today: Day) => TmdbAnswer {
  const cache = new Map<string, number[]>();
  return (kind, query, today) => {
    const end = dayOf(query.get('end_date'), today);
    const start = dayOf(query.get('start_date'), query.has('end_date') ? (end ?? today) - 1 : today - 1);
    if (start === undefined || end === undefined) return failed(23);
    if (end < start || end - start > LONGEST_DAYS) return failed(20);
    const key = `${kind} ${start} ${Math.min(end, today)}`;
    const ids = cache.get(key) ?? changed(kind, start, Math.min(end, today));
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value as string);
    cache.set(key, ids);
    return pageOf(ids, { query, size: PAGE, bodyOf: (id) => ({ id, adult: adultOf(kind, id, today) }) });
  };

  function changed(kind: TmdbTitleKind | 'person', start: Day, end: Day): number[] {
    const ids: number[] = [];
    for (let id = 1000; id < world.end(kind); id += 1) {
      const lifetime = world.lifetime(kind, id);
      for (let day = start; day <= end; day += 1) {
        if (!lifetime.hasChanged(day)) continue;
        if (isEver(kind, id, lifetime.from)) ids.push(id);
        break;
      }
    }
    return ids;
  }

  function isEver(kind: TmdbTitleKind | 'person', id: number, day: Day): boolean {
    return (kind === 'person' ? world.person(id, day) : world.title(kind, id, day)) !== undefined;
  }

  /** Null for what is gone. */
  function adultOf(kind: TmdbTitleKind | 'person', id: number, day: Day): boolean | null {
    if (kind === 'person') return world.person(id, day) === undefined ? null : false;
    return world.title(kind, id, day)?.adult ?? null;
  }
}

/** The day of a date of the query; `otherwise` where it is left out, undefined where it is no date. */
function dayOf(text: string | null, otherwise: Day): Day | undefined {
  if (text === null || text === '') return otherwise;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / MS_PER_DAY;
}
