import type { JSX } from 'preact';

import type { TmdbOfTitleFragment, TmdbRelatedFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { TitleRow } from '../parts/title-row.tsx';
import { Poster } from './poster.tsx';
import type { PosterProps } from './poster.tsx';
import { TmdbLink } from './tmdb-link.tsx';
import { TmdbMark } from '../parts/tmdb-mark.tsx';

/** The other films of the collection that a film belongs to. */
export function CollectionOf({ tmdb, id }: { tmdb: TmdbOfTitleFragment; id: string }): JSX.Element | null {
  const { collection, url } = tmdb;
  if (collection === null) return null;
  const others = collection.parts.nodes.filter(({ title }) => title?.id !== id);
  return <Related heading={collection.name ?? 'Collection'} related={others} url={url} />;
}

/** What TMDB recommends to those who like a title. */
export function RecommendationsOf({ tmdb }: { tmdb: TmdbOfTitleFragment }): JSX.Element | null {
  return <Related heading="Recommended" related={tmdb.recommendations.nodes} url={tmdb.url} />;
}

interface RelatedProps {
  heading: string;
  related: readonly TmdbRelatedFragment[];
  url: string;
}

/** A list of titles at TMDB: those that IMDb's files have too as they are named everywhere, and others as TMDB has them. */
function Related({ heading, related, url }: RelatedProps): JSX.Element | null {
  const known = related.filter(({ title, tmdb }) => title !== null || tmdb?.title != null);
  if (known.length === 0) return null;
  return (
    <Section title={heading} aside={<TmdbLink url={url} />}>
      <ul class="grid gap-x-8 md:grid-cols-2">
        {known.map((one) => (
          <li key={one.tmdbId}>
            <RelatedRow related={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RelatedRow({ related: { tmdbId, title, tmdb } }: { related: TmdbRelatedFragment }): JSX.Element {
  const poster = posterOf(tmdb);
  if (title !== null) {
    const { displayTitle, genres } = title;
    const cover = <Poster id={title.id} title={displayTitle} genres={genres} poster={poster} class="w-10" />;
    return <TitleRow title={title} cover={cover} />;
  }
  const name = tmdb?.title ?? tmdbId;
  return (
    <div class="flex items-start gap-3 py-2">
      <Poster id={tmdbId} title={name} genres={[]} poster={poster} class="w-10" />
      <div class="min-w-0 flex-1">
        <a class="font-medium break-words" href={tmdb?.url} rel="noreferrer" dir="auto">
          {name}
        </a>
        <p class="text-sm text-soft">
          {tmdb?.releaseDate != null && `${tmdb.releaseDate.slice(0, 4)} · `}
          {tmdb?.kind === 'TV' ? 'Series' : 'Movie'} · at <TmdbMark /> alone
        </p>
      </div>
    </div>
  );
}

/** The name stands beside it, so that there are no words for it. */
function posterOf(tmdb: TmdbRelatedFragment['tmdb']): PosterProps['poster'] {
  return tmdb === null ? undefined : { widths: { w92: tmdb.w92, w154: tmdb.w154 }, sizes: '40px', alt: '' };
}
