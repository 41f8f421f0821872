import { pathToFileURL } from 'node:url';

import { formatConst } from '../../../src/dataset/words/consts.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { tmdbTitle } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';
import type { Movie } from './read-movies.ts';

const NULL = '\\N';

/** When the answers of TMDB that are made up of the files are said to have come. */
const FETCHED_AT = new Date();

function tt({ tconst }: Movie): string {
  return formatConst('tt', tconst);
}

/**
 * Writes films as IMDb's seven files, and what TMDB says of them as a snapshot. People have no ids in the files: those
 * of one name are one person.
 */
export async function writeMovies(
  movies: readonly Movie[],
  { folder, folders }: { folder: string; folders: Pick<Folders, 'tmdb'> },
): Promise<string> {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? formatConst('nm', ids.size + 1);
    ids.set(name, id);
    return id;
  };
  const sorted = [...new Map(movies.map((movie) => [movie.tconst, movie])).values()].sort(
    (one, other) => one.tconst - other.tconst,
  );
  const principals = sorted.flatMap((movie) =>
    [
      ...movie.cast.map((name) => [name, 'actor'] as const),
      ...movie.directors.map((name) => [name, 'director'] as const),
    ].map(([name, category], at) => [tt(movie), String(at + 1), idOf(name), category, NULL, NULL]),
  );
  const rows = {
    'title.basics': sorted.map((movie) => {
      const { title, year, genres } = movie;
      return [tt(movie), 'movie', title, title, '0', String(year ?? NULL), NULL, NULL, genres.join(',') || NULL];
    }),
    'title.akas': [],
    'title.crew': sorted.map((movie) => [tt(movie), movie.directors.map(idOf).join(',') || NULL, NULL]),
    'title.episode': [],
    'title.principals': principals,
    'title.ratings': sorted.filter(({ votes }) => votes > 0).map((movie) => [tt(movie), '6.5', String(movie.votes)]),
    'name.basics': [...ids].map(([name, id]) => [id, name, NULL, NULL, NULL, NULL]),
  };
  await writeSources(folder, { rows });
  const told = new Map(sorted.flatMap((movie) => (movie.tmdbId === undefined ? [] : [[movie.tmdbId, movie] as const])));
  await writeTmdbSnapshot(folders, {
    'tmdb.titles': [...told]
      .sort(([one], [other]) => one - other)
      .map(([id, { tconst, title, overview, keywords, collection }]) =>
        tmdbTitle({
          kind: 'MOVIE',
          id,
          tconst,
          title,
          overview,
          keywords,
          collectionId: collection?.id,
          collectionName: collection?.name,
          fetchedAt: FETCHED_AT.toISOString(),
        }),
      ),
  });
  return pathToFileURL(folder).href;
}
