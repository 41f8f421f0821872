import { readdir } from 'node:fs/promises';

import type { Like } from '../liked-together.ts';
import type { Tag } from '../tagged-alike.ts';
import { readCsv } from './read-csv.ts';
import type { CsvRow } from './read-csv.ts';
import type { Movie } from './read-movies.ts';

/** Stars from which on a film is liked. */
const LIKED = 4;

/** What people think of films, in MovieLens' files in a folder: those of several files are different people. */
export async function readOpinions(folder: string, movies: readonly Movie[]): Promise<{ likes: Like[]; tags: Tag[] }> {
  const known = new Map(movies.map((movie) => [String(movie.movieId), movie]));
  const likes: Like[] = [];
  for (const row of await readAll(folder, /^ratings.*\.csv$/)) {
    const movie = known.get(row['movieId'] ?? '');
    if (movie?.year !== undefined && Number(row['rating']) >= LIKED)
      likes.push({ user: row['userId'] ?? '', title: movie.tconst, year: movie.year });
  }
  const tags: Tag[] = [];
  for (const row of await readAll(folder, /^tags.*\.csv$/)) {
    const movie = known.get(row['movieId'] ?? '');
    const tag = (row['tag'] ?? '').trim().toLowerCase();
    if (movie !== undefined && tag !== '') tags.push({ user: row['userId'] ?? '', title: movie.tconst, tag });
  }
  return { likes, tags };
}

async function readAll(folder: string, pattern: RegExp): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for (const file of (await readdir(folder)).filter((name) => pattern.test(name)).sort()) {
    for (const row of await readCsv(folder, file))
      rows.push(Object.assign(row, { userId: `${file} ${row['userId']}` }));
  }
  return rows;
}
