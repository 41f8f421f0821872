import type { JSX } from 'preact';

import { TmdbMark } from '../parts/tmdb-mark.tsx';

/** The way to a page at TMDB, from what is TMDB's on a page. */
export function TmdbLink({ url }: { url: string }): JSX.Element {
  return (
    <a class="text-soft" href={url} rel="noreferrer">
      <span class="sr-only">From </span>
      <TmdbMark /> <span aria-hidden="true">↗</span>
    </a>
  );
}
