import { isOnlyTmdb } from '../../dataset/words/only-tmdb.ts';
import type { Context } from '../base/context.ts';

/** A value of TMDB's data, of which the answer is told. */
export function told<T>(found: T | null, onTmdb: Context['onTmdb']): T | null {
  if (found !== null) onTmdb?.();
  return found;
}

/** A title or person, of which the answer is told if TMDB alone has it. */
export function toldIfTmdb<T extends { id: number }>(found: T, onTmdb: Context['onTmdb']): T;
export function toldIfTmdb<T extends { id: number }>(found: T | null, onTmdb: Context['onTmdb']): T | null;
export function toldIfTmdb<T extends { id: number }>(found: T | null, onTmdb: Context['onTmdb']): T | null {
  if (found !== null && isOnlyTmdb(found.id)) onTmdb?.();
  return found;
}
