import type { JSX } from 'preact';

import { Cover } from '../parts/cover.tsx';
import type { CoverProps } from '../parts/cover.tsx';
import { Picture } from './picture.tsx';
import type { PictureProps } from './picture.tsx';

export interface PosterProps extends CoverProps {
  class: string;
  /** What TMDB has of it, if it has the title. */
  poster: Pick<PictureProps, 'widths' | 'sizes' | 'alt'> | undefined;
}

/** The poster of a title over its cover; the cover alone where TMDB has none. */
export function Poster({ poster, class: className, ...cover }: PosterProps): JSX.Element {
  if (poster === undefined) return <Cover {...cover} class={className} />;
  return (
    <Picture {...poster} class={`${className} aspect-2/3 rounded-sm`}>
      <Cover {...cover} class="w-full" />
    </Picture>
  );
}
