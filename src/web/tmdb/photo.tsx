import type { JSX } from 'preact';

import { Portrait } from '../parts/portrait.tsx';
import type { PortraitProps } from '../parts/portrait.tsx';
import { Picture } from './picture.tsx';
import type { PictureProps } from './picture.tsx';

export interface PhotoProps extends PortraitProps {
  class: string;
  /** What TMDB has of it, if it has the person. */
  photo: Pick<PictureProps, 'widths' | 'sizes' | 'alt'> | undefined;
}

/** The photo of a person over the portrait, round as that; the portrait alone where TMDB has none. */
export function Photo({ photo, class: className, ...portrait }: PhotoProps): JSX.Element {
  if (photo === undefined) return <Portrait {...portrait} class={className} />;
  return (
    <Picture {...photo} class={`${className} aspect-square rounded-full`}>
      <Portrait {...portrait} class="w-full" />
    </Picture>
  );
}
