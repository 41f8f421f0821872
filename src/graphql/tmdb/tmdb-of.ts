import type { Context } from '../base/context.ts';

/** The loaders of TMDB's data, in a resolver below a value that is of it. */
export function tmdbOf(loaders: Context['loaders']) {
  const tmdb = loaders.tmdb();
  if (tmdb === null) throw new Error("this build has none of TMDB's data");
  return tmdb;
}
