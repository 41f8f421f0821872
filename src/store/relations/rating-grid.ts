import type { Rating, Title } from '../model/model.ts';
import type { Episodes } from '../titles/episodes.ts';
import { slopeOf } from './slope.ts';
import type { Point } from './slope.ts';

/** A number of a season: with its episode, or without one. Episodes that share a number have a cell each. */
export interface RatingGridCell {
  seasonNumber: number | null;
  episodeNumber: number | null;
  state: 'RATED' | 'UNRATED' | 'MISSING';
  /** null for a number that is missing. */
  episode: Title | null;
}

/** What the ratings of several episodes say together. */
interface Summary {
  /** Each rated episode counts once; null where none is rated. */
  average: number | null;
  best: RatingGridCell | null;
  worst: RatingGridCell | null;
  /** Slope of the least-squares line, in points of rating for each episode; null where fewer than two have a place. */
  trend: number | null;
}

export interface RatingGridSeason extends Summary {
  /** null for the season of the episodes without a season number. */
  number: number | null;
  cells: readonly RatingGridCell[];
}

/** Seasons by episodes. */
export interface RatingGrid extends Summary {
  seasons: readonly RatingGridSeason[];
  /** Of all episodes together. */
  votes: number;
  missing: number;
  unrated: number;
  /** Whether every missing number has a cell. */
  isComplete: boolean;
}

/** The longest run of numbers that may be missing: numbers further apart, such as dates, do not count episodes. */
const LONGEST_GAP = 100;
/** Cells of missing numbers in one grid; the next gap has none. */
const MOST_MISSING = 5000;

/** The grid of a series, in the order of its episodes: by season and number, null last. */
export function ratingGridOf({ episodes }: Episodes): RatingGrid {
  const room: Room = { cells: MOST_MISSING, isEnough: true };
  const bySeason = Map.groupBy(episodes, ({ position }) => position?.seasonNumber ?? null);
  const seasons = [...bySeason].map(([number, own]) => seasonOf(own, { number, room }));
  const cells = seasons.flatMap((season) => season.cells);
  return {
    ...summaryOf(cells),
    seasons,
    votes: cells.reduce((sum, { episode }) => sum + (episode?.rating?.votes ?? 0), 0),
    missing: cells.filter(({ state }) => state === 'MISSING').length,
    unrated: cells.filter(({ state }) => state === 'UNRATED').length,
    isComplete: room.isEnough,
  };
}

function seasonOf(
  episodes: readonly Title[],
  { number, room }: { number: number | null; room: Room },
): RatingGridSeason {
  const cells = cellsOf(episodes, { number, room });
  return { number, cells, ...summaryOf(cells) };
}

/** What is left for missing numbers, and whether it was enough so far. */
interface Room {
  cells: number;
  isEnough: boolean;
}

/** Numbers count episodes within a numbered season alone, so that none are missing in the one without a number. */
function cellsOf(
  episodes: readonly Title[],
  { number: seasonNumber, room }: { number: number | null; room: Room },
): RatingGridCell[] {
  let before: number | null = null;
  return episodes.flatMap((episode) => {
    const episodeNumber = episode.position?.episodeNumber ?? null;
    const state = episode.rating === null ? 'UNRATED' : 'RATED';
    const gap = seasonNumber === null || before === null || episodeNumber === null ? 0 : episodeNumber - before - 1;
    const missing = missingAfter(before ?? 0, { gap, room });
    before = episodeNumber;
    return [
      ...missing.map((at): RatingGridCell => ({ seasonNumber, episodeNumber: at, state: 'MISSING', episode: null })),
      { seasonNumber, episodeNumber, state, episode } satisfies RatingGridCell,
    ];
  });
}

function missingAfter(before: number, { gap, room }: { gap: number; room: Room }): number[] {
  if (gap <= 0) return [];
  if (gap > Math.min(LONGEST_GAP, room.cells)) {
    room.isEnough = false;
    return [];
  }
  room.cells -= gap;
  return Array.from({ length: gap }, (_, at) => before + 1 + at);
}

function summaryOf(cells: readonly RatingGridCell[]): Summary {
  const rated = cells.filter(isRated);
  // In whole tenths, as ratings are: their sum is exact.
  const tenths = rated.reduce((sum, { episode }) => sum + Math.round(episode.rating.average * 10), 0);
  return {
    average: rated.length === 0 ? null : tenths / (10 * rated.length),
    best: firstBy(rated, (one, other) => other.average - one.average),
    worst: firstBy(rated, (one, other) => one.average - other.average),
    trend: slopeOf(pointsOf(cells)),
  };
}

type RatedCell = RatingGridCell & { episode: Title & { rating: Rating } };

function isRated(cell: RatingGridCell): cell is RatedCell {
  return cell.state === 'RATED';
}

/** The first in an order of ratings; of equal ones the one with the most votes, then the earliest. */
function firstBy(cells: readonly RatedCell[], order: (one: Rating, other: Rating) => number): RatedCell | null {
  let first: RatedCell | null = null;
  for (const cell of cells) {
    if (first === null || isBefore(cell.episode.rating, first.episode.rating, order)) first = cell;
  }
  return first;
}

function isBefore(one: Rating, other: Rating, order: (one: Rating, other: Rating) => number): boolean {
  const by = order(one, other);
  return by < 0 || (by === 0 && one.votes > other.votes);
}

/** The rated episodes by their place among the numbers that have an episode: those without a number have none. */
function pointsOf(cells: readonly RatingGridCell[]): Point[] {
  let place = 0;
  let before: RatingGridCell | undefined;
  return cells.flatMap((cell) => {
    if (cell.episode === null || cell.seasonNumber === null || cell.episodeNumber === null) return [];
    if (before?.seasonNumber !== cell.seasonNumber || before.episodeNumber !== cell.episodeNumber) place += 1;
    before = cell;
    return cell.episode.rating === null ? [] : [{ x: place, y: cell.episode.rating.average }];
  });
}
