import type { JSX } from 'preact';

import type { TmdbPlaceFragment } from '../../generated/graphql.ts';
import { numberOf } from '../../parts/title-row.tsx';
import { TmdbMark } from '../../parts/tmdb-mark.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { differs, SURE } from '../../tmdb/episode-place.tsx';
import { countOf } from '../../words/count-of.ts';
import type { SeriesPartsFragment } from '../../generated/graphql.ts';

type Cell = SeriesPartsFragment['ratingGrid']['seasons'][number]['episodes'][number];

/** Value of `numbers` in the address that asks for TMDB's order, which is looked up for each episode. */
const OF_TMDB = 'tmdb';

/** Whether an address asks for the places of episodes at TMDB. */
export function hasTmdbOrder(values: Readonly<Record<string, string | undefined>>): boolean {
  return values['numbers'] === OF_TMDB;
}

/** The link that asks for TMDB's order beside the episodes of a season, or what it says of them. */
export function TmdbOrder({ episodes }: { episodes: readonly Cell[] }): JSX.Element {
  const { values, withValues } = useQueryString();
  const isOn = hasTmdbOrder(values);
  const known = episodes.filter((cell) => placeOf(cell) !== undefined);
  return (
    <p class="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <a
        class={`no-print ${isOn ? 'chip-on' : 'chip'}`}
        aria-current={isOn}
        href={withValues({ numbers: isOn ? undefined : OF_TMDB })}
      >
        Compare with the order of <TmdbMark />
      </a>
      {isOn && <span class="text-soft">{summaryOf(known)}</span>}
    </p>
  );
}

function summaryOf(known: readonly Cell[]): string {
  if (known.length === 0) return 'No episode of this season is known at TMDB.';
  const others = known.filter((cell) => isElsewhere(cell)).length;
  if (others === 0) return `${countOf(known.length, 'episode')} in the same order.`;
  return `${countOf(others, 'episode')} of ${known.length} under another number.`;
}

/** Where TMDB has an episode, if that is not where IMDb has it. */
export function OtherPlace({ cell }: { cell: Cell }): JSX.Element | null {
  const place = placeOf(cell);
  if (place === undefined || !isElsewhere(cell)) return null;
  const isLikely = place.confidence !== null && place.confidence < SURE;
  return (
    <a class="ml-2 text-sm whitespace-nowrap text-soft" href={place.url} rel="noreferrer">
      <TmdbMark /> {isLikely && 'likely '}
      {numberOf(place)}
    </a>
  );
}

function isElsewhere(cell: Cell): boolean {
  const place = placeOf(cell);
  return place !== undefined && differs(cell, place);
}

/** Undefined if it was not asked for, or TMDB has none. */
function placeOf({ episode }: Cell): TmdbPlaceFragment | undefined {
  return episode?.tmdb ?? undefined;
}
