import type { JSX } from 'preact';

import type { GridCellFragment, SeriesPartsFragment } from '../../generated/graphql.ts';
import { href } from '../../routing/base.ts';
import { asNumber, asRating } from '../../words/format.ts';

type Season = SeriesPartsFragment['ratingGrid']['seasons'][number];

/** Episodes of a season beyond this number are in the list of the season alone. */
const MOST_COLUMNS = 40;

/**
 * Ratings of a series, seasons by episodes: a table whose cells are coloured. The colours go from purple to yellow, as
 * in the palette viridis, by lightness, so that they can be told apart with any colour vision and in grey; the number
 * stands in each cell.
 */
export function RatingGrid({ seasons }: { seasons: readonly Season[] }): JSX.Element {
  const columns = Math.min(MOST_COLUMNS, Math.max(0, ...seasons.map(({ episodes }) => episodes.length)));
  return (
    <div class="overflow-x-auto" tabIndex={0} role="region" aria-label="Ratings by season and episode">
      <table class="text-center text-sm tabular-nums">
        <thead>
          <tr>
            <th scope="col" class="sticky left-0 bg-page pr-2 text-right font-normal text-soft">
              <span class="sr-only">Season</span>
            </th>
            {Array.from({ length: columns }, (_, index) => (
              <th key={index} scope="col" class="px-1 font-normal text-soft">
                <span class="sr-only">Episode </span>
                {index + 1}
              </th>
            ))}
            <th scope="col" class="px-2 font-normal text-soft">
              mean
            </th>
          </tr>
        </thead>
        <tbody>
          {seasons.map((season) => (
            <SeasonRow key={season.number} season={season} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SeasonRow({ season, columns }: { season: Season; columns: number }): JSX.Element {
  const { number, average, episodes } = season;
  return (
    <tr>
      <th scope="row" class="sticky left-0 bg-page pr-2 text-right font-normal whitespace-nowrap text-soft">
        {number === null ? 'none' : `S${number}`}
      </th>
      {Array.from({ length: columns }, (_, index) => (
        <Cell key={index} cell={episodes[index]} />
      ))}
      <td class="px-2">{average === null ? '–' : asRating(average)}</td>
    </tr>
  );
}

function Cell({ cell }: { cell: GridCellFragment | undefined }): JSX.Element {
  if (cell === undefined) return <td />;
  const { state, rating, episode } = cell;
  if (rating === null || episode === null)
    return (
      <td class="border border-page bg-raised p-0 text-soft">
        <span class="block min-w-9 px-1 py-1">
          <span aria-hidden="true">{state === 'MISSING' ? '' : '·'}</span>
          <span class="sr-only">{state === 'MISSING' ? 'not in the data' : 'not rated'}</span>
        </span>
      </td>
    );
  return (
    <td class="border border-page p-0">
      <a
        class="block min-w-9 px-1 py-1 no-underline"
        href={href(`/title/${episode.id}`)}
        title={`${episode.primaryTitle} · ${asNumber(rating.votes)} votes`}
        style={coloursOf(rating.average)}
      >
        {asRating(rating.average)}
      </a>
    </td>
  );
}

/** Stops of the palette at 4 and below, 5.5, 7, 8.5 and 10, with the colour of text that is read on each. */
const STOPS = [
  { background: '#440154', color: '#ffffff' },
  { background: '#3b528b', color: '#ffffff' },
  { background: '#1f7a78', color: '#ffffff' },
  { background: '#5ec962', color: '#000000' },
  { background: '#fde725', color: '#000000' },
] as const;

/** Colours of a rating, in steps of 0.75 from 4.75 on. */
function coloursOf(average: number): { background: string; color: string } {
  const step = Math.round(((average - 4) / 6) * (STOPS.length - 1));
  return STOPS[Math.min(STOPS.length - 1, Math.max(0, step))] ?? STOPS[0];
}
