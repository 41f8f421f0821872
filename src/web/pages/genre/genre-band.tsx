import type { JSX } from 'preact';

import { colourOf } from '../../../pictures/genre-hues.ts';

/** Stripes in the colour of a genre, as on the covers of its titles. They say nothing that the heading does not. */
export function GenreBand({ genre }: { genre: string }): JSX.Element {
  return (
    <svg viewBox="0 0 1200 24" preserveAspectRatio="none" class="mt-2 h-3 w-full rounded-sm" aria-hidden="true">
      {[0.34, 0.45, 0.55, 0.65, 0.74].map((lightness, index) => (
        <rect
          key={lightness}
          x={240 * index}
          width="241"
          height="24"
          fill={colourOf(genre, { lightness, chroma: 0.12 })}
        />
      ))}
    </svg>
  );
}
