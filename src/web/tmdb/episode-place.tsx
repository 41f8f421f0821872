import type { JSX } from 'preact';

import type { TmdbOfTitleFragment, TmdbPlaceFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { numberOf } from '../parts/title-row.tsx';
import { asDate } from '../words/day.ts';
import { asPercent } from '../words/format.ts';
import { TmdbLink } from './tmdb-link.tsx';

/** Below this confidence a page says that an episode at TMDB is likely the same. */
export const SURE = 0.9;

/** Number of an episode in a season, as far as it is known. */
interface Numbered {
  seasonNumber: number | null;
  episodeNumber: number | null;
}

export interface EpisodePlaceProps {
  episode: Numbered;
  tmdb: TmdbOfTitleFragment;
}

/** Where TMDB has an episode in its order, and how sure that is: no id links episodes. */
export function EpisodePlace({ episode, tmdb }: EpisodePlaceProps): JSX.Element {
  const { url, releaseDate, confidence } = tmdb;
  return (
    <Section title="TMDB’s order" aside={<TmdbLink url={url} />}>
      <p>
        At TMDB:{' '}
        <a class="link" href={url} rel="noreferrer">
          {placeWords(tmdb)}
        </a>
        {releaseDate !== null && `, broadcast on ${asDate(releaseDate)}`}.
        {differs(episode, tmdb) && ` IMDb has it as ${numberOf(episode) ?? 'one without a number'}.`}
      </p>
      {confidence !== null && confidence < SURE && (
        <p class="text-soft">
          It is likely the same episode, with a probability of {asPercent(confidence)}: titles, numbers and years were
          compared, because no id links them.
        </p>
      )}
    </Section>
  );
}

/** Whether TMDB has an episode under another season or number. */
export function differs(episode: Numbered, tmdb: Numbered): boolean {
  return episode.seasonNumber !== tmdb.seasonNumber || episode.episodeNumber !== tmdb.episodeNumber;
}

function placeWords({ seasonNumber, episodeNumber }: TmdbPlaceFragment): string {
  return `${seasonNumber === 0 ? 'specials' : `season ${seasonNumber}`}, episode ${episodeNumber}`;
}
