import { hash32, unit32 } from '../../chance/random.ts';
import { dateOf } from '../ids/lifetimes.ts';
import { seasonBegins } from './season-begins.ts';
import type { KnownTitle } from '../known/known-title.ts';
import type { TmdbTitle } from './tmdb-title.ts';

/** An episode's place at TMDB; its text is of the known title's episode of this ordinal. */
export interface PlacedEpisode {
  id: number;
  ordinal: number;
  /** 0 for specials. */
  season: number;
  number: number;
  /** `YYYY-MM-DD`; null if unknown. */
  date: string | null;
}

const STREAM = 226;
const SPLIT_SEASON = 13;
/** Series, kept in memory, because their seasons are asked for one after the other. */
const MAX_CACHED = 256;

/**
 * Orders the episodes of series. Seven series in ten have IMDb's seasons and numbers. The others are numbered through in
 * one season, or in seasons of thirteen, or begin with a special, or have pairs of episodes the other way round.
 */
export function createEpisodeOrder(seed: number): (title: TmdbTitle) => PlacedEpisode[] {
  const cache = new Map<number, PlacedEpisode[]>();
  return (title) => {
    const cached = cache.get(title.id);
    if (cached !== undefined) return cached;
    const placed = place(seed, title);
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value as number);
    cache.set(title.id, placed);
    return placed;
  };
}

function place(seed: number, { id, known }: TmdbTitle): PlacedEpisode[] {
  const kind = id < 1000 ? 85 : hash32(seed, STREAM, id) % 100;
  const numbered: { ordinal: number; date: string | null; season: number; number: number }[] = [];
  const specials: { ordinal: number; date: string | null }[] = [];
  for (let ordinal = 1; ordinal <= known.episodes; ordinal += 1) {
    const { season, number } = known.placeOf(ordinal);
    if (season > 0) numbered.push({ ordinal, season, number, date: airDate(seed, { id, known, season, number }) });
    else specials.push({ ordinal, date: null });
  }
  // Half of what IMDb has without numbers is unknown to TMDB.
  if (id >= 1000 && hash32(seed, STREAM + 1, id) % 2 === 0) specials.length = 0;
  if (kind >= 90 && kind < 95) specials.unshift(...numbered.splice(0, 1));
  const ordered = numbered.map(({ ordinal, date, season, number }, nth) => {
    const placed = placeIn(kind, { season, number }, nth);
    return { ordinal, date, season: placed.season, number: placed.number };
  });
  if (kind >= 95) swapPairs(ordered);
  return [...specials.map(({ ordinal, date }, nth) => ({ ordinal, date, season: 0, number: nth + 1 })), ...ordered].map(
    ({ ordinal, date, season, number }) => ({ id: id * 10_000 + ordinal, ordinal, date, season, number }),
  );
}

function placeIn(
  kind: number,
  own: { season: number; number: number },
  nth: number,
): { season: number; number: number } {
  if (kind >= 70 && kind < 80) return { season: 1, number: nth + 1 };
  if (kind >= 80 && kind < 90) return { season: Math.floor(nth / SPLIT_SEASON) + 1, number: (nth % SPLIT_SEASON) + 1 };
  if (kind >= 90 && kind < 95 && own.season === 1) return { season: 1, number: own.number - 1 };
  return { season: own.season, number: own.number };
}

/** Exchanges what stands at each second and third place of a season, dates with them. */
function swapPairs(episodes: { ordinal: number; season: number; number: number }[]): void {
  for (let nth = 0; nth + 1 < episodes.length; nth += 1) {
    const [one, other] = [episodes[nth], episodes[nth + 1]] as [(typeof episodes)[0], (typeof episodes)[0]];
    if (one.number === 2 && other.number === 3) [one.ordinal, other.ordinal] = [other.ordinal, one.ordinal];
  }
}

/** A week lies between two episodes, and a day in series that have hundreds. */
function airDate(seed: number, of: { id: number; known: KnownTitle; season: number; number: number }): string | null {
  const { id, known, season, number } = of;
  if (known.start === 0 || unit32(hash32(seed, STREAM + 2, id * 4096 + season * 64 + number)) < 0.02) return null;
  const begins = seasonBegins(seed, id, known.start + season - 1);
  return dateOf(begins + (number - 1) * (known.episodes > 250 ? 1 : 7));
}
