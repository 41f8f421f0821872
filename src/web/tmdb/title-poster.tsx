import type { JSX } from 'preact';

import type { TmdbOfTitleFragment } from '../generated/graphql.ts';
import { Poster } from './poster.tsx';

export interface TitlePosterProps {
  title: {
    id: string;
    displayTitle: string;
    genres: readonly string[];
    tmdb: Pick<TmdbOfTitleFragment, 'w185' | 'w342' | 'w500'> | null;
  };
}

/** The large poster or cover of a title, on its page. */
export function TitlePoster({ title: { id, displayTitle, genres, tmdb } }: TitlePosterProps): JSX.Element {
  const poster = tmdb && {
    widths: { w185: tmdb.w185, w342: tmdb.w342, w500: tmdb.w500 },
    sizes: '(min-width: 40rem) 12rem, 7rem',
    alt: `Poster of ${displayTitle}`,
  };
  return (
    <Poster id={id} title={displayTitle} genres={genres} class="w-28 self-start sm:w-48" poster={poster ?? undefined} />
  );
}
