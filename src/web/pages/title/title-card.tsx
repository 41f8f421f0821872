import type { JSX } from 'preact';

import type { TitlePageQuery } from '../../generated/graphql.ts';
import { GenreChip } from '../../parts/genre-chip.tsx';
import { Move, ratingMove } from '../../parts/move.tsx';
import { Heading } from '../../parts/page.tsx';
import { PersonLinks } from '../../parts/person-links.tsx';
import { href } from '../../routing/base.ts';
import { TitlePoster } from '../../tmdb/title-poster.tsx';
import { countOf } from '../../words/count-of.ts';
import { asRating } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { TitleFacts } from './title-facts.tsx';

/** A title of the page's query. */
export type PageTitle = NonNullable<TitlePageQuery['title']>;

/** What a title is: name, type, years, genres, rating and its move, who directed and wrote it. */
export function TitleCard({ title }: { title: PageTitle }): JSX.Element {
  const { id, displayTitle, originalTitle, primaryTitle, genres, genreNames, directors, writers, imdbUrl, tmdb } =
    title;
  const others = [...new Set([primaryTitle, originalTitle])].filter((name) => name !== null && name !== displayTitle);
  return (
    <article class="mt-4 flex gap-4 sm:gap-6">
      <TitlePoster title={title} />
      <div class="min-w-0 flex-1">
        {title.__typename === 'Episode' && title.series !== null && (
          <p class="text-soft">
            <a class="link" href={href(`/title/${title.series.id}`)} dir="auto">
              {title.series.displayTitle}
            </a>
            {title.seasonNumber !== null && (
              <>
                {' · '}
                <a class="link" href={href(`/title/${title.series.id}`, { season: title.seasonNumber })}>
                  season {title.seasonNumber}
                </a>
              </>
            )}
          </p>
        )}
        <Heading class="break-words">{displayTitle}</Heading>
        {others.map((name) => (
          <p key={name} class="text-soft italic" dir="auto">
            {name}
          </p>
        ))}
        {tmdb?.tagline != null && (
          <p class="mt-1 font-display text-lg" dir="auto">
            {tmdb.tagline}
          </p>
        )}
        <TitleFacts title={title} />
        <Rating title={title} />
        <ul class="mt-3 flex flex-wrap gap-2" aria-label="Genres">
          {genres.map((genre, index) => (
            <li key={genre}>
              <GenreChip genre={genre} name={genreNames[index] ?? labelOf(genre)} />
            </li>
          ))}
        </ul>
        <div class="mt-3">
          {directors.nodes.length > 0 && (
            <p>
              <span class="text-soft">Directed by</span> <PersonLinks people={directors.nodes} />
            </p>
          )}
          {writers.nodes.length > 0 && (
            <p>
              <span class="text-soft">Written by</span> <PersonLinks people={writers.nodes} />
            </p>
          )}
        </div>
        <p class="no-print mt-3 flex flex-wrap gap-2">
          <a class="button" href={href('/compare', { a: id })}>
            Compare
          </a>
          {imdbUrl !== null && (
            <a class="button" href={imdbUrl} rel="noreferrer">
              IMDb <span aria-hidden="true">↗</span>
            </a>
          )}
        </p>
      </div>
    </article>
  );
}

function Rating({ title: { rating } }: { title: PageTitle }): JSX.Element {
  if (rating === null) return <p class="mt-2 text-soft">Not rated</p>;
  return (
    <p class="mt-2 flex flex-wrap items-baseline gap-x-3">
      <span>
        <span class="font-display text-4xl font-semibold tabular-nums">{asRating(rating.average)}</span>
        <span class="text-soft"> / 10</span>
      </span>
      <span class="text-soft">{countOf(rating.votes, 'vote')}</span>
      <Move by={ratingMove(rating.history.at(-1), rating)} of="rating" />
    </p>
  );
}
