import type { JSX } from 'preact';

/** TMDB's name, by which its data is told from IMDb's: letters of the page in a frame, not TMDB's own artwork. */
export function TmdbMark(): JSX.Element {
  return <span class="rounded-sm border border-current px-1 text-xs font-bold tracking-widest">TMDB</span>;
}
