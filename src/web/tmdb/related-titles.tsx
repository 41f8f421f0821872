import type { JSX } from 'preact';

import type { TmdbOfTitleFragment, TmdbRelatedFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { TitleRow } from '../parts/title-row.tsx';
import { Poster } from './poster.tsx';
import type { PosterProps } from './poster.tsx';
import { TmdbLink } from './tmdb-link.tsx';

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

/** A list of titles at TMDB, as they are named everywhere; what was not fetched has no name. */
function Related({ heading, related, url }: RelatedProps): JSX.Element | null {
  const known = related.flatMap(({ title, tmdb }) => (title === null ? [] : { title, poster: posterOf(tmdb) }));
  // Two of TMDB's may be one of IMDb's.
  const titles = [...new Map(known.map((one) => [one.title.id, one])).values()];
  if (titles.length === 0) return null;
  return (
    <Section title={heading} aside={<TmdbLink url={url} />}>
      <ul class="grid gap-x-8 md:grid-cols-2">
        {titles.map(({ title, poster }) => (
          <li key={title.id}>
            <TitleRow
              title={title}
              cover={
                <Poster id={title.id} title={title.displayTitle} genres={title.genres} poster={poster} class="w-10" />
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The name stands beside it, so that there are no words for it. */
function posterOf(tmdb: TmdbRelatedFragment['tmdb']): PosterProps['poster'] {
  return tmdb === null ? undefined : { widths: { w92: tmdb.w92, w154: tmdb.w154 }, sizes: '40px', alt: '' };
}
