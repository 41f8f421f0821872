import type { Context } from './context.ts';

/** Tells the answer that it is chosen by TMDB's data, where there is any. */
export function tellOfTmdb({ loaders, onTmdb }: Context): void {
  if (loaders.tmdb() !== null) onTmdb?.();
}
