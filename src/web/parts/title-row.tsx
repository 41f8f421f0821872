import type { ComponentChildren, JSX } from 'preact';

import type { TitleLineFragment } from '../generated/graphql.ts';
import { href } from '../routing/base.ts';
import { asYears } from '../words/format.ts';
import { labelOf } from '../words/labels.ts';
import { Cover } from './cover.tsx';
import { Marked } from './marked.tsx';
import { RatingOf } from './rating.tsx';
import { TmdbAlone } from './tmdb-alone.tsx';

export interface TitleRowProps {
  title: TitleLineFragment;
  /** Rank, role or reasons, below the title. */
  children?: ComponentChildren;
  /** Before the cover, such as a rank. */
  lead?: ComponentChildren;
  /** In place of the cover that is drawn. */
  cover?: ComponentChildren;
  /** Words that were searched for, which are marked in the name. */
  query?: string | undefined;
}

/** A title in a list: cover, name as a link, type and years, rating; in its place TMDB's mark where that alone has it. */
export function TitleRow({ title, children, lead, cover, query }: TitleRowProps): JSX.Element {
  const { id, displayTitle, genres, rating } = title;
  return (
    <div class="flex items-start gap-3 py-2">
      {lead}
      {cover ?? <Cover id={id} title={displayTitle} genres={genres} class="w-10" />}
      <div class="min-w-0 flex-1">
        <TitleLink title={title} query={query} />
        <p class="text-sm text-soft">{kindOf(title)}</p>
        {children}
      </div>
      <div class="pt-0.5 text-right">{title.source === 'TMDB' ? <TmdbAlone /> : <RatingOf rating={rating} />}</div>
    </div>
  );
}

/** The name of a title as a link to its page; an episode with the name of its series. */
export function TitleLink(of: { title: TitleLineFragment; query?: string | undefined }): JSX.Element {
  const { title, query } = of;
  return (
    <span class="font-medium break-words">
      <a href={href(`/title/${title.id}`)} dir="auto">
        {query === undefined ? title.displayTitle : <Marked text={title.displayTitle} query={query} />}
      </a>
      {title.__typename === 'Episode' && title.series !== null && (
        <span class="font-normal text-soft">
          {' '}
          in{' '}
          <a href={href(`/title/${title.series.id}`)} dir="auto">
            {title.series.displayTitle}
          </a>
        </span>
      )}
    </span>
  );
}

/** Year, type and number of a title, such as `1999 · Movie` or `2008 · TV episode · S1 E3`. */
export function kindOf(title: TitleLineFragment): string {
  const number = title.__typename === 'Episode' ? numberOf(title) : undefined;
  return [asYears(title), labelOf(title.titleType), number].filter(Boolean).join(' · ');
}

/** Season and number of an episode, as far as they are known. */
export function numberOf(episode: { seasonNumber: number | null; episodeNumber: number | null }): string | undefined {
  const { seasonNumber, episodeNumber } = episode;
  const parts = [seasonNumber === null ? '' : `S${seasonNumber}`, episodeNumber === null ? '' : `E${episodeNumber}`];
  return parts.join(' ').trim() || undefined;
}
