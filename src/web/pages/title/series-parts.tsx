import type { JSX } from 'preact';

import type { GridCellFragment } from '../../generated/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { numberOf } from '../../parts/title-row.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asMove, asNumber, asRating } from '../../words/format.ts';
import { RatingGrid } from './rating-grid.tsx';
import type { PageTitle } from './title-card.tsx';
import { OtherPlace, TmdbOrder } from './tmdb-order.tsx';

type Series = Extract<PageTitle, { __typename: 'Series' }>;
type Season = Series['ratingGrid']['seasons'][number];

/** Name of a season in the address. */
const UNNUMBERED = 'none';

/** The ratings of all episodes, the best and the worst, and the episodes of one season. */
export function SeriesParts({ series: { ratingGrid, tmdb } }: { series: Series }): JSX.Element | null {
  const { seasons, average, trend, missing, unrated, best, worst } = ratingGrid;
  if (seasons.length === 0) return null;
  const facts = [
    average === null ? '' : `mean ${asRating(average)}`,
    trendWords(trend),
    missing === 0 ? '' : `${asNumber(missing)} missing`,
    unrated === 0 ? '' : `${asNumber(unrated)} not rated`,
  ].filter(Boolean);
  return (
    <>
      <Section title="Ratings" aside={<span class="text-soft">{facts.join(' · ')}</span>}>
        <RatingGrid seasons={seasons} />
        <p class="mt-3 flex flex-wrap gap-x-8 gap-y-1">
          <Extreme word="Best" cell={best} />
          <Extreme word="Worst" cell={worst} />
        </p>
      </Section>
      <Seasons seasons={seasons} isAtTmdb={tmdb !== null} />
    </>
  );
}

/** How ratings rise or fall over ten episodes; nothing where that is less than a tenth. */
function trendWords(trend: number | null): string {
  const move = Math.round((trend ?? 0) * 100) / 10;
  return move === 0 ? '' : `${asMove(move)} every ten episodes`;
}

function Extreme({ word, cell }: { word: string; cell: GridCellFragment | null }): JSX.Element | null {
  if (cell?.episode == null) return null;
  return (
    <span>
      <span class="text-soft">{word}: </span>
      <a class="link" href={href(`/title/${cell.episode.id}`)} dir="auto">
        {cell.episode.primaryTitle}
      </a>{' '}
      {numberOf(cell)} <RatingOf rating={cell.rating} />
    </span>
  );
}

function nameOf(number: number | null): string {
  return number === null ? UNNUMBERED : String(number);
}

/** Such as `10 in season 2`. */
function aboutOf({ number, episodes }: Season): string {
  return `${asNumber(episodes.length)} ${number === null ? 'without a season' : `in season ${number}`}`;
}

function Seasons({ seasons, isAtTmdb }: { seasons: readonly Season[]; isAtTmdb: boolean }): JSX.Element {
  const { values, withValues } = useQueryString();
  const shown = seasons.find(({ number }) => nameOf(number) === values['season']) ?? seasons[0];
  return (
    <Section title="Episodes" aside={<span class="text-soft">{shown === undefined ? '' : aboutOf(shown)}</span>}>
      <ul class="no-print mb-3 flex flex-wrap gap-1" aria-label="Seasons">
        {seasons.map((season) => (
          <li key={nameOf(season.number)}>
            <a
              class={season === shown ? 'chip-on' : 'chip'}
              href={withValues({ season: nameOf(season.number) })}
              aria-current={season === shown}
            >
              {season.number === null ? (
                'Without number'
              ) : (
                <>
                  <span class="sr-only">Season </span>
                  {season.number}
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
      {isAtTmdb && shown !== undefined && <TmdbOrder episodes={shown.episodes} />}
      <ol>
        {shown?.episodes.map((cell, index) => (
          <li key={index} class="flex justify-between gap-4 border-b border-line py-1.5">
            <span class="flex min-w-0 gap-3">
              <span class="w-8 shrink-0 text-right text-soft tabular-nums">{cell.episodeNumber ?? '–'}</span>
              {cell.episode === null ? (
                <span class="text-soft">not in the data</span>
              ) : (
                <span>
                  <a href={href(`/title/${cell.episode.id}`)} dir="auto">
                    {cell.episode.primaryTitle}
                  </a>
                  <OtherPlace cell={cell} />
                </span>
              )}
            </span>
            {cell.state !== 'MISSING' && <RatingOf rating={cell.rating} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
