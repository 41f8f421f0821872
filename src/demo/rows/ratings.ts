import { Dice } from '../chance/random.ts';
import type { Work } from '../world/works.ts';
import type { World } from '../world/world.ts';

const RATING_STREAM = 81;
const MOST_VOTES = 3_100_000;

/** Share of a type that is rated, and its votes relative to those of an episode. */
const BY_TYPE: Record<string, readonly [share: number, weight: number]> = {
  movie: [0.47, 34],
  tvSeries: [0.36, 26],
  tvMiniSeries: [0.34, 20],
  tvMovie: [0.36, 12],
  video: [0.16, 9],
  short: [0.16, 6],
  videoGame: [0.4, 10],
  tvEpisode: [0.088, 9],
};
const OTHERS: readonly [share: number, weight: number] = [0.24, 8];

/** The mean of a title in tenths, and its votes. */
export interface DrawnRating {
  tenths: number;
  votes: number;
}

/** The rating of a title; undefined for the many unrated titles. Votes follow a power law. */
export function createRatings(world: World): (work: Pick<Work, 'title' | 'type'>) => DrawnRating | undefined {
  const dice = new Dice(world.seed);
  return (work) => {
    dice.roll(RATING_STREAM, work.title);
    const [share, weight] = BY_TYPE[work.type] ?? OTHERS;
    if (!dice.chance(share)) return undefined;
    const votes = Math.min(MOST_VOTES, 4 + Math.floor(weight * (dice.unit() + 1e-7) ** -0.86));
    const mean = work.type === 'tvEpisode' ? 72 : 64;
    const tenths = Math.round(mean + (dice.unit() + dice.unit() + dice.unit() - 1.5) * 45);
    return { tenths: Math.min(100, Math.max(10, tenths)), votes };
  };
}

/** The row of a rated title in title.ratings. */
export function ratingRow(id: string, { tenths, votes }: DrawnRating): string {
  return `${id}\t${Math.floor(tenths / 10)}.${tenths % 10}\t${votes}\n`;
}
