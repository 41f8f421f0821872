import type { JSX } from 'preact';

import type { TmdbOfPersonFragment } from '../generated/graphql.ts';
import { Photo } from './photo.tsx';

export interface PersonPhotoProps {
  person: { id: string; primaryName: string; tmdb: Pick<TmdbOfPersonFragment, 'w185' | 'w421'> | null };
}

/** The large photo or portrait of a person, on their page. */
export function PersonPhoto({ person: { id, primaryName, tmdb } }: PersonPhotoProps): JSX.Element {
  const photo = tmdb && {
    widths: { w185: tmdb.w185, w421: tmdb.w421 },
    sizes: '(min-width: 40rem) 11rem, 6rem',
    alt: `Photo of ${primaryName}`,
  };
  return <Photo id={id} name={primaryName} class="w-24 self-start sm:w-44" photo={photo ?? undefined} />;
}
