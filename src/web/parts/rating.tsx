import type { JSX } from 'preact';

import { asNumber, asRating, asShortNumber } from '../words/format.ts';

export interface RatingProps {
  rating: { average: number; votes: number } | null;
}

/** A mean rating out of 10 with its number of votes, or the words that there is none. */
export function RatingOf({ rating }: RatingProps): JSX.Element {
  if (rating === null) return <span class="text-sm whitespace-nowrap text-soft">not rated</span>;
  return (
    <span class="whitespace-nowrap" title={`${asRating(rating.average)} out of 10, ${asNumber(rating.votes)} votes`}>
      <span class="font-semibold tabular-nums">{asRating(rating.average)}</span>
      <span class="text-sm text-soft">
        <span aria-hidden="true"> · </span>
        <span class="sr-only"> out of 10, </span>
        {asShortNumber(rating.votes)}
        <span class="sr-only"> votes</span>
      </span>
    </span>
  );
}
