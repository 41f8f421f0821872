import type { Context } from '../base/context.ts';

/** A value of TMDB's data, of which the answer is told. */
export function told<T>(found: T | null, onTmdb: Context['onTmdb']): T | null {
  if (found !== null) onTmdb?.();
  return found;
}
