import { useId } from 'preact/hooks';
import type { JSX } from 'preact';

import { coverDrawing } from '../../pictures/cover-drawing.ts';
import { Drawn } from './drawn.tsx';

export interface CoverProps {
  id: string;
  title: string;
  genres: readonly string[];
  class?: string;
}

/**
 * A cover drawn for a title. It says nothing that the page does not say, so that screen readers pass it over.
 */
export function Cover({ id, title, genres, class: className = 'w-16' }: CoverProps): JSX.Element {
  const clip = useId();
  const { shapes } = coverDrawing({ id, title, genres, font: 'var(--font-display)' });
  return (
    <svg viewBox="0 0 200 300" class={`${className} aspect-2/3 shrink-0 rounded-sm`} aria-hidden="true">
      <clipPath id={clip}>
        <rect width="200" height="300" />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <Drawn shapes={shapes} />
      </g>
    </svg>
  );
}
