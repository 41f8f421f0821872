import { useId } from 'preact/hooks';
import type { JSX } from 'preact';

import { portraitDrawing } from '../../pictures/portrait-drawing.ts';
import { Drawn } from './drawn.tsx';

export interface PortraitProps {
  id: string;
  name: string;
  class?: string;
}

/**
 * A picture drawn for a person: round, so that it is told from the cover of a title. Screen readers pass it over.
 */
export function Portrait({ id, name, class: className = 'w-10' }: PortraitProps): JSX.Element {
  const clip = useId();
  const { shapes } = portraitDrawing({ id, name, font: 'var(--font-display)' });
  return (
    <svg viewBox="0 0 200 200" class={`${className} aspect-square shrink-0 rounded-full`} aria-hidden="true">
      <clipPath id={clip}>
        <circle cx="100" cy="100" r="100" />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <Drawn shapes={shapes} />
      </g>
    </svg>
  );
}
