import type { JSX } from 'preact';

import { href } from '../routing/base.ts';
import { colourOf } from '../../pictures/genre-hues.ts';
import { labelOf } from '../words/labels.ts';

/** A genre as a link to its page, with a dot in its colour. */
export function GenreChip({ genre, name = labelOf(genre) }: { genre: string; name?: string }): JSX.Element {
  return (
    <a class="chip" href={href(`/genre/${slugOf(genre)}`)}>
      <svg viewBox="0 0 10 10" class="w-2.5" aria-hidden="true">
        <circle cx="5" cy="5" r="5" fill={colourOf(genre, { lightness: 0.65, chroma: 0.15 })} />
      </svg>
      {name}
    </a>
  );
}

/** An enum value as part of an address: `SCI_FI` becomes `sci-fi`. */
export function slugOf(value: string): string {
  return value.toLowerCase().replaceAll('_', '-');
}

/** The enum value of a part of an address. */
export function valueOf(slug: string): string {
  return slug.toUpperCase().replaceAll('-', '_');
}
