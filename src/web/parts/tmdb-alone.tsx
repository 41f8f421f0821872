import type { JSX } from 'preact';

import { TmdbMark } from './tmdb-mark.tsx';

/** Marks what TMDB alone has, in a list: in words for those who hear it, and for those who point at it. */
export function TmdbAlone(): JSX.Element {
  return (
    <span class="whitespace-nowrap text-soft" title="TMDB alone has it">
      <TmdbMark />
      <span class="sr-only"> alone has it</span>
    </span>
  );
}
