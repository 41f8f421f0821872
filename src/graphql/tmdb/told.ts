import type { Context } from '../base/context.ts';

/** A value of TMDB's data, of which the answer is told. */
export function told<T>(found: T | null, onTmdb: Context['onTmdb']): T | null {
  if (found !== null) onTmdb?.();
  return found;
}

/** Tells the answer that it is chosen by TMDB's data, where there is any. */
export function tellOfTmdb({ loaders, onTmdb }: Context): void {
  if (loaders.tmdb() !== null) onTmdb?.();
}
