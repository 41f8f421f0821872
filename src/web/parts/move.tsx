import type { JSX } from 'preact';

import { asMove } from '../words/format.ts';

/** By how much a rating moved, in tenths; null if it was or is none. */
export function ratingMove(before: Rated | null | undefined, after: Rated | null): number | null {
  return before == null || after === null ? null : Math.round((after.average - before.average) * 10) / 10;
}

interface Rated {
  average: number;
}

/** By how much something moved, with an arrow and in words; nothing if it did not move. */
export function Move({ by, of }: { by: number | null; of: 'ranks' | 'rating' }): JSX.Element | null {
  if (by === null || by === 0) return null;
  return (
    <span class={`text-sm ${by > 0 ? 'text-good' : 'text-bad'}`}>
      <span aria-hidden="true">{by > 0 ? '▲' : '▼'}</span> {asMove(by)}
      <span class="sr-only"> {of}</span>
    </span>
  );
}
