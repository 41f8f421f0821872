import type { Like } from '../liked-together.ts';
import { readCsv } from './read-csv.ts';
import type { Movie } from './read-movies.ts';

/** Stars of which a film is liked. */
const LIKED = 4;

/** Who likes which film, of MovieLens' ratings in a folder: those of several files are of different people. */
export async function readLikes(folder: string, movies: readonly Movie[]): Promise<Like[]> {
  const titles = new Map(movies.map(({ movieId, tconst }) => [String(movieId), tconst]));
  const likes: Like[] = [];
  for (const file of ['ratings.csv', 'ratings_small.csv']) {
    for (const { userId, movieId, rating } of await readCsv(folder, file)) {
      const title = titles.get(movieId ?? '');
      if (title !== undefined && Number(rating) >= LIKED) likes.push({ user: `${file} ${userId ?? ''}`, title });
    }
  }
  return likes;
}
