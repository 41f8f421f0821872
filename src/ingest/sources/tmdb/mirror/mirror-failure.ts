import { Failed } from '../../../outcomes/outcome.ts';

/** What a person reads for the primary code of an error of SQLite's. */
const WORDS: Readonly<Record<number, string>> = {
  5: 'is held by another program',
  8: 'may not be written',
  10: 'cannot be read or written: look at the disk',
  11: 'is damaged: move it away, and `marquee tmdb all` fetches everything again; builds go on with the last snapshot meanwhile',
  13: 'cannot grow: the disk is full',
  14: 'cannot be opened: may its folder be written?',
  26: 'is damaged, or no file of the mirror: move it away, and `marquee tmdb all` fetches everything again; builds go on with the last snapshot meanwhile',
};

/** An error of SQLite about the mirror's file, as a person reads it. What nobody foresaw stays as it is. */
export function mirrorFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return error;
  // The primary code is the last byte of SQLite's extended one.
  const words = WORDS[error.errcode & 0xff];
  return words === undefined ? error : new Failed(`${path} ${words} (${error.message})`, { cause: error });
}
