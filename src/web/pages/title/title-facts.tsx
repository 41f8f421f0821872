import type { JSX } from 'preact';

import type { SeriesPartsFragment } from '../../generated/graphql.ts';
import { numberOf } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { countOf } from '../../words/count-of.ts';
import { asRuntime, asYears } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import type { PageTitle } from './title-card.tsx';

/** Years, type, number or numbers of seasons and episodes, and running time, as far as they are known. */
export function TitleFacts({ title }: { title: PageTitle }): JSX.Element {
  return (
    <p class="mt-1 text-soft">
      <Years title={title} />
      {factsOf(title)}
    </p>
  );
}

function factsOf(title: PageTitle): string {
  const number = title.__typename === 'Episode' ? numberOf(title) : undefined;
  const seasons = title.__typename === 'Series' && title.seasonCount > 0 ? countOf(title.seasonCount, 'season') : '';
  const episodes = title.__typename === 'Series' ? episodesOf(title.ratingGrid) : 0;
  const runtime = title.runtimeMinutes === null ? '' : asRuntime(title.runtimeMinutes);
  return [labelOf(title.titleType), number, seasons, episodes === 0 ? '' : countOf(episodes, 'episode'), runtime]
    .filter(Boolean)
    .join(' · ');
}

/** Number of episodes that are in the data. */
function episodesOf({ seasons }: SeriesPartsFragment['ratingGrid']): number {
  return seasons.flatMap((season) => season.episodes).filter(({ episode }) => episode !== null).length;
}

/** The years of a title; the first one is a link to its page. */
function Years({ title }: { title: PageTitle }): JSX.Element | null {
  const { startYear } = title;
  if (startYear === null) return null;
  return (
    <>
      <a class="link" href={href(`/year/${startYear}`)}>
        {startYear}
      </a>
      {asYears(title)?.slice(String(startYear).length)} ·{' '}
    </>
  );
}
