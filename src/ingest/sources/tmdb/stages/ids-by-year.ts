import { TMDB_TITLE_KINDS } from '../../../../dataset/sources/tmdb.ts';
import type { TmdbTitleKind } from '../../../../dataset/sources/tmdb.ts';
import { ANSWER_SHAPES } from '../answers/answer-shapes.ts';
import { DAY_MS } from '../refresh-plan.ts';
import { fetchDue } from './fetch-things.ts';
import { MOST_PAGES, takeList } from './list-pages.ts';
import type { MirrorWork } from './mirror-work.ts';

export interface YearOptions {
  /** The first and the last year. */
  years: readonly [number, number];
  /** Votes at TMDB that a title needs. */
  minVotes?: number | undefined;
}

/** Some days, and of their titles those of one genre, those of none (`'none'`), or all. */
interface Slice {
  from: Date;
  to: Date;
  genre?: number | 'none' | undefined;
}

/** TMDB's names of the dates. */
const DATES = {
  movie: { date: 'primary_release_date', year: 'primary_release_year' },
  tv: { date: 'first_air_date', year: 'first_air_date_year' },
} as const;

/** Name of the note that a search was begun and not ended. */
const BEGUN = 'discover begun';

/**
 * Makes the titles of some years wanted that TMDB finds: year by year, where a year has more than the 500 pages that
 * TMDB gives genre by genre, and where a genre has more by halves of the year, down to a day. A search that was broken
 * off goes on where it was.
 */
export async function wantIdsByYear(work: MirrorWork, options: YearOptions): Promise<void> {
  const { mirror, now } = work;
  const scope = `${options.years.join('-')} votes ${options.minVotes ?? 0}`;
  const begun = mirror.note(BEGUN);
  const day = begun?.startsWith(`${scope} of `) === true ? begun.slice(-10) : now().toISOString().slice(0, 10);
  mirror.setNote(BEGUN, `${scope} of ${day}`);
  mirror.want([0, 1].map((part) => ({ kind: 'genres', id: 0, part })));
  await fetchDue(['genres'], work);
  const [first, last] = options.years;
  for (let year = first; year <= last; year += 1) {
    for (const kind of TMDB_TITLE_KINDS) {
      const whole = { from: new Date(Date.UTC(year, 0, 1)), to: new Date(Date.UTC(year, 11, 31)) };
      await takeSlice(kind, whole, { work, minVotes: options.minVotes, name: `${kind} ${scope} of ${day}` });
    }
  }
  mirror.setNote(BEGUN, '');
}

interface SliceOptions {
  work: MirrorWork;
  minVotes: number | undefined;
  /** Begins the names of its lists. */
  name: string;
}

async function takeSlice(kind: TmdbTitleKind, slice: Slice, options: SliceOptions): Promise<void> {
  const { work, minVotes, name } = options;
  const isDay = slice.from.getTime() === slice.to.getTime();
  const genres = genresOf(kind, work);
  const query = queryOf(kind, slice, { minVotes, genres });
  const pages = await takeList(work, {
    name: `${name}: ${isoDay(slice.from)} to ${isoDay(slice.to)}, genre ${slice.genre ?? 'any'}`,
    path: (page) => `/discover/${kind}?${query}&page=${page}`,
    taken: (ids) => ({ wants: ids.map((id) => ({ kind, id, part: 0 })) }),
    isWanted: (count) => count <= MOST_PAGES || (isDay && slice.genre !== undefined),
  });
  if (pages <= MOST_PAGES) return;
  if (slice.genre === undefined) {
    for (const genre of [...genres, 'none' as const]) await takeSlice(kind, { ...slice, genre }, options);
    return;
  }
  if (isDay) {
    work.log.warn({ event: 'tmdb list cut', list: query, pages, read: MOST_PAGES });
    return;
  }
  const days = Math.floor((slice.to.getTime() - slice.from.getTime()) / DAY_MS / 2);
  const middle = new Date(slice.from.getTime() + days * DAY_MS);
  await takeSlice(kind, { ...slice, to: middle }, options);
  await takeSlice(kind, { ...slice, from: new Date(middle.getTime() + DAY_MS) }, options);
}

function queryOf(
  kind: TmdbTitleKind,
  { from, to, genre }: Slice,
  { minVotes, genres }: { minVotes: number | undefined; genres: readonly number[] },
): URLSearchParams {
  const { date, year } = DATES[kind];
  // In an order that stays as it is while the pages are read.
  const query = new URLSearchParams({ include_adult: 'false', sort_by: `${date}.asc` });
  const isYear = isoDay(from).endsWith('-01-01') && isoDay(to).endsWith('-12-31');
  if (isYear) query.set(year, String(from.getUTCFullYear()));
  else {
    query.set(`${date}.gte`, isoDay(from));
    query.set(`${date}.lte`, isoDay(to));
  }
  if (genre === 'none') query.set('without_genres', genres.join('|'));
  else if (genre !== undefined) query.set('with_genres', String(genre));
  if (minVotes !== undefined) query.set('vote_count.gte', String(minVotes));
  return query;
}

function genresOf(kind: TmdbTitleKind, { mirror }: MirrorWork): number[] {
  const answer = mirror.answer({ kind: 'genres', id: 0, part: kind === 'movie' ? 0 : 1 });
  const parsed = ANSWER_SHAPES.genres.safeParse(answer?.body);
  return parsed.success ? parsed.data.genres.map(({ id }) => id) : [];
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
