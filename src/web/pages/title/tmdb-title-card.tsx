import type { JSX } from 'preact';

import type { TmdbTitlePageQuery } from '../../generated/graphql.ts';
import { Heading } from '../../parts/page.tsx';
import { TmdbMark } from '../../parts/tmdb-mark.tsx';
import { href } from '../../routing/base.ts';
import { TitlePoster } from '../../tmdb/title-poster.tsx';
import { countOf } from '../../words/count-of.ts';
import { asRating, asRuntime } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';

/** A title of TMDB's, of the page's query. */
export type TmdbPageTitle = NonNullable<TmdbTitlePageQuery['titleBy']>;

/** What a title is that TMDB alone has: name, kind, year, running time, genres and votes, all in TMDB's words. */
export function TmdbTitleCard({ title }: { title: TmdbPageTitle }): JSX.Element {
  const { displayTitle, originalTitle, titleType, startYear, runtimeMinutes, tmdb } = title;
  const facts = [labelOf(titleType), runtimeMinutes === null ? '' : asRuntime(runtimeMinutes)];
  return (
    <article class="mt-4 flex gap-4 sm:gap-6">
      <TitlePoster title={title} />
      <div class="min-w-0 flex-1">
        <Heading class="break-words">{displayTitle}</Heading>
        {originalTitle !== null && originalTitle !== displayTitle && (
          <p class="text-soft italic" dir="auto">
            {originalTitle}
          </p>
        )}
        {tmdb?.tagline != null && (
          <p class="mt-1 font-display text-lg" dir="auto">
            {tmdb.tagline}
          </p>
        )}
        <p class="mt-1 text-soft">
          {startYear !== null && (
            <>
              <a class="link" href={href(`/year/${startYear}`, { source: 'any' })}>
                {startYear}
              </a>
              {' · '}
            </>
          )}
          {[...facts, ...(tmdb?.genres ?? [])].filter(Boolean).join(' · ')}
        </p>
        <Votes title={title} />
        <p class="mt-3">
          <TmdbMark /> alone has it: it is not in IMDb’s files, or TMDB does not say which of IMDb’s titles it is.
        </p>
        {tmdb !== null && (
          <p class="no-print mt-3">
            <a class="button" href={tmdb.url} rel="noreferrer">
              TMDB <span aria-hidden="true">↗</span>
            </a>
          </p>
        )}
      </div>
    </article>
  );
}

function Votes({ title: { tmdb } }: { title: TmdbPageTitle }): JSX.Element | null {
  if (tmdb === null || tmdb.voteAverage === null || tmdb.voteCount === 0) return null;
  return (
    <p class="mt-2 flex flex-wrap items-baseline gap-x-3">
      <span>
        <span class="font-display text-4xl font-semibold tabular-nums">{asRating(tmdb.voteAverage)}</span>
        <span class="text-soft"> / 10</span>
      </span>
      <span class="text-soft">{countOf(tmdb.voteCount, 'vote')} at TMDB</span>
    </p>
  );
}
