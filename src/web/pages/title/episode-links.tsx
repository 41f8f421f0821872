import type { JSX } from 'preact';

import type { EpisodeLinkFragment } from '../../generated/graphql.ts';
import { numberOf } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import type { PageTitle } from './title-card.tsx';

/** The episodes before and after, across seasons. */
export function EpisodeLinks({ episode }: { episode: Extract<PageTitle, { __typename: 'Episode' }> }): JSX.Element {
  const { previousEpisode, nextEpisode } = episode;
  return (
    <nav class="mt-6 flex justify-between gap-4" aria-label="Episodes before and after">
      {previousEpisode === null ? <span /> : <Link episode={previousEpisode} rel="prev" />}
      {nextEpisode !== null && <Link episode={nextEpisode} rel="next" />}
    </nav>
  );
}

function Link({ episode, rel }: { episode: EpisodeLinkFragment; rel: 'prev' | 'next' }): JSX.Element {
  return (
    <a class={`button ${rel === 'next' ? 'text-right' : ''}`} rel={rel} href={href(`/title/${episode.id}`)}>
      <span>
        <span class="block text-soft">
          {rel === 'prev' ? '← Previous' : 'Next →'} {numberOf(episode)}
        </span>
        <span dir="auto">{episode.displayTitle}</span>
      </span>
    </a>
  );
}
